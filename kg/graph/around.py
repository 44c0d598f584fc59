"""Who is around an entity: as many steps away as --hops says, each along a tie or through a claim."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from msgspec.structs import replace

from kg.errors import StoreError
from kg.graph.entities import ARTICLES_AT_HAND
from kg.graph.filters import Filters
from kg.graph.keep import Chosen, Keep
from kg.records import Article, Claim
from kg.resolve.meant import asked_for
from kg.store.asked import Asked


def around(store: Asked, filters: Filters) -> Chosen | None:
    """The entities that ``filters.around`` and ``filters.hops`` leave, None for all of them.

    Ties and claims lead on if they pass the filters; a type is asked of the entities found, not on the way.
    A name that nobody bears, or several do, is a QueryError.
    """
    if filters.around is None:
        return None
    way = _Way(store, replace(filters, type=frozenset(), around=None, hops=1, top=None))
    centre = asked_for(store, filters.around).id
    inner: frozenset[str] = frozenset()
    members = frozenset((centre,))
    for _ in range(filters.hops):
        rim = members - inner
        inner, members = members, members.union(way.neighbours(rim))
        if inner == members:
            break
    return Chosen(members=members, inner=inner, centre=centre)


class _Way:
    """The steps that lead from entities to others in one store."""

    def __init__(self, store: Asked, filters: Filters) -> None:
        self._store, self._keep = store, Keep(store, filters)
        self._read = lru_cache(maxsize=ARTICLES_AT_HAND)(store.article)

    def neighbours(self, entities: Collection[str]) -> Iterator[str]:
        """The entities one step from any of these, themselves among them, again and again."""
        yield from self._by_ties(entities)
        for kind, claims in (("said", self._store.claims_by), ("about", self._store.claims_about)):
            if self._keep.filters.edges(kind):
                for claim in claims(entities):
                    if self._keep.claim(claim, self._article(claim.article)):
                        yield from self._ends(claim)

    def _by_ties(self, entities: Collection[str]) -> Iterator[str]:
        for relation in self._store.relations_of(entities):
            claim = self._store.claim(relation.claim) if relation.claim else None
            if self._keep.relation(relation, claim, self._article(relation.article)):
                subject = self._keep.entity(relation.subject, relation.article)
                object_ = self._keep.entity(relation.object, relation.article)
                if subject and object_ and self._keep.tie(subject, relation.type, object_):
                    yield from (subject, object_)

    def _ends(self, claim: Claim) -> Iterator[str]:
        """Who says it and whom it is about, as far as the kinds of edges asked for tie them to it."""
        speaker = (claim.speaker,) if self._keep.filters.edges("said") else ()
        about = (*claim.about, *claim.about_implicit) if self._keep.filters.edges("about") else ()
        for mention in (*speaker, *about):
            if entity := self._keep.entity(mention, claim.article):
                yield entity

    def _article(self, id_: str) -> Article:
        found = self._read(id_)
        if found is None:
            raise StoreError(f"The article {id_} is not in the database any more.")
        return found
