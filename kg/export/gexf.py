"""GEXF 1.3 for Gephi: parallel edges stay apart, since each has its type as ``kind``.

Claims, articles and edges bear their dates, for Gephi's time slider: a date as long as it is precise (2024
is the whole year); what has no date is always there. Nodes are coloured by type. The attributes are those
of the lossless GraphML.
"""

import re
import shutil
from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import cache, partial
from tempfile import TemporaryFile
from typing import BinaryIO

from kg.export.format import Elements, Format
from kg.export.whole import beside
from kg.export.xml import Keys, Lines
from kg.graph.elements import Edge, Node, Scalar

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
"""
TYPES = {"int": "integer"}  # the others are called as in GraphML
# What these names mean in GEXF is something else: days, and an edge's type.
RENAMED = {"start": "offset_start", "end": "offset_end", "kind": "mention_kind"}
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
VALUE = '<attvalue for="{id}" value="{value}"/>'

# Red, green and blue: speakers and topics stand out, claims and articles, which are many, are pale.
COLOURS = {
    "Person": (214, 96, 77),
    "Company": (67, 118, 180),
    "Organisation": (77, 146, 110),
    "Government": (122, 92, 160),
    "Media": (196, 141, 46),
    "Product": (64, 158, 173),
    "Work": (170, 104, 76),
    "Place": (120, 144, 60),
    "Event": (199, 99, 153),
    "UnnamedSource": (110, 110, 110),
    "Claim": (225, 205, 160),
    "Article": (205, 210, 215),
}
OTHER = (150, 150, 150)


def write(elements: Elements, stream: BinaryIO) -> None:
    """The graph as one directed, dynamic GEXF graph; memory does not grow with it."""
    of_nodes, of_edges = Keys(), Keys()
    with TemporaryFile(dir=beside(stream)) as body:
        body.write(b"<nodes>\n")
        body.writelines(line.encode() for line in _nodes(elements.nodes, of_nodes))
        body.write(b"</nodes>\n<edges>\n")
        body.writelines(line.encode() for line in _edges(elements.edges, of_edges))
        body.write(b"</edges>\n")
        body.seek(0)
        stream.write(f"{HEAD}{_declared('node', of_nodes)}{_declared('edge', of_edges)}".encode())
        shutil.copyfileobj(body, stream)
    stream.write(b"</graph>\n</gexf>\n")


def _nodes(nodes: Iterable[Node], keys: Keys) -> Iterator[str]:
    lines = cache(partial(_node_lines, keys))
    for node in nodes:
        days = _days(node.attrs.get("date" if node.type == "Claim" else "published"))
        attrs = {"type": node.type, **node.attrs}
        yield lines(node.type, is_dated=bool(days)).line((node.id, node.label, *days), attrs)


def _edges(edges: Iterable[Edge], keys: Keys) -> Iterator[str]:
    lines = cache(partial(_edge_lines, keys))
    for edge in edges:
        days = _days(edge.attrs.get("date" if edge.type == "SAID" else "published"))
        attrs = {RENAMED.get(name, name): value for name, value in edge.attrs.items()}
        head = (edge.id, edge.source, edge.target, edge.type, edge.type, *days)
        yield lines(is_dated=bool(days)).line(head, {"type": edge.type, **attrs})


def _node_lines(keys: Keys, type_: str, *, is_dated: bool) -> Lines:
    red, green, blue = COLOURS.get(type_, OTHER)
    tag = f'<node id="%s" label="%s"{DAYS if is_dated else ""}><attvalues>'
    return Lines(tag, VALUE, f'</attvalues><viz:color r="{red}" g="{green}" b="{blue}"/></node>\n', keys)


def _edge_lines(keys: Keys, *, is_dated: bool) -> Lines:
    ends = '<edge id="%s" source="%s" target="%s" kind="%s" label="%s"'
    tag = f"{ends}{DAYS if is_dated else ''}><attvalues>"
    return Lines(tag, VALUE, "</attvalues></edge>\n", keys)


DAYS = ' start="%s" end="%s"'


def _days(date: Scalar | None) -> tuple[str, ...]:
    """The first and the last day of a date, () where there is none: 2024-02 ends on the 29th."""
    found = DATE.fullmatch(date) if isinstance(date, str) else None
    if not found:
        return ()
    year, month, day = found.groups()
    first, last = month or "01", month or "12"
    if not day:
        return f"{year}-{first}-01", f"{year}-{last}-{monthrange(int(year), int(last))[1]}"
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}"


def _declared(domain: str, keys: Keys) -> str:
    """The attributes of nodes or edges, a line each, in the order in which they were met."""
    rows = (
        f'<attribute id="{id_}" title="{name}" type="{TYPES.get(type_, type_)}"/>\n'
        for id_, name, type_ in keys.declared()
    )
    return f'<attributes class="{domain}">\n{"".join(rows)}</attributes>\n'


FORMAT = Format(
    name="gexf",
    summary="GEXF 1.3 for Gephi: parallel edges by kind, dates for the time slider, colours",
    write=write,
)
