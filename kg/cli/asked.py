"""Whom a question goes to: the database, or a server that was loaded from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.load import password_of

if TYPE_CHECKING:
    from kg.api import Questions


@contextmanager
def asked(
    db: Path, uri: str | None, *, user: str | None, password_env: str | None, database: str | None
) -> "Iterator[Questions]":
    """The server at ``uri``, without a look at the database; the database if there is no ``uri``."""
    from kg.api import connect, open

    if uri is None:
        with open(db) as graph:
            yield graph
    else:
        password = password_of(user, password_env)
        with connect(uri, user=user, password=password, database=database) as served:
            yield served
