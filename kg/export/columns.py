"""The columns of the tables: the same whatever the graph holds, each with its type."""

from collections.abc import Mapping
from typing import Literal, get_args

from msgspec import Struct

# word: text of which there is little to choose from, so that it comes again and again; names: several texts
Kind = Literal["text", "word", "int", "float", "bool", "names"]
TYPES: Mapping[Kind, type] = {
    "text": str,
    "word": str,
    "int": int,
    "float": float,
    "bool": bool,
    "names": list,
}


class Table(Struct, frozen=True):
    """A table's name and its columns in their order."""

    name: str
    columns: Mapping[str, Kind]

    def takes(self, column: str, value: object) -> bool:
        """Has the table such a column, and is the value of its type."""
        return column in self.columns and type(value) is TYPES[self.columns[column]]


def _table(name: str, columns: str) -> Table:
    """A table from its columns as ``name`` (text) or ``name:kind``."""
    kinds: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    named = (column.partition(":") for column in columns.split())
    return Table(name, {column: kinds[kind or "text"] for column, _, kind in named})


NODES = _table(
    "nodes",
    """id type:word label aliases referents:int content spans article mode:word speaker_by:word date:word
    date_is_published:bool negated:bool hedged:bool title url source record:int outlet:word published:word
    characters:int text_sha256 fingerprint origin:word confidence:float other""",
)
EDGES = _table(
    "edges",
    """id source source_name source_type:word type:word target target_name target_type:word date:word
    date_is_published:bool status:word title amount mode:word cue:word speaker speaker_by:word via
    implicit:bool place:int kind:word entity_type:word claim outlet:word published:word article:word start:int
    end:int exact origin:word confidence:float other""",
)
CLAIMS = _table(
    "claims",
    """date:word date_is_published:bool outlet:word speaker:word speaker_type:word speaker_as_written cue:word
    mode:word content about:names about_implicit:names negated:bool hedged:bool via title:word url:word
    source:word start:int end:int pieces speaker_by:word confidence:float claim speaker_id article:word""",
)
TABLES = (NODES, EDGES, CLAIMS)
