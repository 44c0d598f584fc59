"""kg schema: the vocabulary, and how other people's vocabularies call it."""

from typing import TYPE_CHECKING

from kg.cli import options as opt
from kg.cli.terminal import json_lines, page, put

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kg.mappings import Ftm, SchemaOrg
    from kg.schema import EntityType, RecordType, Schema


def schema_cli(format_: opt.Shape = "table") -> None:
    """Print the types of entities, relations and edges, with their labels and their names elsewhere."""
    from kg.mappings import ftm, schema_org
    from kg.schema import schema

    words = schema()
    if format_ == "json":
        print(json_lines(as_json(words, ftm(), schema_org())))
        return
    console = page()
    put(console, type_table(words, width=console.width))
    put(console, "")
    put(console, tie_table(words, width=console.width))
    put(console, "")
    put(console, mapping_table(ftm(), schema_org(), width=console.width))


def as_json(words: "Schema", ftm: "Ftm", schema_org: "SchemaOrg") -> dict[str, object]:
    """The vocabulary with both mappings beside it."""
    from msgspec.structs import asdict

    return {**asdict(words), "ftm": ftm, "schema_org": schema_org}


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


def mapping_table(ftm: "Ftm", schema_org: "SchemaOrg", *, width: int) -> "RenderableType":
    """Types and ties: what they are in FollowTheMoney and schema.org, the forms in the order of choice."""
    from kg.cli.tables import plain, table

    nodes = (
        (name, [node.schema], [*other.types, *dict.fromkeys(other.by_mode.values())])
        for name, node in ftm.nodes.items()
        for other in [schema_org.nodes[name]]
    )
    ties = (
        (name, [form.schema for form in forms], [form.property for form in schema_org.ties[name]])
        for name, forms in ftm.ties.items()
    )
    rows = (
        (plain(name, "bold"), plain(", ".join(schemata)), plain(", ".join(terms) or "–"))
        for name, schemata, terms in (*nodes, *ties)
    )
    headings = ("Type or tie", "FollowTheMoney", "schema.org")
    return table(headings, rows, width=width, widest="FollowTheMoney", is_spaced=False)
