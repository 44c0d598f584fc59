"""A gold article as the trainer uses it: spans, and everything that refers to a name by its index."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from kg.annotate.labels import CONTENT, SPEAKER, TIE_TYPES
from kg.evaluate.compare import norm

Gold = dict[str, Any]
Span = tuple[int, int]


class SheetName(Struct, frozen=True):
    """A name in characters."""

    start: int
    end: int
    type: str


class SheetClaim(Struct, frozen=True):
    """A claim with its cue; ``sources``, ``implicit`` and ``about`` are indices of names."""

    cue: Span
    roles: tuple[tuple[int, int, int], ...]
    sources: tuple[int, ...]
    implicit: tuple[int, ...]
    about: tuple[int, ...]
    negated: bool
    hedged: bool


class Sheet(Struct, frozen=True):
    """Text, names in reading order, claims, and ties as (earlier name, later name, label).

    ``unsure`` are pairs of names that the gold ties at another place of the text. ``is_read`` is False
    where nobody looked for names and claims.
    """

    text: str
    names: tuple[SheetName, ...]
    claims: tuple[SheetClaim, ...] = ()
    ties: tuple[tuple[int, int, int], ...] = ()
    unsure: tuple[tuple[int, int], ...] = ()
    is_read: bool = True


def sheet(article: Gold) -> Sheet:
    """The sheet of one annotated article; claims without a cue are left out."""
    text = article["text"]
    names = tuple(
        SheetName(entity["span"][0], entity["span"][1], entity["type"])
        for entity in sorted(article.get("entities") or (), key=lambda entity: entity["span"])
    )
    keys = [norm(text[name.start : name.end]) for name in names]
    claims = tuple(_claim(claim, keys) for claim in article.get("claims") or () if claim.get("cue"))
    ties = _ties(article.get("relations") or (), names)
    tied = {frozenset((keys[left], keys[right])) for left, right, _ in ties}
    labelled = {(left, right) for left, right, _ in ties}
    unsure = tuple(
        (left, right)
        for left in range(len(names))
        for right in range(left + 1, len(names))
        if (left, right) not in labelled and frozenset((keys[left], keys[right])) in tied
    )
    return Sheet(text, names, claims, ties, unsure)


def tie_label(type_: str, *, left_is_subject: bool) -> int:
    """The label of a tie. Symmetric ones have two all the same: B is the subject of A的竞争对手B."""
    return 2 * TIE_TYPES.index(type_) + int(not left_is_subject)


def _claim(claim: Gold, keys: list[str]) -> SheetClaim:
    roles = [(start, end, CONTENT) for start, end in claim["content"]]
    if claim.get("speaker"):
        roles.append((*claim["speaker"], SPEAKER))
    return SheetClaim(
        cue=tuple(claim["cue"]),
        roles=tuple(roles),
        sources=_named([claim.get("canonical"), *claim.get("canonical_alt", ())], keys),
        implicit=_named(claim.get("about_implicit") or (), keys),
        about=_named(claim.get("about") or (), keys),
        negated=bool(claim.get("negated")),
        hedged=bool(claim.get("hedged")),
    )


def _named(wanted: Iterable[str | None], keys: list[str]) -> tuple[int, ...]:
    """The indices of all names that are written as one of ``wanted``."""
    right = {norm(name) for name in wanted if name}
    return tuple(index for index, key in enumerate(keys) if key in right)


def _ties(relations: Iterable[Gold], names: tuple[SheetName, ...]) -> tuple[tuple[int, int, int], ...]:
    places = {(name.start, name.end): index for index, name in enumerate(names)}
    found = []
    for relation in relations:
        subject = places.get(tuple(relation["subject"]))
        object_ = places.get(tuple(relation["object"]))
        if subject is None or object_ is None or subject == object_:
            continue
        type_ = relation["type"].replace("-", "_")
        label = tie_label(type_, left_is_subject=subject < object_)
        found.append((min(subject, object_), max(subject, object_), label))
    return tuple(found)
