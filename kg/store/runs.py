"""Runs: which model, version and options made the records of an article."""

from collections.abc import Iterator

from msgspec import Struct

from kg.store.connect import Connection, row, rows, transaction


class Run(Struct, frozen=True, kw_only=True):
    """One way of making records, and how many articles were made so; two builds alike are one run."""

    model: str
    model_hash: str
    extractor: int
    options: str
    articles: int


def begin(db: Connection, *, model: str, model_hash: str, extractor: int, options: str) -> int:
    """The key of the run; the same for the same model, version and options, so that nothing changes."""
    values = (model, model_hash, extractor, options)
    query = "SELECT n FROM run WHERE model = ? AND model_hash = ? AND extractor = ? AND options = ?"
    if found := row(db, query, *values):
        return int(found[0])
    with transaction(db):
        db.execute(
            "INSERT OR IGNORE INTO run (model, model_hash, extractor, options) VALUES (?, ?, ?, ?)", values
        )
        return int(db.execute(query, values).fetchone()[0])


def runs(db: Connection) -> Iterator[Run]:
    """All runs that still have articles, oldest first."""
    query = """SELECT r.model, r.model_hash, r.extractor, r.options, count(*)
               FROM run r JOIN article a ON a.run = r.n GROUP BY r.n ORDER BY r.n"""
    for model, model_hash, extractor, options, articles in rows(db, query):
        yield Run(model=model, model_hash=model_hash, extractor=extractor, options=options, articles=articles)
