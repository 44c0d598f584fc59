"""How many independent articles stand behind an entity, a claim or a tie; a reprint (转载) adds nothing.

Articles whose fingerprints are near are one story, and so is a chain of them: a reprint of a reprint may be
far from the first. So the order of the articles changes nothing.
"""

from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from kg.graph.entities import Entities
from kg.names import name_key
from kg.records import Claim
from kg.store.asked import Asked

# Of 64. Measured on 300 news articles: a new head or tail (本报讯, 责任编辑：…) turned 7 bits at the most,
# two different articles differed in 17 at the least.
REPRINT_BITS = 8

ANSWERS_AT_HAND = 65_536  # entities: for each a yes or no, or the few of its ties or words that are supported

Key = TypeVar("Key", bound=Hashable)


def is_supported(fingerprints: Iterable[str], at_least: int) -> bool:
    """Do the articles fall into so many stories, or more; stops as soon as it knows."""
    return sum(1 for _ in islice(stories(fingerprints), at_least)) >= at_least


def count_stories(fingerprints: Iterable[str]) -> int:
    """How many stories the articles are."""
    return sum(1 for _ in stories(fingerprints))


def stories(fingerprints: Iterable[str]) -> Iterator[int]:
    """How many different fingerprints each story has, in an order that does not depend on theirs."""
    import numpy as np  # a tenth of a second that questions without support need not spend

    left = np.array(sorted({int(fingerprint, 16) for fingerprint in fingerprints}), dtype=np.uint64)
    while len(left):
        story, left = [left[0]], left[1:]
        for bits in story:  # grows while it is gone through
            is_near = np.bitwise_count(left ^ bits) <= REPRINT_BITS
            if is_near.any():
                story += list(left[is_near])
                left = left[~is_near]
        yield len(story)


class Support:
    """Answers for one store and one threshold, each worked out once; at 1 everything is supported."""

    def __init__(self, store: Asked, entities: Entities, at_least: int) -> None:
        self._store, self._entities, self._at_least = store, entities, at_least
        self._named = lru_cache(maxsize=ANSWERS_AT_HAND)(self._named_of)
        self._ties = lru_cache(maxsize=ANSWERS_AT_HAND)(self._ties_of)
        self._words = lru_cache(maxsize=ANSWERS_AT_HAND)(self._words_of)

    def entity(self, entity: str) -> bool:
        """Is the entity named in enough independent articles."""
        return self._at_least <= 1 or self._named(entity)

    def tie(self, subject: str, kind: str, object_: str) -> bool:
        """Is a relation of this kind between the two entities stated in enough independent articles."""
        return self._at_least <= 1 or (kind, object_) in self._ties(subject)

    def claim(self, claim: Claim, speaker: str | None) -> bool:
        """Are the same words of the same speaker reported by enough independent articles."""
        if self._at_least <= 1:
            return True
        return speaker is not None and self._key(claim) in self._words(speaker)

    def _key(self, claim: Claim) -> str:
        return name_key(self._store.claim_text(claim))

    def _named_of(self, entity: str) -> bool:
        found = self._store.articles_naming([entity])
        return is_supported((fingerprint for _, fingerprint in found), self._at_least)

    def _ties_of(self, subject: str) -> frozenset[tuple[str, str]]:
        """The kinds and objects of the subject's ties that are supported."""
        id_of = self._entities.id_of
        return self._supported(
            subject,
            (
                ((relation.type, object_), relation.article)
                for relation in self._store.relations_of([subject])
                if id_of(relation.subject, relation.article) == subject
                and (object_ := id_of(relation.object, relation.article))
            ),
        )

    def _words_of(self, speaker: str) -> frozenset[str]:
        """The words of the speaker that are supported."""
        claims = self._store.claims_by([speaker])
        return self._supported(speaker, ((self._key(claim), claim.article) for claim in claims))

    def _supported(self, entity: str, said: Iterable[tuple[Key, str]]) -> frozenset[Key]:
        """What enough independent articles say, out of what articles that name the entity say."""
        articles: dict[Key, set[str]] = {}
        for what, article in said:
            articles.setdefault(what, set()).add(article)
        often = {what: some for what, some in articles.items() if len(some) >= self._at_least}
        if not often:
            return frozenset()
        prints = dict(self._store.articles_naming([entity]))
        return frozenset(
            what
            for what, some in often.items()
            if is_supported((prints[article] for article in some), self._at_least)
        )
