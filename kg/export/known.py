"""The names and types of entities by id, on disk: a graph may have millions, and ties come long after."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache

from msgspec import Struct

from kg.graph.elements import Node
from kg.graph.entities import ENTITIES_AT_HAND


class End(Struct, frozen=True):
    """What is told of the node at one end of a tie; both are "" for a node that the graph does not hold."""

    type: str
    label: str


NOWHERE = End("", "")


class Known:
    """The nodes that passed by, as ends of ties; use ``known`` to make one."""

    def __init__(self, disk: sqlite3.Connection) -> None:
        self._disk = disk
        self.end = lru_cache(maxsize=ENTITIES_AT_HAND)(self._end)

    def noting(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """The nodes themselves, each noted on its way."""
        for node in nodes:
            row = (node.id, node.type, node.label)
            self._disk.execute("INSERT OR REPLACE INTO node VALUES (?, ?, ?)", row)
            yield node

    def _end(self, id_: str) -> End:
        found = self._disk.execute("SELECT type, label FROM node WHERE id = ?", (id_,)).fetchone()
        return End(*found) if found else NOWHERE


@contextmanager
def known() -> Iterator[Known]:
    """A memory of nodes that lives as long as the export."""
    with closing(sqlite3.connect("")) as disk:  # a database that spills to disk and leaves no file
        disk.execute("CREATE TABLE node (id TEXT PRIMARY KEY, type TEXT, label TEXT) WITHOUT ROWID")
        yield Known(disk)
