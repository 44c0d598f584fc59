"""The store as other rooms see it: one object over the functions of this room."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import StoreError
from kg.match.known import Known
from kg.records import Article, Claim, Entity, Extraction, Mention, Relation
from kg.seeds import Alias, aliases
from kg.store import articles, bearers, entities, exact, judgements, queries, records, runs
from kg.store.check import check
from kg.store.connect import Connection, close, connect, row, rows, sentences, transaction
from kg.store.ledger import Ledger
from kg.store.name_ledger import NameLedger
from kg.store.tables import pack

BUSY_SECONDS = 5.0  # an article is written in milliseconds: who waits longer waits for a whole build


class Store:
    """One database file; a context manager that leaves a single file behind.

    One process writes at a time, any number may read. All that an article brings, or takes away,
    is one transaction: a killed build leaves whole articles only.
    """

    def __init__(self, db: Connection, known: Known) -> None:
        self._db = db
        self._known = known
        self.ledger = Ledger(db, known)
        self.names = NameLedger(db, known)
        self.exact = exact.Exact(db)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        must_exist: bool = False,
        known: Iterable[Alias] | None = None,
        busy_seconds: float = BUSY_SECONDS,
    ) -> Self:
        """The store in a file, made if there is none; StoreError if it cannot be had.

        ``known`` are the rows of the known entities, kg's own by default; entities that were
        computed with other rows are computed again.
        """
        found = Known(aliases() if known is None else known)
        db = connect(Path(path), must_exist=must_exist, busy_seconds=busy_seconds)
        store = cls(db, found)
        try:
            store._follow_known()
        except BaseException:
            db.close()
            raise
        return store

    def close(self) -> None:
        """Write the log back into the file and close it."""
        close(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._db.path

    # what changes the store

    def begin_run(self, *, model: str, model_hash: str, extractor: int, options: str) -> int:
        """The key to pass to ``put``; the same for the same model, version and options."""
        return runs.begin(self._db, model=model, model_hash=model_hash, extractor=extractor, options=options)

    def put(self, article: Article, extraction: Extraction, *, run: int) -> None:
        """Keep the article and its records in place of what it had; StoreError if they do not fit it.

        Judgements on records that it had hold for those that say the same now.
        """
        check(article, extraction)
        with self._writing(article):
            before = articles.key_of(self._db, article.id)
            if before is not None and self._holds(article, extraction):
                articles.write(self._db, article, run=run)
                return
            touched = set() if before is None else self._erase(before)
            n = articles.write(self._db, article, run=run)
            records.write(self._db, n, article.text, extraction)
            is_judged = judgements.replay(self._db, n, article, extraction)
            counted = records.counted(self._db, n) if is_judged else extraction
            touched |= bearers.learn(self._db, n, article, counted.mentions, counted.relations)
            entities.follow(self._db, touched, self._known)

    def retract(self, article_id: str) -> bool:
        """Take an article and all that only it supports away; False if it is not there."""
        with transaction(self._db):
            n = articles.key_of(self._db, article_id)
            if n is None:
                return False
            touched = self._erase(n)
            self._db.execute("DELETE FROM article WHERE n = ?", (n,))
            entities.follow(self._db, touched, self._known)
        return True

    def rebuild_entities(self) -> None:
        """Compute all entities anew; changes nothing in a sound store."""
        with transaction(self._db):
            entities.rebuild(self._db, self._known)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One state for all reads inside, whatever another process writes meanwhile; for reading only."""
        if self._db.in_transaction:
            yield
            return
        with sentences(self.path):
            self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("COMMIT")

    # articles

    def is_current(self, article: Article, *, model_hash: str, extractor: int) -> bool:
        """Whether the article is there as it is now, with records of this model and version."""
        made = articles.made_by(self._db, article.id)
        return made == (model_hash, extractor) and articles.read(self._db, article.id) == article

    def articles(self) -> Iterator[Article]:
        """All articles by id, one in memory at a time."""
        return articles.read_all(self._db)

    def article(self, article_id: str) -> Article | None:
        """The article, or None."""
        return articles.read(self._db, article_id)

    def find_articles(self, ref: str) -> list[str]:
        """The ids of the articles with this url, source path, id, or start of an id (6 digits or more)."""
        return articles.find(self._db, ref)

    # records

    def mentions(self, article_id: str) -> list[Mention]:
        """The article's mentions in the order they were given; none if it is not there."""
        query = records.MENTIONS.format(first="mention m") + " WHERE m.article = ? ORDER BY m.n"
        return list(records.mention_rows(rows(self._db, query, self._key(article_id))))

    def claims(self, article_id: str) -> list[Claim]:
        """The article's claims in the order they were given; none if it is not there."""
        query = records.CLAIMS + " WHERE c.article = ? ORDER BY c.n"
        return list(records.claim_rows(rows(self._db, query, self._key(article_id))))

    def relations(self, article_id: str) -> list[Relation]:
        """The article's relations in the order they were given; none if it is not there."""
        query = records.RELATIONS + " WHERE r.article = ? ORDER BY r.n"
        return list(records.relation_rows(rows(self._db, query, self._key(article_id))))

    def mention(self, mention_id: str) -> Mention | None:
        """The mention, or None."""
        query = records.MENTIONS.format(first="mention m") + " WHERE m.id = ?"
        return next(records.mention_rows(rows(self._db, query, pack(mention_id))), None)

    def claim(self, claim_id: str) -> Claim | None:
        """The claim, or None."""
        query = records.CLAIMS + " WHERE c.id = ?"
        return next(records.claim_rows(rows(self._db, query, pack(claim_id))), None)

    def relation(self, relation_id: str) -> Relation | None:
        """The relation, or None."""
        query = records.RELATIONS + " WHERE r.id = ?"
        return next(records.relation_rows(rows(self._db, query, pack(relation_id))), None)

    def resolve_id(self, prefix: str) -> list[tuple[str, str]]:
        """Kind and id of every record whose id starts so (6 digits or more), and of entities likewise."""
        return queries.resolve_id(self._db, prefix)

    # entities

    def entities(self) -> Iterator[Entity]:
        """All entities by id, those of seed rows first, one in memory at a time."""
        query = entities.ENTITIES + " ORDER BY e.id"
        return entities.entity_rows(rows(self._db, query), self._known)

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this id, or the one that holds this referent now; None if there is neither."""
        query = entities.ENTITIES + " WHERE e.n = ?"
        found = rows(self._db, query, entities.key_of(self._db, entity_id))
        return next(entities.entity_rows(found, self._known), None)

    def entity_of(self, mention_id: str) -> str | None:
        """The id of the mention's entity, or None: titles have none."""
        return queries.entity_of(self._db, mention_id)

    def entities_in(self, article_id: str) -> dict[str, str]:
        """The entity's id for each mention of the article that has one: ``entity_of``, all at once."""
        return queries.entities_in(self._db, article_id)

    def entities_named(self, key: str) -> list[Entity]:
        """The entities that are written so anywhere, by id; ``key`` comes from ``name_key``."""
        return queries.entities_named(self._db, key, self._known)

    def name_keys(self, starts: Iterable[str] = ("",), *, lengths: range | None = None) -> list[str]:
        """The keys of all names that begin with one of these, have so many characters, or both; in order."""
        return queries.name_keys(self._db, starts, lengths=lengths)

    def is_known(self, key: str) -> bool:
        """Whether a known entity is called so, even if no article speaks of it."""
        return key in self._known.owners

    # questions

    def claims_about(self, entity_ids: Iterable[str]) -> Iterator[Claim]:
        """The claims about any of the entities, by article id and reading order; each once."""
        return queries.claims_about(self._db, entity_ids)

    def newest_about(self, entity_ids: Iterable[str], limit: int) -> tuple[list[Claim], int]:
        """The newest of ``claims_about``, as rows are ordered, and how many there are in all."""
        return queries.newest_about(self._db, entity_ids, limit)

    def count_about(self, entity_id: str) -> int:
        """How many claims ``claims_about`` gives for the entity."""
        return queries.count_about(self._db, entity_id)

    def claims_by(self, entity_ids: Iterable[str]) -> Iterator[Claim]:
        """The claims whose speaker is any of the entities, by article id and reading order."""
        return queries.claims_by(self._db, entity_ids)

    def claims_with_words(self, text: str) -> Iterator[Claim]:
        """The claims with the words in one piece of their content, case and width aside."""
        return queries.claims_with_words(self._db, text)

    def relations_of(self, entity_ids: Iterable[str]) -> Iterator[Relation]:
        """The relations with any of the entities at either end, by article id and reading order."""
        return queries.relations_of(self._db, entity_ids)

    def mentions_of(self, entity_id: str) -> Iterator[Mention]:
        """All mentions of the entity, pronouns included, by article id and reading order."""
        return queries.mentions_of(self._db, entity_id)

    def articles_naming(self, entity_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Id and fingerprint of the articles that name any of the entities, by id."""
        return queries.articles_naming(self._db, entity_ids)

    def claim_text(self, claim: Claim) -> str:
        """The exact words of a stored claim; its pieces are joined by " … "."""
        return self.exact.claim(claim).content

    def counts(self) -> dict[str, int]:
        """How many articles, mentions, claims, relations and entities there are."""
        return queries.counts(self._db)

    def runs(self) -> list[runs.Run]:
        """What made the records: the runs that still have articles, oldest first."""
        return list(runs.runs(self._db))

    def _follow_known(self) -> None:
        """Compute the entities anew if the known ones changed since."""
        query = "SELECT value FROM setting WHERE name = 'known'"
        found = row(self._db, query)
        if found is not None and found[0] == self._known.fingerprint:
            return
        with transaction(self._db):
            if found is not None:
                entities.rebuild(self._db, self._known)
            update = "INSERT OR REPLACE INTO setting (name, value) VALUES ('known', ?)"
            self._db.execute(update, (self._known.fingerprint,))

    def _key(self, article_id: str) -> int | None:
        return articles.key_of(self._db, article_id)

    def _erase(self, n: int) -> set[int]:
        touched = bearers.forget(self._db, n)
        records.erase(self._db, n)
        return touched

    def _holds(self, article: Article, extraction: Extraction) -> bool:
        """Whether the article's text and records are these already: then its rows stay as they are."""
        stored = articles.read(self._db, article.id)
        if stored is None or stored.text != article.text:
            return False
        return records.every(self._db, self._key(article.id) or 0) == extraction

    @contextmanager
    def _writing(self, article: Article) -> Iterator[None]:
        """A transaction in which text that is no text is the article's fault."""
        try:
            with transaction(self._db):
                yield
        except UnicodeEncodeError as error:
            raise StoreError(f"{article.source!a}, article {article.id}: {error}.") from None
