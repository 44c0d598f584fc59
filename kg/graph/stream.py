"""The graph as two streams of plain records, in an order that never changes, with bounded memory.

Nodes come as entities by id, then article by article each article and its claims; edges article by
article in reading order. An unfiltered graph holds every record; a filtered one the edges that pass
and the nodes they touch, so that no edge ever hangs in the air.
"""

import sqlite3
from collections.abc import Iterator
from functools import cached_property
from types import TracebackType
from typing import Self

from kg.graph import parts
from kg.graph.around import around
from kg.graph.article_edges import article_edges
from kg.graph.elements import Edge, Node
from kg.graph.filters import KEEP_ALL, Filters
from kg.graph.keep import Chosen, Keep
from kg.graph.top import top
from kg.records import Article, Entity
from kg.store import Store
from kg.store.tables import is_digest

__all__ = ["Edge", "Node", "Selection", "by_id", "edges", "nodes", "undated"]


class Selection:
    """What the filters leave of a store, for as many passes as a format needs, inside one snapshot.

    Whom ``around`` and ``top`` leave is worked out once, and so is which nodes the edges touch; a context
    manager, since that lies in a file.
    """

    def __init__(self, store: Store, filters: Filters = KEEP_ALL) -> None:
        self.store, self.filters = store, filters

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "_touched" in vars(self):
            self._touched.close()
            del self._touched

    def edges(self) -> Iterator[Edge]:
        """Every edge that passes, one for each evidence."""
        for article in self.articles():
            yield from article_edges(self.store, article, self.keep)

    def nodes(self) -> Iterator[Node]:
        """Every node; under filters, those that an edge touches."""
        for entity in self.entities():
            if self.touches(entity.id):
                yield parts.entity_node(entity)
        for article in self.articles():
            if self.touches(article.id):
                yield parts.article_node(article)
            for claim in self.store.claims(article.id):
                if self.touches(claim.id):
                    yield parts.claim_node(claim, article, parts.words(claim, article))

    def undated(self) -> int:
        """How many claims ``since`` leaves out only because nothing tells their day; 0 without ``since``."""
        if self.filters.since is None:
            return 0
        return sum(
            self.keep.but_date(claim, article) and self.keep.is_inside(claim)
            for article in self.articles()
            if article.published is None
            for claim in self.store.claims(article.id)
            if claim.said_on is None
        )

    def touches(self, id_: str) -> bool:
        """Does an edge that passes touch the node; without filters every node stays."""
        if self.filters == KEEP_ALL:
            return True
        return self._touched.execute("SELECT 1 FROM touched WHERE id = ?", (id_,)).fetchone() is not None

    def articles(self) -> Iterator[Article]:
        """The articles that may hold an edge that passes, by id: those that name one of the chosen."""
        yield from _articles(self.store, self.keep.chosen)

    def entities(self) -> Iterator[Entity]:
        """The entities that may pass, by id, those of seed rows first."""
        if self.keep.chosen is None:
            yield from self.store.entities()
            return
        yield from filter(None, map(self.store.entity, sorted(self.keep.chosen.members, key=_id_order)))

    @cached_property
    def keep(self) -> Keep:
        """The sieve, with whom ``around`` and ``top`` leave."""
        wide = Keep(self.store, self.filters, around(self.store, self.filters))
        return Keep(self.store, self.filters, _best(self.store, wide)) if self.filters.top else wide

    @cached_property
    def _touched(self) -> sqlite3.Connection:
        disk = sqlite3.connect("")  # a set that spills: entities may be millions
        disk.execute("CREATE TABLE touched (id TEXT PRIMARY KEY) WITHOUT ROWID")
        for edge in self.edges():
            disk.executemany("INSERT OR IGNORE INTO touched VALUES (?)", ((edge.source,), (edge.target,)))
        return disk


def edges(store: Store, filters: Filters = KEEP_ALL) -> Iterator[Edge]:
    """Every edge that passes, one for each evidence."""
    return Selection(store, filters).edges()


def nodes(store: Store, filters: Filters = KEEP_ALL) -> Iterator[Node]:
    """Every node; under filters, those that an edge touches."""
    with Selection(store, filters) as chosen:
        yield from chosen.nodes()


def undated(store: Store, filters: Filters) -> int:
    """How many claims ``since`` leaves out only because nothing tells their day; 0 without ``since``."""
    return Selection(store, filters).undated()


def by_id(entity: Entity) -> tuple[bool, str]:
    """The place of an entity among all: those of seed rows come first."""
    return _id_order(entity.id)


def _id_order(id_: str) -> tuple[bool, str]:
    return is_digest(id_), id_


def _articles(store: Store, chosen: Chosen | None) -> Iterator[Article]:
    if chosen is None:
        yield from store.articles()
        return
    for id_, _ in store.articles_naming(chosen.members):
        if article := store.article(id_):
            yield article


def _best(store: Store, keep: Keep) -> Chosen:
    """The best supported of those that the sieve lets through; the centre of a circle is always one."""
    number, centre = keep.filters.top or 0, keep.chosen.centre if keep.chosen else None
    others = (end for end in _ends(store, keep) if end[0] != centre)
    members = top(number, others) if centre is None else top(number - 1, others) | {centre}
    inner = members & keep.chosen.inner if keep.chosen else members
    return Chosen(members=members, inner=inner, centre=centre)


def _ends(store: Store, keep: Keep) -> Iterator[tuple[str, str]]:
    """The entity at each end of each edge that passes, with the fingerprint of the article."""
    for article in _articles(store, keep.chosen):
        named = set(keep.entities.named_in(article.id).values())
        for edge in article_edges(store, article, keep):
            yield from ((end, article.fingerprint) for end in (edge.source, edge.target) if end in named)
