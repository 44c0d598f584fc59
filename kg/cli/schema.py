"""kg schema: the vocabulary."""

from typing import TYPE_CHECKING

from kg.cli import options as opt
from kg.cli.terminal import json_lines, page, put

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kg.schema import EntityType, RecordType, Schema


def schema_cli(format_: opt.Shape = "table") -> None:
    """Print the types of entities, relations and edges, with their Chinese and English labels."""
    from kg.schema import schema

    words = schema()
    if format_ == "json":
        print(json_lines(words))
        return
    console = page()
    put(console, type_table(words, width=console.width))
    put(console, "")
    put(console, tie_table(words, width=console.width))


def type_table(words: "Schema", *, width: int) -> "RenderableType":
    """Entity types and records: name, labels, node of the graph."""
    from kg.cli.tables import plain, table

    types: list[EntityType | RecordType] = [*words.entities.values(), *words.records.values()]
    rows = (
        (plain(row.name, "bold"), plain(row.label_en), plain(row.label_zh), plain(row.node or "–"))
        for row in types
    )
    return table(("Type", "English", "Chinese", "Node"), rows, width=width, widest="Node", is_spaced=False)


def tie_table(words: "Schema", *, width: int) -> "RenderableType":
    """Relations and edges: name, labels, what they go from and to."""
    from kg.cli.tables import plain, table

    rows = (
        (
            plain(row.name, "bold"),
            plain(row.label_en),
            plain(row.label_zh),
            plain(f"{', '.join(row.domain)} {'–' if row.symmetric else '→'} {', '.join(row.range)}"),
        )
        for row in (*words.relations.values(), *words.edges.values())
    )
    headings = ("Tie", "English", "Chinese", "From → to")
    return table(headings, rows, width=width, widest="From → to", is_spaced=False)
