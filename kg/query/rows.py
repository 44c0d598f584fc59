"""Rows of answers: a claim, a tie or an article with everything a reader needs to judge it."""

from typing import Literal

from msgspec import Struct

from kg.query.passage import Passage
from kg.records import Mode, Status, TextSpan

MatchedBy = Literal["entity", "words"]


class SaidRow(Struct, frozen=True, kw_only=True):
    """One claim: who said what, when, where it was published and where exactly it stands.

    ``speaker`` is the canonical name and None if the text names nobody; ``about`` = what the content
    names, ``about_implicit`` = what it means without naming it; ``via`` = who passed it on;
    ``start`` and ``end`` reach from the first to the last piece of the content; ``passage`` is there
    only if context was asked for.
    """

    claim: str
    date: str | None
    date_is_published: bool
    outlet: str | None
    speaker: str | None
    speaker_as_written: str | None
    speaker_by: str
    cue: str | None
    mode: Mode
    content: str
    content_spans: tuple[TextSpan, ...]
    negated: bool
    hedged: bool
    about: tuple[str, ...]
    about_implicit: tuple[str, ...]
    via: tuple[str, ...]
    title: str | None
    article: str
    source: str
    start: int
    end: int
    matched_by: MatchedBy
    confidence: float
    passage: Passage | None = None


class RelationRow(Struct, frozen=True, kw_only=True):
    """One tie with its evidence; ``claim`` = where it is asserted, None = by the outlet itself."""

    relation: str
    type: str
    subject: str
    object: str
    title: str | None
    status: Status
    amount: str | None
    date: str | None
    claim: str | None
    outlet: str | None
    published: str | None
    article: str
    source: str
    start: int
    end: int
    evidence: str
    confidence: float


class ArticleRow(Struct, frozen=True, kw_only=True):
    """One article, and how many mentions in it are meant."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    source: str
    mentions: int
