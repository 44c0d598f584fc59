"""A connection to one database of a server, on which every failure is one sentence for the user."""

import random
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from neo4j import GraphDatabase, NotificationMinimumSeverity, Query, Session
from neo4j.exceptions import (
    ConfigurationError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
)

from kg.errors import ConfigError, ServerError
from kg.export.neo4j.refusals import Where, reason

SCHEMES = {f"{name}{secured}" for name in ("bolt", "neo4j") for secured in ("", "+s", "+ssc")}
ANSWERS_WITHIN = 15.0  # seconds for the first answer; a server next door takes milliseconds
PATIENCE = 30.0  # seconds in which what is transient (a deadlock, a restart) is tried again
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 8.0  # seconds; each pause is twice the one before, give or take a quarter
FETCHED = 5000  # rows that a server sends at a time
VANISHED = "Nodes vanished from the server while it was loaded; load again when nobody deletes any."

Result = TypeVar("Result")


class Statement(NamedTuple):
    """A query with its parameters, which returns nothing or a count, that must be ``expected`` if given.

    ``again`` takes its place when it was tried before: it may have been carried out, or somebody else did it.
    """

    text: str
    parameters: dict[str, Any]
    expected: int | None = None
    again: str | None = None


class Server:
    """One database, open; not for several threads at once."""

    def __init__(self, session: Session, *, patience: float, on_wait: Callable[[str], None]) -> None:
        self._session, self._patience, self._on_wait = session, patience, on_wait

    def rows(self, text: str, **parameters: Any) -> Iterator[tuple[Any, ...]]:
        """What a question gives, a tuple a row, as it comes."""
        for record in self._session.run(_query(text), parameters):
            yield tuple(record.values())

    def read(self, text: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """All that a question gives, by column, also where a first try failed for what is transient."""
        return self._lasting(
            lambda _: [dict(record) for record in self._session.run(_query(text), parameters)]
        )

    def declare(self, text: str) -> None:
        """Carry out a statement on constraints or indexes."""
        self._lasting(lambda _: self._session.run(_query(text)).consume())

    def write(self, statements: Iterable[Statement]) -> int:
        """Carry out all of them, or none, in one transaction, and sum up what those that count found."""
        kept = list(statements)
        return self._lasting(lambda is_first: self._transaction(kept, is_first=is_first))

    def _transaction(self, statements: list[Statement], *, is_first: bool) -> int:
        total = 0
        with self._session.begin_transaction() as transaction:
            for statement in statements:
                text = statement.text if is_first else statement.again or statement.text
                result = transaction.run(text, statement.parameters)
                found = sum(count for (count,) in result)
                if statement.expected is not None and found != statement.expected:
                    raise ServerError(VANISHED)
                total += found
            transaction.commit()
        return total

    def _lasting(self, work: Callable[[bool], Result]) -> Result:
        """Do it, and again after longer and longer pauses while what fails is transient; then give up.

        The work is told whether it is done for the first time.
        """
        until, pause, is_first = time.monotonic() + self._patience, FIRST_PAUSE, True
        while True:
            try:
                return work(is_first)
            except (Neo4jError, DriverError) as error:
                if not _is_transient(error, is_first=is_first) or time.monotonic() + pause > until:
                    raise
                self._on_wait(reason(error))
            is_first = False
            time.sleep(pause * random.uniform(0.75, 1.25))  # noqa: S311
            pause = min(2 * pause, LONGEST_PAUSE)


@contextmanager
def connected(
    uri: str,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
    patience: float = PATIENCE,
    on_wait: Callable[[str], None] = lambda reason: None,
) -> Iterator[Server]:
    """The server, inside; whatever it refuses there is a ServerError, a wrong address a ConfigError."""
    where = Where(uri, user, database)
    if uri.partition("://")[0] not in SCHEMES:
        raise ConfigError(where.wrong)
    try:
        driver = GraphDatabase.driver(
            uri,
            auth=(user, password or "") if user else None,
            connection_timeout=ANSWERS_WITHIN,
            connection_acquisition_timeout=2 * ANSWERS_WITHIN,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
    except (ConfigurationError, ValueError):
        raise ConfigError(where.wrong) from None
    try:
        with driver, driver.session(database=database, fetch_size=FETCHED) as session:
            session.run("RETURN 1").consume()
            yield Server(session, patience=patience, on_wait=on_wait)
    except (Neo4jError, DriverError, OSError) as error:
        raise ServerError(where.sentence(error)) from None


def _is_transient(error: Neo4jError | DriverError, *, is_first: bool) -> bool:
    """May it go well another time; so where the answer to a commit was lost, or another load was quicker."""
    is_taken = is_first and isinstance(error, ConstraintError)
    return error.is_retryable() or is_taken or isinstance(error, IncompleteCommit)


def _query(text: str) -> Query:
    """The driver wants literals; ours are made of literals and of the schema's checked names."""
    return Query(text)
