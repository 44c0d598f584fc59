"""Articles in the store: written whole, read whole."""

from collections.abc import Iterator
from typing import Any

import msgspec

from kg.records import Article, TextSpan
from kg.store.connect import Connection, row, rows
from kg.store.tables import is_digest, pack, unpack

COLUMNS = "source, record, title, url, outlet, published, text_sha256, fingerprint, body, meta, text"
ID_DIGITS = 6  # the fewest digits that stand for an id: one in 16 million, so rarely two records

_body = msgspec.json.Decoder(tuple[TextSpan, ...])
_meta = msgspec.json.Decoder(dict[str, str])


def key_of(db: Connection, article_id: str) -> int | None:
    """The article's row, or None."""
    found = row(db, "SELECT n FROM article WHERE id = ?", pack(article_id))
    return found[0] if found else None


def write(db: Connection, article: Article, *, run: int) -> int:
    """Add the article or bring it up to date; the key of its row."""
    values = _values(article)
    marks = ", ".join("?" * len(values))
    updates = ", ".join(f"{name} = excluded.{name}" for name in (*COLUMNS.split(", "), "run"))
    query = f"""INSERT INTO article ({COLUMNS}, run, id) VALUES ({marks}, ?, ?)
                ON CONFLICT (id) DO UPDATE SET {updates} RETURNING n"""  # noqa: S608 - only our own names
    return int(db.execute(query, (*values, run, pack(article.id))).fetchone()[0])


def read(db: Connection, article_id: str) -> Article | None:
    """The article, or None."""
    query = f"SELECT id, {COLUMNS} FROM article WHERE id = ?"  # noqa: S608
    found = row(db, query, pack(article_id))
    return _article(*found) if found else None


def read_all(db: Connection) -> Iterator[Article]:
    """All articles by id, one at a time."""
    query = f"SELECT id, {COLUMNS} FROM article ORDER BY id"  # noqa: S608
    return (_article(*found) for found in rows(db, query))


def made_by(db: Connection, article_id: str) -> tuple[str, int] | None:
    """The model's hash and the extractor's version that made its records, or None if it is not there."""
    query = "SELECT r.model_hash, r.extractor FROM article a JOIN run r ON r.n = a.run WHERE a.id = ?"
    found = row(db, query, pack(article_id))
    return (found[0], found[1]) if found else None


def find(db: Connection, ref: str) -> list[str]:
    """The ids of the articles with this url, source path, id, or start of an id; by id."""
    found = {
        unpack(ids[0]) for ids in rows(db, "SELECT id FROM article WHERE source = ? OR url = ?", ref, ref)
    }
    if not found and (ends := id_range(ref)):
        found = {unpack(ids[0]) for ids in rows(db, "SELECT id FROM article WHERE id BETWEEN ? AND ?", *ends)}
    return sorted(found)


def id_range(prefix: str) -> tuple[bytes, bytes] | None:
    """The smallest and largest digest with this start, or None if it is not six hex digits or more."""
    digits = prefix.lower()
    if len(digits) < ID_DIGITS or not is_digest(digits.ljust(32, "0")):
        return None
    return bytes.fromhex(digits.ljust(32, "0")), bytes.fromhex(digits.ljust(32, "f"))


def _values(article: Article) -> tuple[Any, ...]:
    simple = (
        article.source,
        article.record,
        article.title,
        article.url,
        article.outlet,
        article.published,
        article.text_sha256,
        article.fingerprint,
    )
    body, meta = (msgspec.json.encode(part).decode() for part in (article.body, article.meta))
    return (*simple, body, meta, article.text)


def _article(id_: bytes | str, source: str, record: int, *rest: Any) -> Article:
    title, url, outlet, published, text_sha256, fingerprint, body, meta, text = rest
    return Article(
        id=unpack(id_),
        source=source,
        record=record,
        title=title,
        url=url,
        outlet=outlet,
        published=published,
        text_sha256=text_sha256,
        fingerprint=fingerprint,
        body=_body.decode(body),
        meta=_meta.decode(meta),
        text=text,
    )
