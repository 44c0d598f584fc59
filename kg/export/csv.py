"""CSV for spreadsheets and pandas: nodes.csv, edges.csv and claims.csv, the last for reading.

UTF-8 with a byte order mark, since Excel takes a file without one for a local encoding; lines end in
CRLF, cells are quoted where needed. Text that a spreadsheet would run is defused (``kg.export.defuse``);
NUL, which ends a cell or a file for many readers, becomes U+FFFD.
"""

import csv
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from kg.export.columns import TABLES, Table
from kg.export.defuse import defused
from kg.export.format import Elements, Format
from kg.export.tables import Row, Value, rows
from kg.graph.parts import BETWEEN

Put = Callable[[list[str]], object]


def write(elements: Elements, folder: Path) -> None:
    """Three files with a header each; memory does not grow with them."""
    with ExitStack() as files:
        writers = {table.name: _open(table, folder, files) for table in TABLES}
        for table, row in rows(elements):
            writers[table.name](cells(table, row))


def cells(table: Table, row: Row) -> list[str]:
    """The row as it stands in the file; an attribute that is not there is an empty cell."""
    return [_cell(row[column]) if column in row else "" for column in table.columns]


def _open(table: Table, folder: Path, files: ExitStack) -> Put:
    stream = files.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline=""))
    put: Put = csv.writer(stream).writerow
    put(list(table.columns))
    return put


def _cell(value: Value) -> str:
    """true, 3, 0.1, or the text, defused."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = BETWEEN.join(value) if isinstance(value, list) else value
    return defused(text).replace("\0", "\ufffd")


FORMAT = Format(
    name="csv",
    summary="Tables of nodes, edges and claims, safe for Excel; Maltego takes edges.csv",
    write=write,
    is_folder=True,
)
