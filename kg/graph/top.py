"""The entities with the most support: those that the most independent articles tie to anything."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from kg.graph.support import count_stories

TABLE = """CREATE TABLE seen (
    entity TEXT, fingerprint TEXT, edges INTEGER, PRIMARY KEY (entity, fingerprint)) WITHOUT ROWID"""
COUNT = "INSERT INTO seen VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET edges = edges + 1"
RANKED = """SELECT entity, count(*) AS articles, sum(edges) FROM seen GROUP BY entity
    ORDER BY articles DESC, entity"""


def top(number: int, ends: Iterable[tuple[str, str]]) -> frozenset[str]:
    """So many entities, of equals those with more edges, then by id.

    ``ends`` is an entity and its article's fingerprint for each end of an edge, as many as there may be.
    """
    if number < 1:
        return frozenset()
    best: list[tuple[int, int, str]] = []
    with closing(sqlite3.connect("")) as disk:  # a table that spills: entities may be millions
        disk.execute(TABLE)
        disk.executemany(COUNT, ends)
        for entity, articles, edges in disk.execute(RANKED):
            if len(best) >= number and articles < -best[-1][0]:
                break  # no entity has more stories than articles, and the next have fewer articles still
            best = sorted((*best, (-_stories(disk, entity), -edges, entity)))[:number]
    return frozenset(entity for _, _, entity in best)


def _stories(disk: sqlite3.Connection, entity: str) -> int:
    rows = disk.execute("SELECT fingerprint FROM seen WHERE entity = ?", (entity,))
    return count_stories(fingerprint for (fingerprint,) in rows)
