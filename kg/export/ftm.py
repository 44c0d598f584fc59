"""FollowTheMoney, one entity a line, for Aleph and its kin: every node and every edge is one entity.

Which kind it is and which property takes which attribute is read from ``schema/ftm.yaml``. Nothing is
lost: an attribute that no property takes, or not whole, stands beside the properties as ``kg_…``, the
offsets (``kg_start``, ``kg_end``, in code points) among them.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, BinaryIO

import msgspec

from kg.export.format import Elements, Format
from kg.export.ftm_values import clean, fitting, ftm_id
from kg.export.known import known
from kg.export.sections import Section, entities, sections
from kg.graph.elements import Edge, Node, Scalar
from kg.graph.parts import names
from kg.mappings import FtmNode, FtmTie, form, ftm, type_of
from kg.schema import schema

BESIDE = "kg_"

Entity = dict[str, Any]  # id, schema, properties (lists of strings), kg_… (scalars)
Computed = Mapping[str, list[str]]  # what the attributes do not tell, or not in the form asked for
NOTHING: Computed = MappingProxyType({})


def write(elements: Elements, stream: BinaryIO) -> None:
    """People, firms and things first, then article by article; memory does not grow."""
    encoder = msgspec.json.Encoder()
    with known() as seen:
        for node in entities(elements, seen):
            stream.write(encoder.encode(node_entity(node)) + b"\n")
        for section in sections(elements, seen):
            for entity in section_entities(section):
                stream.write(encoder.encode(entity) + b"\n")


def section_entities(section: Section) -> Iterator[Entity]:
    """An article, its claims and its ties, an entity each."""
    if section.node:
        yield node_entity(section.node)
    about = section.about()
    for claim in section.claims:
        yield claim_entity(claim, about[claim.id], section)
    for edge in section.edges:
        yield tie_entity(edge, section)


def node_entity(node: Node, computed: Computed = NOTHING) -> Entity:
    """A node as an entity; ``computed`` = what its attributes do not tell."""
    attrs = {"label": node.label, **node.attrs}
    aliases = names(str(node.attrs.get("aliases", "")))
    return _entity(node.id, ftm().nodes[type_of(node.type)], attrs, {"aliases": aliases, **computed})


def claim_entity(claim: Node, about: list[Edge], section: Section) -> Entity:
    """A claim as an entity, with what it is about and where it stands."""
    targets = list(dict.fromkeys(ftm_id(edge.target) for edge in about))
    where = f"characters {claim.attrs['spans']}"
    return node_entity(claim, {"about": targets, "where": [where], **_article(section)})


def tie_entity(edge: Edge, section: Section) -> Entity:
    """An edge as an entity: its ends, its place and exact text, its article as the proof."""
    source, target = (type_of(section.end(id_).type) for id_ in (edge.source, edge.target))
    forms = ftm().ties[edge.type]
    computed = {
        "id": [edge.id],
        "source": [ftm_id(edge.source)],
        "target": [ftm_id(edge.target)],
        "role": [str(edge.attrs.get("title") or _called(edge.type))],
        "where": [f"characters {edge.attrs['start']}-{edge.attrs['end']}"],
    }
    mapping = form(forms, source, target, edge.attrs) or forms[-1]
    return _entity(edge.id, mapping, edge.attrs, {**computed, **_article(section)})


def _entity(id_: str, mapping: FtmNode | FtmTie, attrs: Mapping[str, Scalar], computed: Computed) -> Entity:
    """The entity with each attribute in its property, and beside them what no property has whole."""
    own = {name: clean(value) if isinstance(value, str) else value for name, value in attrs.items()}
    values = {**{name: [str(value)] for name, value in own.items()}, **computed}
    properties: dict[str, list[str]] = {}
    for property_, attr in mapping.properties.items():
        given = [clean(value) for value in values.get(attr, [])]
        taken = [fitted for value in given if (fitted := fitting(property_, value))]
        if taken:
            properties[property_] = taken
        if taken and taken == given:
            own.pop(attr, None)
    beside = {f"{BESIDE}{name}": value for name, value in own.items() if value != ""}
    return {"id": ftm_id(id_), "schema": mapping.schema, "properties": properties, **beside}


def _article(section: Section) -> Computed:
    """The article as something to point at, if the file holds it."""
    return {"article": [ftm_id(section.article)] if section.node else []}


@cache
def _called(tie: str) -> str:
    """said, founder of: the tie in English."""
    return (schema().edges.get(tie) or schema().relations[tie]).label_en


FORMAT = Format(
    name="ftm", summary="FollowTheMoney entities, JSON lines: for Aleph, OpenAleph, nomenklatura", write=write
)
