"""What a question fetched so far, so that each record comes from the server once, and many at a time."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Protocol

from kg.query.cypher import statements
from kg.query.cypher.records import Named, Spoken, article, named, relation, spoken
from kg.records import Article, Entity, Relation

OTHERS_AT_ONCE = 100  # entities: the busiest has some ten thousand claims

Rows = Iterable[Mapping[str, Any]]
Pairs = dict[str, list[tuple[str, str]]]  # by entity


class Ask(Protocol):
    """Puts a Cypher query with its parameters to the server; the rows of its answer."""

    def __call__(self, query: str, /, **parameters: Any) -> list[dict[str, Any]]: ...


class Hand:
    """The records at hand; ``None`` for an entity or article that the server does not have."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.clear()

    def clear(self) -> None:
        """Put everything away."""
        self.spoken: dict[str, Spoken] = {}
        self.evidence: dict[str, str] = {}
        self.entities: dict[str, Named | None] = {}
        self.named: dict[str, list[Entity]] = {}  # by a name's key
        self.keys: list[str] | None = None  # of all names, in order
        self.offered: list[str] = []  # keys that were asked for last, in order
        self.articles: dict[str, Article | None] = {}
        self.counts: dict[str, int] = {}  # of mentions in an article
        self.texts: dict[str, str | None] = {}
        self.stand_for: dict[str, dict[str, str]] = {}  # by article, the entity of each mention
        self.said_by: Pairs = {}  # words and fingerprints
        self.counts_about: dict[str, int] = {}  # of claims about an entity
        self.naming: Pairs = {}  # ids and fingerprints of articles

    def take_claims(self, rows: Rows) -> list[Spoken]:
        """The claims of an answer, with their entities and articles."""
        taken, meant = [], set[str]()
        for row in rows:
            one = spoken(row)
            self.spoken[one.claim.id] = one
            self._take_article(one.claim.article, row["article"])
            speaker = (one.claim.speaker,) if one.claim.speaker else ()
            ids = {*speaker, *one.claim.about, *one.claim.about_implicit, *one.claim.via}
            meant |= self._stand(one.claim.article, ids)
            taken.append(one)
        self.need_entities(meant)
        return taken

    def take_relations(self, rows: Rows) -> list[Relation]:
        """The ties of an answer, each once, with their entities, articles and claims."""
        taken, meant = {}, set[str]()
        for row in rows:
            one = relation(row)
            taken[one.id] = one
            self.evidence[one.id] = row["tie"]["exact"]
            meant |= self._stand(one.article, {one.subject, one.object})
        self.need_entities(meant)
        self.need_articles(one.article for one in taken.values())
        claims = {one.claim for one in taken.values() if one.claim} - self.spoken.keys()
        if claims:
            self.take_claims(self.ask(statements.CLAIMS, ids=sorted(claims)))
        return list(taken.values())

    def take_entities(self, rows: Rows) -> list[Named]:
        """The entities of an answer."""
        taken = [named(row["entity"]) for row in rows]
        self.entities.update((one.entity.id, one) for one in taken)
        return taken

    def need_entities(self, ids: Iterable[str]) -> None:
        """Fetch those of the entities that are not at hand."""
        missing = sorted(set(ids) - self.entities.keys())
        if missing:
            self.entities.update(dict.fromkeys(missing))
            self.take_entities(self.ask(statements.ENTITIES, ids=missing))

    def need_articles(self, ids: Iterable[str]) -> None:
        """Fetch those of the articles that are not at hand."""
        missing = sorted(set(ids) - self.articles.keys())
        if missing:
            self.articles.update(dict.fromkeys(missing))
            for row in self.ask(statements.ARTICLES, ids=missing):
                self._take_article(row["article"][0], row["article"])

    def need_said_by(self, speaker: str) -> None:
        """Fetch all that this speaker says, and with it what others do who speak in the claims at hand."""
        others = (one.claim.speaker for one in self.spoken.values() if one.claim.speaker)
        self._need(self.said_by, statements.SAID_BY, [speaker], others)

    def need_naming(self, entities: Iterable[str]) -> None:
        """Fetch which articles name these entities, and with them others at hand."""
        self._need(self.naming, statements.ARTICLES_NAMING, entities, self.entities)

    def _need(self, held: Pairs, query: str, ids: Iterable[str], others: Iterable[str]) -> None:
        """Fetch what is missing of ``ids``, with so much of ``others`` that few questions are left to ask."""
        missing = [id_ for id_ in dict.fromkeys(ids) if id_ not in held]
        if not missing:
            return
        likely = (id_ for id_ in dict.fromkeys(others) if id_ not in held)
        missing = list(dict.fromkeys((*missing, *islice(likely, OTHERS_AT_ONCE))))
        held.update((id_, []) for id_ in missing)
        for row in self.ask(query, ids=missing):
            held[row["entity"]] = [(one, other) for one, other in row["found"]]

    def stands(self, article: str, mention: str, entity: str) -> None:
        """Note that a mention of an article stands for an entity."""
        self.stand_for.setdefault(article, {})[mention] = entity

    def _stand(self, article: str, entities: set[str]) -> set[str]:
        """Note that in the records of an article these entities stand for themselves."""
        self.stand_for.setdefault(article, {}).update(zip(entities, entities, strict=True))
        return entities

    def _take_article(self, id_: str, values: list[Any]) -> None:
        found = article(values)
        self.articles[id_], self.counts[id_] = found or (None, 0)
