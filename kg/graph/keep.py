"""The filters put to the records of one store: which claim, tie, mention and entity stays."""

from msgspec import Struct

from kg.graph.dates import dated
from kg.graph.entities import Entities
from kg.graph.filters import KEEP_ALL, Filters
from kg.graph.support import Support
from kg.records import Article, Claim, Mention, Relation
from kg.store.asked import Asked


class Chosen(Struct, frozen=True, kw_only=True):
    """The entities that ``around`` and ``top`` leave.

    What an ``inner`` one says stays whomever it concerns; of the others (the rim of a circle) only what
    concerns one of the ``members``, and the articles in which an inner one is named too.
    """

    members: frozenset[str]
    inner: frozenset[str]
    centre: str | None = None


class Keep:
    """One sieve for graph, queries and exports, so that all of them leave out the same records."""

    def __init__(self, store: Asked, filters: Filters, chosen: Chosen | None = None) -> None:
        self.filters, self.chosen = filters, chosen
        self._keeps_all = filters == KEEP_ALL and chosen is None  # of a whole graph nothing need be asked
        self.entities = Entities(store)
        self._support = Support(store, self.entities, filters.min_support)

    def entity(self, mention: str | None, article: str) -> str | None:
        """The id of the mention's entity if it is of a type asked for, named often enough, and chosen."""
        id_ = self.entities.id_of(mention, article)
        return id_ if id_ and (self._keeps_all or self._is_kept(id_)) else None

    def mention(self, mention: Mention, article: Article) -> bool:
        """Does the mention itself pass: outlet, date of publication, confidence."""
        return self._keeps_all or (
            mention.confidence >= self.filters.min_confidence
            and self.filters.outlets(article.outlet)
            and self.filters.dates(article.published)
        )

    def claim(self, claim: Claim, article: Article) -> bool:
        """Does the claim pass: everything but kinds of edges."""
        return self.filters.dates(dated(claim, article)[0]) and self.but_date(claim, article)

    def but_date(self, claim: Claim, article: Article) -> bool:
        """Does the claim pass if its date is not looked at."""
        return self._keeps_all or (
            claim.confidence >= self.filters.min_confidence
            and self.filters.modes(claim.mode)
            and self.filters.outlets(article.outlet)
            and (not self.filters.type or self.entity(claim.speaker, article.id) is not None)
            and self._is_theirs(claim)
            and (self.filters.min_support <= 1 or self._support.claim(claim, self._speaker(claim)))
        )

    def is_inside(self, claim: Claim) -> bool:
        """Does the claim belong in their graph: an inner one says it, or it concerns one of the chosen."""
        if self.chosen is None:
            return True
        return self._speaker(claim) in self.chosen.inner or self._concerns(claim, self.chosen.members)

    def is_near(self, article: Article) -> bool:
        """Does the article belong in their graph: it names an inner one."""
        return self.chosen is None or not self.chosen.inner.isdisjoint(
            self.entities.named_in(article.id).values()
        )

    def relation(self, relation: Relation, claim: Claim | None, article: Article) -> bool:
        """Does the tie pass; its day is that of the claim it is in, not ``relation.date`` (成立于1998年)."""
        return (
            self.filters.edges(relation.type)
            and relation.confidence >= self.filters.min_confidence
            and self.filters.outlets(article.outlet)
            and self.filters.dates(dated(claim, article)[0])
        )

    def tie(self, subject: str, kind: str, object_: str) -> bool:
        """Is the tie between the two entities stated often enough."""
        return self._support.tie(subject, kind, object_)

    def _is_kept(self, entity: str) -> bool:
        if self.chosen is not None and entity not in self.chosen.members:
            return False
        return self._is_typed(entity) and self._support.entity(entity)

    def _is_typed(self, entity: str) -> bool:
        found = self.entities.get(entity) if self.filters.type else None
        return self.filters.types(found.type if found else None)

    def _is_theirs(self, claim: Claim) -> bool:
        """Is the speaker chosen; where nobody known speaks, is one of those chosen spoken of."""
        if self.chosen is None:
            return True
        speaker = self._speaker(claim)
        return speaker in self.chosen.members if speaker else self._concerns(claim, self.chosen.members)

    def _speaker(self, claim: Claim) -> str | None:
        return self.entities.id_of(claim.speaker, claim.article)

    def _concerns(self, claim: Claim, entities: frozenset[str]) -> bool:
        about = (*claim.about, *claim.about_implicit)
        return any(self.entities.id_of(mention, claim.article) in entities for mention in about)
