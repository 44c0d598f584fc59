"""The files of Neo4j's bulk importer: the graph that ``kg load`` makes, for a server that does not run yet.

One file a label or relationship type, in UTF-8, with the importer's types in its header; text is always
quoted, so that an empty cell is no value and not an empty text. ``import.sh`` has the command, and
``indexes.cypher`` what a load would declare. A later ``kg load`` finds everything there and sends nothing.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from kg.errors import ConfigError
from kg.export.columns import EDGES, NODES, Kind
from kg.export.format import Counts, Elements, Format, Option
from kg.export.neo4j.model import MARK, Group, NodeGroup, statements_after, statements_before
from kg.export.neo4j.rows import PROPERTIES, Row, Value, entity_row, node_rows, tie_rows
from kg.graph.stream import Selection

BETWEEN = "\x1f"  # items of a list; none of them may hold it
REPLACED = "\ufffd"
TYPES: Mapping[Kind, str] = {"int": "long", "float": "double", "bool": "boolean"}  # all else is text
LISTS = frozenset(("aliases", "keys", "titles", "firms", "via_ids", "asserts"))
COUNTED = {"mentions": "long"}  # in no table
KINDS: Mapping[str, Kind] = {**NODES.columns, **EDGES.columns}
TIE_PROPERTIES = tuple(
    name
    for name in EDGES.columns
    if name not in {"id", "type", "other"} and name.split("_")[0] not in {"source", "target"}
)

SCRIPT = """#!/bin/sh
# Fills an empty database of a Neo4j 5 server that is not running:  sh import.sh [DATABASE [OPTION…]]
# NEO4J_HOME is the folder of Neo4j, unless neo4j-admin is on the PATH. Then start the server and run
# indexes.cypher with cypher-shell; or run kg load, which does the same and checks that nothing is missing.
set -eu
cd "$(dirname "$0")"
database=${1:-neo4j}
[ $# -eq 0 ] || shift
exec "${NEO4J_HOME:+$NEO4J_HOME/bin/}neo4j-admin" database import full \\
"""
# behind the files, since a list of files takes in what follows it
FORMS = "--multiline-fields=true --array-delimiter=U+001F"


class _Files:
    """The file of each group of rows, opened when the first of them comes."""

    def __init__(self, folder: Path, open_files: ExitStack) -> None:
        self._folder, self._open_files = folder, open_files
        self._streams: dict[Group, tuple[TextIO, tuple[str, ...]]] = {}
        self.options: list[str] = []

    def put(self, row: Row) -> None:
        """Write the row into the file of its group."""
        stream, columns = self._streams.get(row.group) or self._open(row.group)
        cells = map(cell, map(row.props.get, columns))
        ends = map(cell, (row.id,) if isinstance(row.group, NodeGroup) else (row.source, row.target, row.id))
        stream.write(",".join((*ends, *cells)) + "\n")

    def _open(self, group: Group) -> tuple[TextIO, tuple[str, ...]]:
        name = f"{'-'.join(filter(None, group)).lower()}.csv"
        stream = self._open_files.enter_context(
            (self._folder / name).open("w", encoding="utf-8", newline="\n")
        )
        columns = columns_of(group)
        stream.write(",".join((*_ends(group), *(f"{column}:{_type(column)}" for column in columns))) + "\n")
        self.options.append(_option(group, name))
        self._streams[group] = stream, columns
        return stream, columns


def write(elements: Elements, folder: Path, *, texts: str) -> Counts:
    """A file for each label and each relationship type, the command, and the indexes; in constant memory."""
    if elements.chosen is None:
        raise ConfigError("neo4j-csv is written from a database, not from a graph alone.")
    counts = {True: 0, False: 0}
    with ExitStack() as open_files:
        files = _Files(folder, open_files)
        for row in rows(elements.chosen, texts=texts == "yes"):
            files.put(row)
            counts[isinstance(row.group, NodeGroup)] += 1
            if elements.step:
                elements.step(row)
    options = " \\\n  ".join(sorted(files.options))
    _write(folder / "import.sh", f'{SCRIPT}  {options} \\\n  {FORMS} "$@" --id-type=string "$database"\n')
    statements = (*statements_before(), *statements_after())
    _write(folder / "indexes.cypher", "".join(f"{statement};\n" for statement in statements))
    return Counts(nodes=counts[True], edges=counts[False])


def rows(chosen: Selection, *, texts: bool = False) -> Iterator[Row]:
    """The rows of a load: all nodes, then all relationships."""
    for entity in chosen.entities():
        if chosen.touches(entity.id):
            yield entity_row(chosen.store, entity)
    for article in chosen.articles():
        yield from node_rows(chosen, article, texts=texts)
    for article in chosen.articles():
        yield from tie_rows(chosen, article)


def cell(value: Value | None) -> str:
    """The value as the importer reads it back; of a list's items the separator becomes U+FFFD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = BETWEEN.join(item.replace(BETWEEN, REPLACED) for item in value)
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else repr(value)


def _ends(group: Group) -> tuple[str, ...]:
    """The heads of the columns that tell what a row is, or ties."""
    if isinstance(group, NodeGroup):
        return (f"id:ID({group.kind})",)
    return (f":START_ID({group.source})", f":END_ID({group.target})", "id:string")


def columns_of(group: Group) -> tuple[str, ...]:
    """The properties that the rows of a group may have, in the order of their columns."""
    return (*(PROPERTIES[group.kind] if isinstance(group, NodeGroup) else TIE_PROPERTIES), MARK)


def _type(column: str) -> str:
    if column in LISTS:
        return "string[]"
    return COUNTED.get(column) or TYPES.get(KINDS.get(column, "text"), "string")


def _option(group: Group, file: str) -> str:
    if isinstance(group, NodeGroup):
        return f"--nodes={':'.join(filter(None, group))}={file}"
    return f"--relationships={group.type}={file}"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


FORMAT = Format(
    name="neo4j-csv",
    summary="The files of neo4j-admin database import, with the command in import.sh",
    write=write,
    is_folder=True,
    note="sh {path}/import.sh brings it into an empty database of a Neo4j that does not run.",
    options=(Option(name="texts", help="with the whole text of each article", choices=("no", "yes")),),
)
