"""The graph as three tables, row by row: nodes, edges with the names of their ends, claims flat.

An attribute without a column of its own is not lost: the column ``other`` has it, as JSON.
"""

from collections.abc import Iterator, Mapping

import msgspec

from kg.export.columns import CLAIMS, EDGES, NODES, Table
from kg.export.format import Elements
from kg.export.known import known
from kg.export.sections import Section, entities, sections
from kg.graph.elements import Edge, Node, Scalar

Value = Scalar | list[str]
Row = dict[str, Value]


def rows(elements: Elements) -> Iterator[tuple[Table, Row]]:
    """Every row with its table: nodes and edges as the stream has them, a claim after its node."""
    with known() as seen:
        for node in entities(elements, seen):
            yield NODES, node_row(node)
        for section in sections(elements, seen):
            yield from section_rows(section)


def section_rows(section: Section) -> Iterator[tuple[Table, Row]]:
    """The rows of one article."""
    if section.node:
        yield NODES, node_row(section.node)
    said = {edge.target: edge for edge in section.edges if edge.type == "SAID"}
    about = section.about()
    for claim in section.claims:
        yield NODES, node_row(claim)
        yield CLAIMS, claim_row(claim, said.get(claim.id), about[claim.id], section)
    for edge in section.edges:
        yield EDGES, edge_row(edge, section)


def node_row(node: Node) -> Row:
    """A row of nodes."""
    return _row(NODES, {"id": node.id, "type": node.type, "label": node.label}, node.attrs)


def edge_row(edge: Edge, section: Section) -> Row:
    """A row of edges."""
    source, target = section.end(edge.source), section.end(edge.target)
    ends: Row = {
        "id": edge.id,
        "source": edge.source,
        "source_name": source.label,
        "source_type": source.type,
        "type": edge.type,
        "target": edge.target,
        "target_name": target.label,
        "target_type": target.type,
    }
    return _row(EDGES, ends, edge.attrs)


def claim_row(claim: Node, said: Edge | None, about: list[Edge], section: Section) -> Row:
    """A row of claims: what its node, its edges and its article tell, without the ids in between."""
    row: Row = {name: value for name, value in claim.attrs.items() if name in CLAIMS.columns}
    row |= {"claim": claim.id} | _place(str(claim.attrs.get("spans", "")))
    for implicit, column in ((False, "about"), (True, "about_implicit")):
        ends = (section.end(edge.target) for edge in about if edge.attrs.get("implicit") is implicit)
        row[column] = list(dict.fromkeys(end.label for end in ends))
    if section.node:
        article = section.node.attrs
        row |= {name: article[name] for name in ("title", "url", "source") if name in article}
    if said:
        speaker = section.end(said.source)
        row |= {"speaker": speaker.label, "speaker_type": speaker.type, "speaker_id": said.source}
        renamed = {"speaker": "speaker_as_written", "cue": "cue", "via": "via"}
        row |= {column: said.attrs[name] for name, column in renamed.items() if name in said.attrs}
    return row


def _row(table: Table, row: Row, attrs: Mapping[str, Scalar]) -> Row:
    for name, value in attrs.items():
        if table.takes(name, value) and name not in row:
            row[name] = value
    other = {name: value for name, value in attrs.items() if row.get(name) is not value}
    if other:
        row["other"] = msgspec.json.encode(other).decode()
    return row


def _place(spans: str) -> Row:
    """From the first to the last character of 3-12 15-20; the pieces themselves only if there are several."""
    if not spans:
        return {}
    row: Row = {"start": int(spans.split("-")[0]), "end": int(spans.split("-")[-1])}
    return row | {"pieces": spans} if " " in spans else row
