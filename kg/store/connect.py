"""Opening the file, transactions, and SQLite's errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.store.tables import APPLICATION, TABLES, UPGRADES, VERSION

CACHE_KIB = 65_536  # pages kept in memory: the hot indexes of about a million claims

SENTENCES = {
    "SQLITE_NOTADB": "{path} is not a database of kg.",
    "SQLITE_BUSY": "{path} is being written by another process; try again when that is done.",
    "SQLITE_READONLY": "{path} cannot be written: the file or its folder is read-only.",
    "SQLITE_CANTOPEN": "{path} cannot be opened: its folder is missing, or may not be written.",
    "SQLITE_FULL": "{path} cannot grow: the disk is full.",
    "SQLITE_CORRUPT": "{path} is damaged; build it again.",
}


class Connection(sqlite3.Connection):
    """A connection that knows its file, for messages, and whether it is closed."""

    path: Path
    closed: bool = False


def connect(path: Path, *, must_exist: bool, busy_seconds: float) -> Connection:
    """An open database of this version, made if there is none; StoreError says why it cannot be had."""
    if must_exist and not path.is_file():
        raise StoreError(f"There is no database {path}; make it with kg build.")
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a database of kg.")
    with sentences(path):
        db = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None, factory=Connection)
    db.path = path
    try:
        with sentences(path):
            _prepare(db, must_exist=must_exist)
    except BaseException:
        db.close()
        raise
    return db


def close(db: Connection) -> None:
    """Close, with the log written back into the one file unless another process uses it; once is enough."""
    if db.closed:
        return
    db.closed = True
    # busy or read-only: the log stays beside the file and nothing is lost
    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA busy_timeout = 0")  # a question need not wait at its end for a build
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """All or nothing: committed at the end, rolled back by any exception."""
    with sentences(db.path):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """SQLite's errors inside it become StoreErrors, each one sentence."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        known = (text for code, text in SENTENCES.items() if name.startswith(code))
        raise StoreError(next(known, "{path}: {error}.").format(path=path, error=error)) from None


def rows(db: Connection, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, one at a time."""
    with sentences(db.path):
        yield from db.execute(sql, values)


def row(db: Connection, sql: str, *values: object) -> tuple[Any, ...] | None:
    """The first row of a query, or None."""
    return next(rows(db, sql, *values), None)


def _prepare(db: Connection, *, must_exist: bool) -> None:
    db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if _is_blank(db):
        if must_exist:
            raise StoreError(f"{db.path} is not a database of kg.")
        _create(db)
    _check_version(db)
    db.execute(
        "PRAGMA synchronous = NORMAL"
    )  # safe with WAL: a crash of the machine may cost the last articles


def _is_blank(db: Connection) -> bool:
    return row(db, "SELECT 1 FROM sqlite_master LIMIT 1") is None


def _create(db: Connection) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    with transaction(db):
        if not _is_blank(db):  # another process was faster
            return
        for statement in TABLES:
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {VERSION}")


def _check_version(db: Connection) -> None:
    if _pragma(db, "application_id") != APPLICATION:
        raise StoreError(f"{db.path} is not a database of kg.")
    version = _pragma(db, "user_version")
    if version > VERSION:
        raise StoreError(f"{db.path} was made by a newer kg (tables {version}, known {VERSION}); upgrade kg.")
    if version < VERSION:
        _upgrade(db)


def _upgrade(db: Connection) -> None:
    """Bring the tables of an older version up to date, all in one transaction; nothing of them is lost."""
    with transaction(db):
        # asked again: another process may have been faster
        for version in range(_pragma(db, "user_version"), VERSION):
            if version not in UPGRADES:
                raise StoreError(
                    f"{db.path} was made by an older kg (tables {version}, now {VERSION}); build it again."
                )
            for statement in UPGRADES[version]:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")


def _pragma(db: Connection, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
