"""What was loaded into a server before: id and mark of every node and relationship, in a file that spills."""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Any, Self

from kg.export.neo4j import cypher
from kg.export.neo4j.server import Server

AT_ONCE = 10_000  # rows written to the file in one go


class State:
    """The marks not yet met by a row; what is left in the end is no longer in the store."""

    def __init__(self) -> None:
        self._disk = sqlite3.connect("")
        self._disk.execute(
            "CREATE TABLE mark (of TEXT, id TEXT, mark TEXT, PRIMARY KEY (of, id)) WITHOUT ROWID"
        )
        self._known: set[str] = set()

    @classmethod
    def of(cls, server: Server) -> Self:
        """All that was loaded into the server and is there now."""
        state = cls()
        for of, query in cypher.marks().items():
            state._keep(of, server.rows(query))
        return state

    def take(self, of: str, id_: str) -> str | None:
        """The mark of a node of that kind, or of a relationship of that type; None if it is not there."""
        if of not in self._known:
            return None
        query = "DELETE FROM mark WHERE of = ? AND id = ? RETURNING mark"
        found = self._disk.execute(query, (of, id_)).fetchall()
        return str(found[0][0]) if found else None

    def left(self, of: str) -> Iterator[str]:
        """The ids of that kind or type that no row had, in order."""
        for (id_,) in self._disk.execute("SELECT id FROM mark WHERE of = ? ORDER BY id", (of,)):
            yield str(id_)

    def close(self) -> None:
        """Forget it all."""
        self._disk.close()

    def _keep(self, of: str, marks: Iterator[tuple[Any, ...]]) -> None:
        rows = ((of, id_, mark) for id_, mark in marks)
        while batch := list(islice(rows, AT_ONCE)):
            self._known.add(of)
            self._disk.executemany("INSERT INTO mark VALUES (?, ?, ?)", batch)
