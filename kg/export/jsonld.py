"""JSON-LD: claims in the words of schema.org, their places as W3C Web Annotations.

One document with its context inside, so that it is read without a network. Every node is an item,
every edge an Annotation whose target is a stretch of an article: by its offsets, half-open and in code
points, and by its exact text with what stands before and after. The body of an annotation is what was
found there: an entity, a claim, or for a tie an rdf:Statement, which says that it is stated, not that
it is so.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, BinaryIO
from urllib.parse import quote

import msgspec

from kg.export.format import Elements, Format
from kg.export.jsonld_context import IDS, context
from kg.export.known import known
from kg.export.sections import Section, entities, sections
from kg.graph.elements import Edge, Node, Scalar
from kg.graph.parts import names
from kg.mappings import form, schema_org, type_of
from kg.schema import schema

AROUND = 32  # characters before and after, as annotation tools have them: enough to find 表示 once more
APPEARS = "APPEARS_IN"  # the only edges that tell nothing but the place
PLACE = frozenset({"article", "start", "end", "exact"})

Item = dict[str, Any]
Ends = Mapping[str, list[str]]  # property -> nodes
NO_LINKS: Ends = MappingProxyType({})


def write(elements: Elements, stream: BinaryIO) -> None:
    """One item of the graph a line, entities first, then article by article; memory does not grow."""
    encoder = msgspec.json.Encoder()
    head = encoder.encode(context())
    stream.write(b'{"@context":' + head + b',\n"@graph":[')
    separator = b"\n"
    for item in items(elements):
        stream.write(separator + encoder.encode(item))
        separator = b",\n"
    stream.write(b"\n]}\n")


def items(elements: Elements) -> Iterator[Item]:
    """Every node and edge as an item."""
    with known() as seen:
        for node in entities(elements, seen):
            yield node_item(node)
        for section in sections(elements, seen):
            yield from section_items(section, elements)


def section_items(section: Section, elements: Elements) -> Iterator[Item]:
    """An article, its claims, and an annotation for each of its edges."""
    links = _links(section)
    for node in (section.node, *section.claims):
        if node:
            yield node_item(node, links.get(iri(node.id), NO_LINKS))
    for edge in section.edges:
        yield annotation(edge, section, elements.text(section.article))


def node_item(node: Node, links: Ends = NO_LINKS) -> Item:
    """A node with its types, its attributes and its links to others."""
    mapping = schema_org().nodes[type_of(node.type)]
    besides = mapping.by_mode.get(str(node.attrs.get("mode", "")))
    item: Item = {"id": iri(node.id), "type": [*mapping.types, *([besides] if besides else [])]}
    attrs = {"label": node.label, **node.attrs}
    for property_, attr in mapping.properties.items():
        if attr in attrs:
            name, _, inner = property_.partition(".")
            value = _value(attr, attrs[attr])
            item[name] = {inner: value} if inner else value
    taken = set(mapping.properties.values())
    item |= {name: _value(name, value) for name, value in attrs.items() if name not in taken}
    return {**item, **links}


def annotation(edge: Edge, section: Section, text: str) -> Item:
    """What was found in a stretch of the article, and where."""
    told = {name: _value(name, value) for name, value in edge.attrs.items() if name not in PLACE}
    item: Item = {"id": iri(edge.id), "type": "Annotation"}
    if edge.type == APPEARS:
        item |= {"motivation": "identifying", "body": iri(edge.source), **told}
    else:
        item |= {"motivation": "linking", "body": {"type": "Statement", **statement(edge, section), **told}}
    return item | {"target": place(edge, text)}


def statement(edge: Edge, section: Section) -> Item:
    """Subject, predicate and object of a tie; a property of its second end makes that the subject."""
    ends = iri(edge.source), iri(edge.target)
    source, target = (type_of(section.end(id_).type) for id_ in (edge.source, edge.target))
    mapping = form(schema_org().ties[edge.type], source, target, edge.attrs)
    subject, object_ = reversed(ends) if mapping and mapping.inverse else ends
    return {"subject": subject, "predicate": mapping.property if mapping else edge.type, "object": object_}


def place(edge: Edge, text: str) -> Item:
    """The stretch of the article: its offsets, its exact text, what stands around it."""
    start, end = int(edge.attrs["start"]), int(edge.attrs["end"])
    return {
        "source": iri(str(edge.attrs["article"])),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": edge.attrs["exact"],
                "prefix": text[max(start - AROUND, 0) : start],
                "suffix": text[end : end + AROUND],
            },
        ],
    }


def iri(id_: str) -> str:
    """A node or edge as the context shortens it: kg:… for urn:kg:id:…."""
    return "kg:" + quote(id_, safe=":-._~")


def _links(section: Section) -> dict[str, dict[str, list[str]]]:
    """What the edges that are no relations tell of the article and its claims: author, about, mentions."""
    links: dict[str, dict[str, list[str]]] = {}
    for edge in section.edges:
        if edge.type in schema().edges:
            found = statement(edge, section)
            ends = links.setdefault(found["subject"], {}).setdefault(found["predicate"], [])
            if found["object"] not in ends:
                ends.append(found["object"])
    return links


def _value(name: str, value: Scalar) -> Scalar | list[str]:
    if name in IDS:
        return iri(str(value))
    return names(str(value)) if name == "aliases" else value


FORMAT = Format(
    name="jsonld", summary="JSON-LD: schema.org claims and W3C Web Annotations, for RDF stores", write=write
)
