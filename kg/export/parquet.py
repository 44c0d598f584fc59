"""Parquet for pandas, DuckDB and Spark: the three tables with typed columns, a row group at a time."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.columns import TABLES, Table
from kg.export.format import Elements, Format
from kg.export.tables import Row, rows

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 20_000  # a row group, and all that waits in memory: some 20 MB of edges; readers want them no smaller


class Group:
    """The rows of one table that wait for their row group."""

    def __init__(self, table: Table, folder: Path, files: ExitStack) -> None:
        import pyarrow.parquet as pq

        stream = files.enter_context((folder / f"{table.name}.parquet").open("wb"))
        words = [column for column, kind in table.columns.items() if kind == "word"]
        self._schema = arrow_schema(table)
        self._writer = files.enter_context(
            pq.ParquetWriter(stream, self._schema, compression="zstd", use_dictionary=words)
        )
        self._rows: list[Row] = []

    def put(self, row: Row) -> None:
        """Add a row; a full group goes to the file."""
        self._rows.append(row)
        if len(self._rows) == ROWS:
            self.flush()

    def flush(self) -> None:
        """Write what waits; nothing waits no group."""
        import pyarrow as pa

        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


def write(elements: Elements, folder: Path) -> None:
    """Three files; memory holds a row group of each."""
    with ExitStack() as files:
        groups = {table.name: Group(table, folder, files) for table in TABLES}
        for table, row in rows(elements):
            groups[table.name].put(row)
        for group in groups.values():
            group.flush()


def arrow_schema(table: Table) -> "pa.Schema":
    """The columns of a table with their types in Arrow."""
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "word": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "bool": pa.bool_(),
        "names": pa.list_(pa.string()),
    }
    return pa.schema([(name, types[kind]) for name, kind in table.columns.items()])


FORMAT = Format(
    name="parquet",
    summary="Typed tables of nodes, edges and claims: for pandas, DuckDB, Spark",
    write=write,
    is_folder=True,
)
