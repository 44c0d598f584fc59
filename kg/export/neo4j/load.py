"""From the store to a Neo4j server: what is missing or differs is sent, what is no longer there removed.

All that was loaded bears a mark, a digest of its row. A load asks for the marks first, so that it sends
what differs and nothing else: a second load sends nothing, one that was cut goes on where it stopped.
Nodes and relationships without a mark are somebody else's and are left alone.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice

from msgspec import Struct

from kg.export.neo4j import cypher
from kg.export.neo4j.model import KINDS, MARK, statements_after, statements_before, tie_types
from kg.export.neo4j.rows import PROPERTIES, Row, graph_nodes, graph_ties
from kg.export.neo4j.send import BATCH_ROWS, Sender
from kg.export.neo4j.server import PATIENCE, Server, Statement, connected
from kg.export.neo4j.state import State
from kg.graph.filters import KEEP_ALL, Filters
from kg.graph.stream import Selection
from kg.store import Store


class Tally(Struct, frozen=True, kw_only=True):
    """What became of the nodes, or of the relationships."""

    created: int
    changed: int
    removed: int
    unchanged: int

    @property
    def is_still(self) -> bool:
        """Was everything there already, and nothing else."""
        return not (self.created or self.changed or self.removed)


class Loaded(Struct, frozen=True, kw_only=True):
    """What a load did.

    ``left`` nodes are no longer in the store but somebody's own relationships hold them: they stay, as Gone.
    ``undated`` claims were left out by ``since``, since nothing tells their day.
    """

    nodes: Tally
    relationships: Tally
    left: int
    undated: int


def load(
    store: Store,
    uri: str,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
    filters: Filters = KEEP_ALL,
    texts: bool = False,
    on_article: Callable[[], None] = lambda: None,
    on_wait: Callable[[str], None] = lambda reason: None,
    patience: float = PATIENCE,
) -> Loaded:
    """Make the server hold exactly the graph of the store, beside what others put there.

    ``texts`` adds the whole text of the articles. ``on_article`` is called twice an article, ``on_wait``
    with the reason before something is tried again; after ``patience`` seconds that is a ServerError, and
    the next load goes on from there.
    """
    with (
        connected(
            uri, user=user, password=password, database=database, patience=patience, on_wait=on_wait
        ) as server,
        store.snapshot(),
        Selection(store, filters) as chosen,
    ):
        return _load(server, chosen, texts=texts, on_article=on_article)


def _load(server: Server, chosen: Selection, *, texts: bool, on_article: Callable[[], None]) -> Loaded:
    for statement in statements_before():
        server.declare(statement)
    with closing(State.of(server)) as state:
        with Sender(server) as sender:
            put_nodes = _put(sender, state, graph_nodes(chosen, texts=texts, on_article=on_article))
            put_ties = _put(sender, state, graph_ties(chosen, on_article=on_article))
        dropped_ties = sum(_drop_ties(server, state, type_) for type_ in tie_types())
        dropped, left = map(sum, zip(*(_drop_nodes(server, state, kind) for kind in KINDS), strict=True))
    for statement in statements_after():
        server.declare(statement)
    return Loaded(
        nodes=put_nodes.tally(removed=dropped),
        relationships=put_ties.tally(removed=dropped_ties),
        left=left,
        undated=chosen.undated(),
    )


class _Put(Struct):
    """Counts of rows by what the server held of them."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0

    def tally(self, *, removed: int) -> Tally:
        return Tally(created=self.created, changed=self.changed, removed=removed, unchanged=self.unchanged)


def _put(sender: Sender, state: State, rows: Iterator[Row]) -> _Put:
    """Send what the server lacks, or has otherwise; all of it is on its way before others follow."""
    count = _Put()
    for row in rows:
        mark = state.take(row.of, row.id)
        if mark is None:
            count.created += 1
        elif mark != row.mark:
            count.changed += 1
        else:
            count.unchanged += 1
            continue
        sender.put(row, is_new=mark is None)
    sender.flush()
    return count


def _drop_ties(server: Server, state: State, type_: str) -> int:
    """Delete the relationships that no row had; how many."""
    dropped = 0
    for ids in _batches(state.left(type_)):
        server.write([Statement(cypher.drop_ties(type_), {"ids": ids})])
        dropped += len(ids)
    return dropped


def _drop_nodes(server: Server, state: State, kind: str) -> tuple[int, int]:
    """Delete the nodes that no row had; how many, and how many were left for others' relationships."""
    nothing = dict.fromkeys((*PROPERTIES[kind], MARK))
    del nothing["name"]
    dropped, left = 0, 0
    for ids in _batches(state.left(kind)):
        held = server.write(
            [
                Statement(cypher.drop_nodes(kind), {"ids": ids}),
                Statement(cypher.leave_nodes(kind), {"ids": ids, "nothing": nothing}),
            ]
        )
        dropped, left = dropped + len(ids) - held, left + held
    return dropped, left


def _batches(ids: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(ids, BATCH_ROWS)):
        yield batch
