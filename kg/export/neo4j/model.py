"""The graph on a server: labels, relationship types, what is unique, what is searched.

Labels and types come from the schema alone, never from data, so no text of an article becomes Cypher.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.errors import SchemaError
from kg.schema import schema

ENTITY, CLAIM, ARTICLE = KINDS = ("Entity", "Claim", "Article")  # each unique by its id
GONE = "Gone"  # a node that left the store, kept because somebody tied their own relationships to it
MARK = "kg"  # the property that all that was loaded has, and nothing else: a digest of the row

IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class NodeGroup(NamedTuple):
    """Nodes that one query writes: their kind and, of entities, the label of their type ("" else)."""

    kind: str
    label: str = ""


class TieGroup(NamedTuple):
    """Relationships that one query writes: their type, and the kinds of their ends."""

    type: str
    source: str
    target: str


Group = NodeGroup | TieGroup


@cache
def type_labels() -> tuple[str, ...]:
    """The labels of the entity types, as the schema names them: Person, Company …"""
    return tuple(_identifier(row.node) for row in schema().entities.values() if row.node)


@cache
def tie_types() -> tuple[str, ...]:
    """The relationship types: SAID, ABOUT, APPEARS_IN and the ties of the schema in upper case."""
    words = schema()
    return tuple(_identifier(name) for name in (*words.edges, *map(str.upper, words.relations)))


def statements_before() -> Iterator[str]:
    """What must hold before the first row: every id is unique among its kind or type."""
    for kind in KINDS:
        yield (
            f"CREATE CONSTRAINT kg_{kind.lower()}_id IF NOT EXISTS FOR (n:`{kind}`) REQUIRE n.id IS UNIQUE"
        )
    for type_ in tie_types():
        yield (
            f"CREATE CONSTRAINT kg_{type_.lower()}_id IF NOT EXISTS"
            f" FOR ()-[r:`{type_}`]-() REQUIRE r.id IS UNIQUE"
        )


def statements_after() -> Iterator[str]:
    """The full-text indexes, which fill faster from a whole graph.

    Two for people: cjk cuts Chinese into pairs. Two for kg's questions: a name's key is found whole, and
    of a claim's words the pairs that kg cut itself, as in the store.
    """
    for name, kind, properties, analyzer in (
        ("kg_names", ENTITY, "n.name, n.aliases", "cjk"),
        ("kg_words", CLAIM, "n.content", "cjk"),
        ("kg_keys", ENTITY, "n.keys", "keyword"),
        ("kg_pairs", CLAIM, "n.pairs", "whitespace"),
    ):
        yield (
            f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:`{kind}`) ON EACH [{properties}]"
            f" OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{analyzer}'}}}}"
        )


def _identifier(name: str) -> str:
    if not IDENTIFIER.fullmatch(name):
        raise SchemaError(f"{name!r} of the schema cannot be a label or a type in Neo4j.")
    return name
