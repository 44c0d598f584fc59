"""Words and counts of the records that a question fetched from a server."""

from collections.abc import Iterator
from itertools import islice

from kg.errors import QueryError
from kg.query.cypher import statements
from kg.query.cypher.hand import Hand
from kg.query.cypher.records import Spoken
from kg.records import Claim, Relation
from kg.store.exact import Words

TEXTS_AT_ONCE = 200  # articles: some half a megabyte of Chinese news


class ServedWords:
    """``kg.store.exact`` of a server."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def claim(self, claim: Claim) -> Words:
        """A claim's words, the pieces of its content joined by " … "."""
        return self._spoken(claim).words

    def asserts(self, claim: Claim) -> tuple[str, ...]:
        """The types of the ties that a claim asserts, in alphabetical order."""
        return self._spoken(claim).asserts

    def spoken_by(self, entity_id: str) -> Iterator[tuple[str, str]]:
        """The words of each claim of an entity, with the fingerprint of its article."""
        self._hand.need_said_by(entity_id)
        return iter(self._hand.said_by[entity_id])

    def evidence(self, relation: Relation) -> str:
        """The words that state a tie."""
        return self._hand.evidence[relation.id]

    def count_mentions(self, article_id: str) -> int:
        """How many mentions of an article count, with those that stand for no entity."""
        self._hand.need_articles([article_id])
        return self._hand.counts[article_id]

    def text(self, article_id: str) -> str:
        """The whole text of an article; QueryError if the server was loaded without texts."""
        if article_id not in self._hand.texts:
            self._fetch_texts(article_id)
        found = self._hand.texts[article_id]
        if found is None:
            raise QueryError("The server holds no texts of articles; kg load --texts puts them there.")
        return found

    def _fetch_texts(self, article_id: str) -> None:
        """With those of other articles at hand, of which the next rows are likely to tell."""
        others = (id_ for id_ in self._hand.articles if id_ not in self._hand.texts)
        ids = list(dict.fromkeys((article_id, *islice(others, TEXTS_AT_ONCE))))
        self._hand.texts.update(dict.fromkeys(ids))
        rows = self._hand.ask(statements.TEXTS, ids=ids)
        self._hand.texts.update((row["id"], row["text"]) for row in rows)

    def _spoken(self, claim: Claim) -> Spoken:
        return self._hand.spoken[claim.id]
