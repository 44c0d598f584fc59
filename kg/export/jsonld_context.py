"""The @context of the JSON-LD: which word of the file stands for which term of which vocabulary."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from kg.mappings import schema_org

IDS = frozenset({"article", "claim"})  # attributes that name another node

PREFIXES = {
    "@vocab": "urn:kg:term:",  # our own words: mode, hedged, confidence, acquires
    "kg": "urn:kg:id:",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
}
# W3C Web Annotation, as far as it is used here, and the statement that is the body where a tie was found.
ANNOTATION = {
    "Annotation": "oa:Annotation",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "identifying": "oa:identifying",
    "linking": "oa:linking",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "Statement": "rdf:Statement",
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@vocab"},
    "object": {"@id": "rdf:object", "@type": "@id"},
}


@cache
def context() -> dict[str, Any]:
    """The whole context; the words of schema.org are those of the mapping."""
    links = {name: {"@id": f"schema:{name}", "@type": "@id"} for name in _link_words()}
    own = {name: {"@id": f"{PREFIXES['@vocab']}{name}", "@type": "@id"} for name in sorted(IDS)}
    return PREFIXES | {name: f"schema:{name}" for name in _words()} | links | own | ANNOTATION


def _words() -> Iterator[str]:
    """The types and the properties with a text."""
    for node in schema_org().nodes.values():
        yield from (*node.types, *node.by_mode.values())
        for property_ in node.properties:
            yield from property_.split(".")


def _link_words() -> Iterator[str]:
    """The properties that lead to another node."""
    return (form.property for forms in schema_org().ties.values() for form in forms)
