"""A loaded server in the place of the store: the reads of ``said`` and ``show``, in few round trips."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Self

from kg.errors import ServerError
from kg.query.cypher import statements
from kg.query.cypher.hand import Ask, Hand
from kg.query.cypher.names import ServedNames
from kg.query.cypher.records import MENTION_EDGE, TIE_EDGE, Row, by_field, mention, pieces, spans
from kg.query.cypher.statements import CLAIM_FIELDS
from kg.query.cypher.words import ServedWords
from kg.records import Article, Claim, Mention, Relation
from kg.store import search

TERMS_ASKED = 64  # of the pairs of a text that is searched for: more narrow nothing down
CLAIMS_AT_ONCE = 5000  # of those found by their words alone, so many are fetched together


class Server(ServedNames):
    """What ``kg.store.asked`` wants of a store, asked of a server by Cypher alone.

    A question begins with nothing at hand; within one, everything is fetched once. What was rejected is
    not on the server, and an entity is found by its own id, not by those of the names that it holds.
    """

    def __init__(self, ask: Ask) -> None:
        super().__init__(Hand(ask))
        self.names, self.ledger, self.exact = self, Judged(), ServedWords(self._hand)

    @classmethod
    def loaded(cls, ask: Ask) -> Self:
        """The server, once its indexes are filled; ServerError if no graph of kg is on it."""
        states = {row["name"]: row["state"] for row in ask(statements.INDEXES)}
        for name in statements.SEARCHED:
            if name not in states:
                raise ServerError("The server holds no whole graph of kg; kg load puts it there.")
            if states[name] != "ONLINE":
                ask(statements.AWAIT, name=name)
        return cls(ask)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One question; what is loaded meanwhile may be seen."""
        self._hand.clear()
        yield

    # articles and records

    def article(self, article_id: str) -> Article | None:
        """The article without its text; None if it is not there."""
        self._hand.need_articles([article_id])
        return self._hand.articles[article_id]

    def find_articles(self, ref: str) -> list[str]:
        """The ids of the articles with this url or source path; those with this id ``resolve_id`` finds."""
        return sorted(row["id"] for row in self._hand.ask(statements.ARTICLES_FROM, ref=ref))

    def mention(self, mention_id: str) -> Mention | None:
        """The mention; None if it is not there, or stands for no entity."""
        rows = self._hand.ask(statements.MENTION_WITH, id=MENTION_EDGE + mention_id)
        return next(iter(self._mentions(rows)), None)

    def claim(self, claim_id: str) -> Claim | None:
        """The claim, or None."""
        if claim_id not in self._hand.spoken:
            self._hand.take_claims(self._hand.ask(statements.CLAIMS, ids=[claim_id]))
        found = self._hand.spoken.get(claim_id)
        return found.claim if found else None

    def relation(self, relation_id: str) -> Relation | None:
        """The relation, or None."""
        rows = self._hand.ask(statements.relation_with(), id=TIE_EDGE + relation_id)
        return next(iter(self._hand.take_relations(rows)), None)

    def mentions(self, article_id: str) -> list[Mention]:
        """The article's mentions that stand for an entity."""
        rows = self._hand.ask(statements.MENTIONS_IN, id=article_id)
        return self._mentions({**row, "article": article_id} for row in rows)

    def claims(self, article_id: str) -> list[Claim]:
        """The article's claims; none if it is not there."""
        return list(self._claims(statements.CLAIMS_IN, id=article_id))

    def relations(self, article_id: str) -> list[Relation]:
        """The article's relations between entities; none if it is not there."""
        return self._hand.take_relations(self._hand.ask(statements.relations_in(), id=article_id))

    def entities_in(self, article_id: str) -> Mapping[str, str]:
        """The entity's id for each mention, or entity, that the records at hand name in the article."""
        return self._hand.stand_for.setdefault(article_id, {})

    # questions

    def claims_about(self, entity_ids: Iterable[str]) -> Iterator[Claim]:
        """The claims about any of the entities, each once."""
        ids = list(entity_ids)
        claims = list(self._claims(statements.CLAIMS_ABOUT, ids=ids))
        counts = Counter(id_ for claim in claims for id_ in {*claim.about, *claim.about_implicit})
        self._hand.counts_about.update((id_, counts[id_]) for id_ in ids)
        return iter(claims)

    def newest_about(self, entity_ids: Iterable[str], limit: int) -> tuple[list[Claim], int]:
        """The newest of ``claims_about``, as rows are ordered, and how many there are in all."""
        ids = list(entity_ids)
        claims = list(self._claims(statements.NEWEST_ABOUT, ids=ids, limit=limit))
        for row in self._hand.ask(statements.COUNTS_ABOUT, ids=ids):
            self._hand.counts_about[row["entity"]] = row["claims"]
        each = [self._hand.counts_about.setdefault(id_, 0) for id_ in ids]
        count = self._hand.ask(statements.COUNT_ANY, ids=ids)[0]["claims"] if len(ids) > 1 else sum(each)
        return claims, count

    def claims_by(self, entity_ids: Iterable[str]) -> Iterator[Claim]:
        """The claims whose speaker is any of the entities."""
        return self._claims(statements.CLAIMS_BY, ids=list(entity_ids))

    def claims_with_words(self, text: str) -> Iterator[Claim]:
        """The claims with the words in one piece of their content, case and width aside."""
        if not text.strip():
            return
        if query := searched(text):
            rows = self._hand.ask(statements.CLAIMS_WITH, query=query)
            held = [row for row in rows if _holds(by_field(CLAIM_FIELDS, row["claim"]), text)]
            yield from (one.claim for one in self._hand.take_claims(held))
        else:  # nothing of it is in the index: …… or ——
            ids = [row["id"] for row in self._hand.ask(statements.CONTENTS) if _holds(row, text)]
            for first in range(0, len(ids), CLAIMS_AT_ONCE):
                yield from self._claims(statements.CLAIMS, ids=ids[first : first + CLAIMS_AT_ONCE])

    def claim_text(self, claim: Claim) -> str:
        """The exact words of a claim; its pieces are joined by " … "."""
        return self.exact.claim(claim).content

    def count_about(self, entity_id: str) -> int:
        """How many claims ``claims_about`` gives for the entity."""
        if entity_id not in self._hand.counts_about:
            found = self._hand.ask(statements.COUNT_ANY, ids=[entity_id])
            self._hand.counts_about[entity_id] = found[0]["claims"]
        return self._hand.counts_about[entity_id]

    def relations_of(self, entity_ids: Iterable[str]) -> Iterator[Relation]:
        """The relations with any of the entities at either end, each once."""
        return iter(
            self._hand.take_relations(self._hand.ask(statements.relations_of(), ids=list(entity_ids)))
        )

    def mentions_of(self, entity_id: str) -> Iterator[Mention]:
        """All mentions of the entity, pronouns included."""
        rows = self._hand.ask(statements.MENTIONS_OF, id=entity_id)
        self._hand.need_articles(row["article"] for row in rows)
        return iter(
            self._mentions(
                {"entity": entity_id, "article": row["article"], "mention": one}
                for row in rows
                for one in row["mentions"]
            )
        )

    def articles_naming(self, entity_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Id and fingerprint of the articles that name any of the entities, by id."""
        ids = list(entity_ids)
        self._hand.need_naming(ids)
        return iter(sorted({article for id_ in ids for article in self._hand.naming[id_]}))

    def _claims(self, query: str, **parameters: object) -> Iterator[Claim]:
        return (one.claim for one in self._hand.take_claims(self._hand.ask(query, **parameters)))

    def _mentions(self, rows: Iterable[Row]) -> list[Mention]:
        found = []
        for row in rows:
            one = mention(row["mention"], row["article"])
            self._hand.stands(one.article, one.id, row["entity"])
            found.append(one)
        return found


class Judged:
    """No record that was judged away is on a server."""

    def find(self, prefix: str) -> list[tuple[str, str]]:
        """None."""
        return []


def searched(words: str) -> str:
    """What the full-text index is asked for claims that may hold the words; empty if it has none of them."""
    terms = search.expression(words).split(" AND ")
    return " AND ".join(re.sub(r'^"(.*)"\*$', r"\1*", term) for term in terms[:TERMS_ASKED])


def _holds(node: Row, words: str) -> bool:
    return search.holds(pieces(node["content"], spans(node["spans"])), words)
