"""The filters put to the records of one store: which claim, tie, mention and entity stays."""

from kg.graph.dates import dated
from kg.graph.entities import Entities
from kg.graph.filters import Filters
from kg.graph.support import Support
from kg.records import Article, Claim, Mention, Relation
from kg.store import Store


class Keep:
    """One sieve for graph, queries and exports, so that all of them leave out the same records."""

    def __init__(self, store: Store, filters: Filters) -> None:
        self.filters = filters
        self.entities = Entities(store)
        self._support = Support(store, self.entities, filters.min_support)

    def entity(self, mention: str | None, article: str) -> str | None:
        """The id of the mention's entity if it is of a type asked for and named often enough, else None."""
        id_ = self.entities.id_of(mention, article)
        return id_ if id_ and self._is_typed(id_) and self._support.entity(id_) else None

    def mention(self, mention: Mention, article: Article) -> bool:
        """Does the mention itself pass: outlet, date of publication, confidence."""
        return (
            mention.confidence >= self.filters.min_confidence
            and self.filters.outlets(article.outlet)
            and self.filters.dates(article.published)
        )

    def claim(self, claim: Claim, article: Article) -> bool:
        """Does the claim pass: everything but kinds of edges."""
        return self.filters.dates(dated(claim, article)[0]) and self.but_date(claim, article)

    def but_date(self, claim: Claim, article: Article) -> bool:
        """Does the claim pass if its date is not looked at."""
        return (
            claim.confidence >= self.filters.min_confidence
            and self.filters.modes(claim.mode)
            and self.filters.outlets(article.outlet)
            and (not self.filters.type or self.entity(claim.speaker, article.id) is not None)
            and self._support.claim(claim, self.entities.id_of(claim.speaker, article.id))
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

    def _is_typed(self, entity: str) -> bool:
        found = self.entities.get(entity) if self.filters.type else None
        return self.filters.types(found.type if found else None)
