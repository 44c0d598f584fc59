"""What the server's rows say, as records.

A server has no mentions as such: where a record of the store names a mention, one from here names the
entity that it stands for, and leaves it out if it stands for none. No article has its text, no entity its
referents, no claim the span of its cue.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from kg.query.cypher.statements import ARTICLE_FIELDS, CLAIM_FIELDS, MENTION_FIELDS
from kg.records import Article, Claim, Entity, Mention, Relation, TextSpan
from kg.schema import UNTYPED, schema
from kg.store.exact import PIECE, Words
from kg.store.name_ledger import Shown

Row = Mapping[str, Any]

MENTION_EDGE, TIE_EDGE = "in:", "relation:"  # what stands before the record's id in the edge's


class Spoken(Struct, frozen=True):
    """A claim with its words and the types of the ties that it asserts."""

    claim: Claim
    words: Words
    asserts: tuple[str, ...]


class Named(Struct, frozen=True):
    """An entity with what tells it from its namesakes."""

    entity: Entity
    shown: Shown


def spoken(row: Row) -> Spoken:
    """The claim of a row; ``speakers`` and ``about`` are ids of entities."""
    node, said_of = by_field(CLAIM_FIELDS, row["claim"]), sorted(row["about"])
    claim = Claim(
        id=node["id"],
        article=node["article"],
        mode=node["mode"],
        speaker=next(iter(row["speakers"]), None),
        speaker_by=node["speaker_by"],
        cue=None,
        content=spans(node["spans"]),
        about=tuple(entity for implicit, _, entity in said_of if not implicit),
        about_implicit=tuple(entity for implicit, _, entity in said_of if implicit),
        via=tuple(node["via_ids"] or ()),
        negated=node["negated"],
        hedged=node["hedged"],
        said_on=None if node["date_is_published"] else node["date"],
        origin=node["origin"],
        confidence=node["confidence"],
    )
    return Spoken(claim, Words(node["content"], node["cue"], node["speaker"]), tuple(node["asserts"] or ()))


def named(node: Row) -> Named:
    """The entity of a node with its labels."""
    entity = Entity(
        id=node["id"],
        type=next((_types()[label] for label in node["labels"] if label in _types()), UNTYPED),
        name=node["name"],
        aliases=tuple(node["aliases"] or ()),
        referents=(),
    )
    return Named(entity, Shown(tuple(node["titles"] or ()), tuple(node["firms"] or ())))


def article(values: list[Any]) -> tuple[Article, int] | None:
    """An article without its text, and how many mentions it has; None if the server has no such article."""
    node = by_field(ARTICLE_FIELDS, values)
    if node["id"] is None:
        return None
    mentions = node.pop("mentions")
    return Article(**node, text="", body=()), mentions


def mention(values: list[Any], article: str) -> Mention:
    """The mention of an edge from an entity to an article."""
    edge = by_field(MENTION_FIELDS, values)
    return Mention(
        id=edge["id"].removeprefix(MENTION_EDGE),
        article=article,
        span=TextSpan(edge["start"], edge["end"]),
        name=edge["exact"],
        type=edge["entity_type"],
        kind=edge["kind"],
        origin=edge["origin"],
        confidence=edge["confidence"],
    )


def relation(row: Row) -> Relation:
    """The tie of a row; ``subject`` and ``object`` are ids of entities."""
    edge = row["tie"]
    return Relation(
        id=edge["id"].removeprefix(TIE_EDGE),
        article=edge["article"],
        type=row["type"].lower(),
        subject=row["subject"],
        object=row["object"],
        evidence=TextSpan(edge["start"], edge["end"]),
        **{
            name: edge[name]
            for name in ("claim", "title", "amount", "date", "status", "origin", "confidence")
        },
    )


def spans(written: str) -> tuple[TextSpan, ...]:
    """The pieces of a content: 12-20 31-40."""
    return tuple(TextSpan(*map(int, piece.split("-"))) for piece in written.split())


def pieces(content: str, places: Iterable[TextSpan]) -> Iterator[str]:
    """The texts of the pieces that a content was joined of."""
    at = 0
    for span in places:
        end = at + span.end - span.start
        yield content[at:end]
        at = end + len(PIECE)


def by_field(fields: tuple[str, ...], values: list[Any]) -> dict[str, Any]:
    """What came as a list, under the names of its fields."""
    return dict(zip(fields, values, strict=True))


@cache
def _types() -> Mapping[str, str]:
    """The entity type of each label."""
    return {row.node: row.name for row in schema().entities.values() if row.node}
