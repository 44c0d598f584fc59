"""The desk at which records become rows: one store, one set of filters, the last articles at hand."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.errors import QueryError
from kg.graph.dates import dated
from kg.graph.entities import ARTICLES_AT_HAND
from kg.graph.filters import Filters
from kg.graph.keep import Keep
from kg.query.passage import passage
from kg.query.rows import ArticleRow, MatchedBy, RelationRow, SaidRow
from kg.records import Article, Claim, Entity, Mention, Relation
from kg.store import Store


class Desk:
    """Makes rows of what passes the filters; ``undated`` counts claims left out for want of a date alone."""

    def __init__(self, store: Store, filters: Filters, *, context: int | None = None) -> None:
        self.store, self.undated = store, 0
        self.keep = Keep(store, filters)
        self._context = context
        self._article = lru_cache(maxsize=ARTICLES_AT_HAND)(store.article)

    def article(self, id_: str) -> Article:
        """The article of a record; one that is gone is a QueryError."""
        found = self._article(id_)
        if found is None:
            raise QueryError(f"The article {id_} is not in the database any more.")
        return found

    def said(self, claims: Iterable[Claim], *, matched_by: MatchedBy = "entity") -> list[SaidRow]:
        """The claims that pass, newest first, undated ones last."""
        return newest_first([self.said_row(claim, matched_by) for claim in claims if self._passes(claim)])

    def written(self, claim: Claim) -> str | None:
        """The speaker as the text has it, or None."""
        mention = self.store.mention(claim.speaker) if claim.speaker else None
        return mention.name if mention else None

    def relations(self, relations: Iterable[Relation]) -> list[RelationRow]:
        """The ties that pass, in the order of their articles and places."""
        rows = [row for relation in relations if (row := self.relation_row(relation))]
        return sorted(rows, key=lambda row: (row.type, row.source, row.start, row.relation))

    def articles(self, mentions: Iterable[Mention]) -> list[ArticleRow]:
        """The articles of the mentions that pass, newest first, with how many there are in each."""
        counts: dict[str, int] = {}
        for mention in mentions:
            if self.keep.mention(mention, self.article(mention.article)):
                counts[mention.article] = counts.get(mention.article, 0) + 1
        rows = [self.article_row(self.article(id_), number) for id_, number in counts.items()]
        rows.sort(key=lambda row: (row.source, row.article))
        return sorted(rows, key=lambda row: row.published or "", reverse=True)

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
        self.undated += date is None and not passes
        return passes

    def _asserts(self, claim: Claim) -> bool:
        """Does the claim assert one of the kinds of ties asked for, if any is."""
        if self.keep.filters.edges("said"):
            return True
        ties = self.store.relations(claim.article)
        return any(tie.claim == claim.id and self.keep.filters.edges(tie.type) for tie in ties)

    def said_row(self, claim: Claim, matched_by: MatchedBy = "entity") -> SaidRow:
        """The row of one claim, whether it passes or not."""
        article = self.article(claim.article)
        written = self.written(claim)
        speaker = self.keep.entities.of(claim.speaker, article.id)
        date, is_published = dated(claim, article)
        shown = None if self._context is None else passage(article.text, claim.content, context=self._context)
        return SaidRow(
            claim=claim.id,
            date=date,
            date_is_published=is_published,
            outlet=article.outlet,
            speaker=speaker.name if speaker else written,
            speaker_as_written=written,
            speaker_by=claim.speaker_by,
            cue=claim.cue.of(article.text) if claim.cue else None,
            mode=claim.mode,
            content=self.store.claim_text(claim),
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
            passage=shown,
        )

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
            evidence=relation.evidence.of(article.text),
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


def newest_first(rows: list[SaidRow]) -> list[SaidRow]:
    """By date, newest first and undated last; of one day, in the order of source and place."""
    placed = sorted(rows, key=lambda row: (row.source, row.start, row.claim))
    return sorted(placed, key=lambda row: row.date or "", reverse=True)
