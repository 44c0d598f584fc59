"""The graph with one edge from a node to another, for programs that know no parallel edges.

The types are joined (founder | role_of). ``weight`` is how many independent articles say so, reprints
counted once, and ``evidence`` how often it is said in all. That a name appears in an article is no edge
here: nodes tell by ``mentions`` how often theirs do. What is grouped lies in a file, not in memory.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter

from kg.export.format import Counts, Elements
from kg.graph.elements import Edge, Node, Scalar, scalars
from kg.graph.parts import BETWEEN
from kg.graph.support import count_stories

TABLES = """
    CREATE TABLE tie (source TEXT, target TEXT, type TEXT, article TEXT, date TEXT);
    CREATE TABLE mentioned (id TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID;
    CREATE TABLE article (id TEXT PRIMARY KEY, fingerprint TEXT) WITHOUT ROWID;
"""
MENTIONED = """INSERT INTO mentioned VALUES (?, 1)
    ON CONFLICT (id) DO UPDATE SET count = count + 1"""
SORTED = """SELECT t.source, t.target, t.type, t.article, t.date, a.fingerprint
    FROM tie t LEFT JOIN article a ON a.id = t.article ORDER BY t.source, t.target"""


class Pairs:
    """The joined graph, and how much of it has passed; use ``paired`` to make one."""

    def __init__(self, disk: sqlite3.Connection, elements: Elements) -> None:
        self._disk, self._elements = disk, elements
        self._nodes = self._edges = 0
        disk.executescript(TABLES)

    def nodes(self) -> Iterator[Node]:
        """The nodes, with the number of their mentions where there are any."""
        for edge in self._elements.edges:
            self._note(edge)
        for node in self._elements.nodes:
            self._nodes += 1
            yield self._counted(node)

    def edges(self) -> Iterator[Edge]:
        """An edge for each pair that anything ties, by source and target; the nodes come first."""
        for (source, target), rows in groupby(self._disk.execute(SORTED), key=itemgetter(0, 1)):
            self._edges += 1
            yield _joined(f"pair:{self._edges}", source, target, list(rows))

    def counts(self) -> Counts:
        """How many nodes and edges came out."""
        return Counts(self._nodes, self._edges)

    def _note(self, edge: Edge) -> None:
        if edge.type == "APPEARS_IN" and "kind" in edge.attrs:  # an entity's, not a claim's
            self._disk.execute(MENTIONED, (edge.source,))
            return
        date = edge.attrs.get("date" if edge.type == "SAID" else "published")
        row = (edge.source, edge.target, edge.type, edge.attrs.get("article"), date)
        self._disk.execute("INSERT INTO tie VALUES (?, ?, ?, ?, ?)", row)

    def _counted(self, node: Node) -> Node:
        if "fingerprint" in node.attrs:
            row = (node.id, node.attrs["fingerprint"])
            self._disk.execute("INSERT OR REPLACE INTO article VALUES (?, ?)", row)
        found = self._disk.execute("SELECT count FROM mentioned WHERE id = ?", (node.id,)).fetchone()
        return Node(node.id, node.type, node.label, {**node.attrs, "mentions": found[0]}) if found else node


@contextmanager
def paired(elements: Elements) -> Iterator[Pairs]:
    """The joined graph of these elements, as long as it is written."""
    with closing(sqlite3.connect("")) as disk:  # a database that spills to disk and leaves no file
        yield Pairs(disk, elements)


def _joined(id_: str, source: str, target: str, rows: list[tuple[str | None, ...]]) -> Edge:
    types = sorted({row[2] or "" for row in rows})
    dates = sorted(row[4] for row in rows if row[4])
    attrs: dict[str, Scalar] = {"weight": float(_articles(rows)), "evidence": len(rows)}
    attrs |= scalars(first=dates[0] if dates else None, last=dates[-1] if dates else None)
    return Edge(id_, source, target, BETWEEN.join(types), attrs)


def _articles(rows: Iterable[tuple[str | None, ...]]) -> int:
    """How many articles say so: reprints are one; one whose text is unknown counts for itself."""
    prints = {article: fingerprint for *_, article, _, fingerprint in rows}
    known = {fingerprint for fingerprint in prints.values() if fingerprint}
    unknown = sum(fingerprint is None for fingerprint in prints.values())
    return unknown + (len(known) if len(known) < 2 else count_stories(known))
