"""Proof that the store says what the articles say: each problem one sentence."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.records import Article
from kg.store import entities, referents, told
from kg.store.connect import Connection, rows
from kg.store.judgements import due_standings, standings, threads_in
from kg.store.records import KINDS
from kg.store.store import Store
from kg.store.tables import pack, unpack

Reader = Callable[[str], Iterable[object]]  # a source path in, its articles (and what else it says) out

SPANS = {
    "mention": "SELECT id, start, end, name FROM every_mention WHERE article = ? ORDER BY n",
    "cue of claim": """SELECT id, cue_start, cue_end, cue
        FROM every_claim WHERE article = ? AND cue_start IS NOT NULL ORDER BY n""",
    "content of claim": """SELECT c.id, p.value ->> 0, p.value ->> 1, p.value ->> 2
        FROM every_claim c, json_each(c.content) p WHERE c.article = ? ORDER BY c.n, p.key""",
    "evidence of relation": """SELECT id, start, end, evidence
        FROM every_relation WHERE article = ? ORDER BY n""",
}
# record, column, and the record whose row it must name
REFERENCES = (
    ("article", "run", "run"),
    ("mention", "article", "article"),
    ("mention", "antecedent", "mention"),
    ("mention", "referent", "referent"),
    ("claim", "article", "article"),
    ("claim", "speaker", "mention"),
    ("link", "claim", "claim"),
    ("link", "mention", "mention"),
    ("relation", "article", "article"),
    ("relation", "subject", "mention"),
    ("relation", "object", "mention"),
    ("relation", "claim", "claim"),
    ("referent", "article", "article"),
    ("referent", "bearer", "bearer"),
    ("shown", "referent", "referent"),
    ("bearer", "entity", "entity"),
    ("tally", "bearer", "bearer"),
    ("block", "form", "form"),
    ("near", "low", "form"),
    ("near", "high", "form"),
    ("declared", "article", "article"),
    ("alias", "entity", "entity"),
)


def verify(store: Store, *, source: bool = False, reader: Reader | None = None) -> Iterator[str]:
    """All problems: broken rows, spans whose stored text is not the article's, wrong entities; none if sound.

    With ``source`` the files are read again with ``reader`` and must still give the same texts.
    """
    if source and reader is None:
        raise ValueError("source=True needs a reader")
    db = store._db
    yield from _broken_rows(db)
    for article in store.articles():
        yield from _wrong_text(article)
        yield from _wrong_spans(db, article)
        yield from _wrong_standings(db, article)
        yield from _wrong_referents(store, article)
    yield from _wrong_entities(store)
    if reader is not None and source:
        yield from _changed_sources(db, reader)


def _broken_rows(db: Connection) -> Iterator[str]:
    yield from (f"{db.path}: {said}" for (said,) in rows(db, "PRAGMA quick_check") if said != "ok")
    for table, column, other in REFERENCES:
        query = f"""SELECT count(*) FROM {_whole(table)} t WHERE t.{column} IS NOT NULL AND NOT EXISTS
            (SELECT 1 FROM {_whole(other)} o WHERE o.n = t.{column})"""  # noqa: S608 - our own names
        for (count,) in rows(db, query):
            if count:
                yield f"{count} rows of {table} name a {column} that is not there"


def _whole(kind: str) -> str:
    """The table that holds the records of a kind, rejected ones too."""
    return f"every_{kind}" if kind in KINDS else kind


def _wrong_text(article: Article) -> Iterator[str]:
    if sha256(article.text.encode()).hexdigest() != article.text_sha256:
        yield f"article {article.id}: its text does not match its text_sha256"
    for span in article.body:
        if span.end > len(article.text):
            yield f"article {article.id}: its body ends at {span.end}, its text at {len(article.text)}"


def _wrong_spans(db: Connection, article: Article) -> Iterator[str]:
    (n,) = next(rows(db, "SELECT n FROM article WHERE id = ?", pack(article.id)))
    for what, query in SPANS.items():
        for id_, start, end, exact in rows(db, query, n):
            if article.text[start:end] != exact or not exact:
                read = article.text[start:end]
                yield f"{what} {unpack(id_)}: {exact!r} is stored, {start}:{end} of its text is {read!r}"


def _wrong_standings(db: Connection, article: Article) -> Iterator[str]:
    """A problem for each record that counts, or does not, against the ledger."""
    (n,) = next(rows(db, "SELECT n FROM article WHERE id = ?", pack(article.id)))
    due = due_standings(db, n, threads_in(db, article.id).values())
    stored = standings(db, n)
    for record in sorted({*due, *stored}):
        if due.get(record) != stored.get(record):
            yield f"record {record}: it does not stand as the ledger says"


def _wrong_referents(store: Store, article: Article) -> Iterator[str]:
    """A problem for each mention whose referent or bearer is not what the records give."""
    found = referents.referents(store.mentions(article.id), store.relations(article.id))
    pinned = told.pinned(store._db, article.id)
    due = {mention: (ref.id, referents.bearer_id(ref, pinned)) for mention, ref in found.items()}
    query = """SELECT m.id, r.id, b.id FROM article a CROSS JOIN mention m ON m.article = a.n
        JOIN referent r ON r.n = m.referent JOIN bearer b ON b.n = r.bearer WHERE a.id = ?"""
    stored = {unpack(id_): (unpack(ref), key) for id_, ref, key in rows(store._db, query, pack(article.id))}
    for mention in sorted({*due, *stored}):
        if stored.get(mention) != due.get(mention):
            yield f"mention {mention}: it is not taken for the one that the article shows"


def _wrong_entities(store: Store) -> Iterator[str]:
    """A problem for each bearer of a name that is not the entity that resolving all names anew gives."""
    stored = dict(rows(store._db, "SELECT b.id, e.key FROM bearer b JOIN entity e ON e.n = b.entity"))
    due = entities.due(store._db, store._known)
    for bearer in sorted({*due, *stored}):
        if due.get(bearer) != stored.get(bearer):
            yield f"bearer {bearer}: it is not the entity that the names and the ledger give"


def _changed_sources(db: Connection, reader: Reader) -> Iterator[str]:
    for (source,) in rows(db, "SELECT DISTINCT source FROM article ORDER BY source"):
        if Path(source).is_file():
            yield from _changed_source(db, source, reader)
        else:
            yield f"{source}: cannot be read again, there is no such file"


def _changed_source(db: Connection, source: str, reader: Reader) -> Iterator[str]:
    left = {record: unpack(id_) for record, id_ in _stored(db, source)}
    for found in reader(source):
        if not isinstance(found, Article):
            yield str(found)
        elif id_ := left.pop(found.record, None):
            (text,) = next(rows(db, "SELECT text FROM article WHERE id = ?", pack(id_)))
            if text != found.text:
                yield f"{source}, record {found.record}: its text is not the one that article {id_} keeps"
    for record, id_ in left.items():
        yield f"{source}, record {record}: gone, article {id_} keeps it"


def _stored(db: Connection, source: str) -> Iterator[tuple[Any, ...]]:
    return rows(db, "SELECT record, id FROM article WHERE source = ? ORDER BY record", source)
