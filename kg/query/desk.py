"""The desk at which records become rows: one store, one set of filters, the last articles at hand."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeVar

from kg.errors import QueryError
from kg.graph.around import around
from kg.graph.dates import dated
from kg.graph.entities import ARTICLES_AT_HAND
from kg.graph.filters import Filters
from kg.graph.keep import Keep
from kg.query.passage import Passage, passage
from kg.query.rows import ArticleRow, MatchedBy, RelationRow, SaidRow
from kg.records import Article, Claim, Entity, Mention, Relation
from kg.store.asked import Asked

Row = TypeVar("Row")


class Place(NamedTuple):
    """Where a claim comes among others; ``date`` is empty if nothing tells it."""

    date: str
    source: str
    start: int
    claim: str


class Desk:
    """Makes rows of what passes the filters.

    ``undated`` counts claims left out for want of a date alone, ``more`` the rows beyond ``top``.
    """

    def __init__(self, store: Asked, filters: Filters, *, context: int | None = None) -> None:
        self.store, self.more = store, 0
        self._undated: set[str] = set()
        self.keep = Keep(store, filters, around(store, filters))
        self._context = context
        self._article = lru_cache(maxsize=ARTICLES_AT_HAND)(store.article)

    @property
    def undated(self) -> int:
        """How many claims were left out for want of a date alone."""
        return len(self._undated)

    def article(self, id_: str) -> Article:
        """The article of a record; one that is gone is a QueryError."""
        found = self._article(id_)
        if found is None:
            raise QueryError(f"The article {id_} is not in the database any more.")
        return found

    def said(self, claims: Iterable[Claim], *, matched_by: MatchedBy = "entity") -> list[SaidRow]:
        """The claims that pass, newest first, undated ones last."""
        placed = [(self._place(claim), claim) for claim in claims if self._passes(claim)]
        shown = self._top(newest_first(placed))  # rows cost more than places: none is made in vain
        return [self.said_row(claim, matched_by) for claim in shown]

    def written(self, claim: Claim) -> str | None:
        """The speaker as the text has it, or None."""
        return self.store.exact.claim(claim).speaker

    def relations(self, relations: Iterable[Relation]) -> list[RelationRow]:
        """The ties that pass, in the order of their articles and places."""
        rows = [row for relation in relations if (row := self.relation_row(relation))]
        return self._top(sorted(rows, key=lambda row: (row.type, row.source, row.start, row.relation)))

    def articles(self, mentions: Iterable[Mention]) -> list[ArticleRow]:
        """The articles of the mentions that pass, newest first, with how many there are in each."""
        counts: dict[str, int] = {}
        for mention in mentions:
            if self.keep.mention(mention, self.article(mention.article)):
                counts[mention.article] = counts.get(mention.article, 0) + 1
        rows = [self.article_row(self.article(id_), number) for id_, number in counts.items()]
        rows.sort(key=lambda row: (row.source, row.article))
        return self._top(sorted(rows, key=lambda row: row.published or "", reverse=True))

    def article_row(self, article: Article, mentions: int) -> ArticleRow:
        """The row of one article."""
        return ArticleRow(
            article=article.id,
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            source=article.source,
            mentions=mentions,
        )

    def _passes(self, claim: Claim) -> bool:
        article = self.article(claim.article)
        if not (self.keep.but_date(claim, article) and self._asserts(claim)):
            return False
        date, _ = dated(claim, article)
        passes = self.keep.filters.dates(date)
        if date is None and not passes:
            self._undated.add(claim.id)
        return passes

    def _place(self, claim: Claim) -> Place:
        article = self.article(claim.article)
        start = min(span.start for span in claim.content)
        return Place(dated(claim, article)[0] or "", article.source, start, claim.id)

    def _top(self, rows: list[Row]) -> list[Row]:
        """The first so many rows; those beyond are counted."""
        kept = rows[: self.keep.filters.top]
        self.more += len(rows) - len(kept)
        return kept

    def _asserts(self, claim: Claim) -> bool:
        """Does the claim assert one of the kinds of ties asked for, if any is."""
        if self.keep.filters.edges("said"):
            return True
        return any(map(self.keep.filters.edges, self.store.exact.asserts(claim)))

    def said_row(self, claim: Claim, matched_by: MatchedBy = "entity") -> SaidRow:
        """The row of one claim, whether it passes or not."""
        article, words = self.article(claim.article), self.store.exact.claim(claim)
        speaker = self.keep.entities.of(claim.speaker, article.id)
        date, is_published = dated(claim, article)
        return SaidRow(
            claim=claim.id,
            date=date,
            date_is_published=is_published,
            outlet=article.outlet,
            speaker=speaker.name if speaker else words.speaker,
            speaker_as_written=words.speaker,
            speaker_by=claim.speaker_by,
            cue=words.cue,
            mode=claim.mode,
            content=words.content,
            content_spans=claim.content,
            negated=claim.negated,
            hedged=claim.hedged,
            about=tuple(self._names(claim, claim.about)),
            about_implicit=tuple(self._names(claim, claim.about_implicit)),
            via=tuple(self._names(claim, claim.via)),
            title=article.title,
            article=article.id,
            source=article.source,
            start=min(span.start for span in claim.content),
            end=max(span.end for span in claim.content),
            matched_by=matched_by,
            confidence=claim.confidence,
            passage=self._passage(claim),
        )

    def _passage(self, claim: Claim) -> Passage | None:
        if self._context is None:
            return None
        return passage(self.store.exact.text(claim.article), claim.content, context=self._context)

    def _names(self, claim: Claim, mentions: tuple[str, ...]) -> Iterator[str]:
        """The canonical names of what the mentions stand for, each entity once."""
        found = (self.keep.entities.of(id_, claim.article) for id_ in mentions)
        yield from {entity.id: entity.name for entity in found if entity}.values()

    def relation_row(self, relation: Relation) -> RelationRow | None:
        """The row of one tie; None if it does not pass, or an end of it is no entity."""
        article = self.article(relation.article)
        ends = self._ends(relation, article)
        if ends is None:
            return None
        return RelationRow(
            relation=relation.id,
            type=relation.type,
            subject=ends[0].name,
            object=ends[1].name,
            title=relation.title,
            status=relation.status,
            amount=relation.amount,
            date=relation.date,
            claim=relation.claim,
            outlet=article.outlet,
            published=article.published,
            article=article.id,
            source=article.source,
            start=relation.evidence.start,
            end=relation.evidence.end,
            evidence=self.store.exact.evidence(relation),
            confidence=relation.confidence,
        )

    def _ends(self, relation: Relation, article: Article) -> tuple[Entity, Entity] | None:
        """Subject and object if the tie passes the filters, else None."""
        claim = self.store.claim(relation.claim) if relation.claim else None
        subject = self.keep.entity(relation.subject, article.id)
        object_ = self.keep.entity(relation.object, article.id)
        if not (subject and object_ and self.keep.relation(relation, claim, article)):
            return None
        if not self.keep.tie(subject, relation.type, object_):
            return None
        ends = (self.keep.entities.get(subject), self.keep.entities.get(object_))
        return (ends[0], ends[1]) if ends[0] and ends[1] else None


def newest_first(placed: Iterable[tuple[Place, Row]]) -> list[Row]:
    """By date, newest first and undated last; of one day, in the order of source and place."""
    in_order = sorted(placed, key=lambda one: one[0][1:])
    return [row for _, row in sorted(in_order, key=lambda one: one[0].date, reverse=True)]
