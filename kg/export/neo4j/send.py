"""Rows on their way to a server: in batches, one batch a transaction, while the next is being made."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from kg.export.neo4j import cypher
from kg.export.neo4j.model import MARK, Group, NodeGroup, TieGroup
from kg.export.neo4j.rows import PROPERTIES, Row, Value
from kg.export.neo4j.server import Server, Statement

BATCH_ROWS = 10_000
BATCH_CHARACTERS = 8_000_000  # whole articles (--texts) fill a transaction's memory sooner than rows do
UNDER_WAY = 2  # batches that wait for the server


class Sender:
    """Takes rows and writes them, in their order and in a thread of its own."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="neo4j")
        self._under_way: deque[Future[int]] = deque()
        self._rows: list[tuple[Row, bool]] = []
        self._characters = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.finish()
        self._thread.shutdown(cancel_futures=True)

    def put(self, row: Row, *, is_new: bool) -> None:
        """A row to create, or to bring up to date."""
        self._rows.append((row, is_new))
        self._characters += sum(len(value) for value in row.props.values() if isinstance(value, str))
        if len(self._rows) >= BATCH_ROWS or self._characters >= BATCH_CHARACTERS:
            self.flush()

    def flush(self) -> None:
        """Send what has gathered; rows put later go after it."""
        if self._rows:
            self._write(list(statements(self._rows)))
            self._rows, self._characters = [], 0

    def finish(self) -> None:
        """Wait until all is in the server; what failed is raised."""
        self.flush()
        while self._under_way:
            self._under_way.popleft().result()

    def _write(self, batch: list[Statement]) -> None:
        """One transaction more; waits while enough are under way, and raises what has failed."""
        while len(self._under_way) >= UNDER_WAY:
            self._under_way.popleft().result()
        self._under_way.append(self._thread.submit(self._server.write, batch))


def statements(rows: Iterable[tuple[Row, bool]]) -> Iterator[Statement]:
    """The queries that write the rows, a group a query; what changed its ends is deleted and made anew."""
    groups: dict[tuple[Group, bool], list[Row]] = defaultdict(list)
    for row, is_new in rows:
        groups[row.group, is_new].append(row)
    for (group, are_new), members in sorted(groups.items(), key=lambda item: item[0]):
        if isinstance(group, NodeGroup):
            yield _nodes(group, members, are_new=are_new)
        else:
            yield from _ties(group, members, are_new=are_new)


def _nodes(group: NodeGroup, rows: list[Row], *, are_new: bool) -> Statement:
    unset: dict[str, Value | None] = {} if are_new else dict.fromkeys(PROPERTIES[group.kind])
    values = [{"id": row.id, "props": {**unset, **row.props}} for row in sorted(rows, key=_lock_order)]
    return Statement(cypher.put_nodes(group, are_new=are_new), {"rows": values})


def _ties(group: TieGroup, rows: list[Row], *, are_new: bool) -> Iterator[Statement]:
    if not are_new:
        yield Statement(cypher.drop_ties(group.type), {"ids": [row.id for row in rows]})
    names = (*PROPERTIES[group.type], MARK)
    values = [
        [row.id, row.source, row.target, *map(row.props.get, names)] for row in sorted(rows, key=_lock_order)
    ]
    create, merge = cypher.create_ties(group, names), cypher.merge_ties(group, names)
    yield Statement(create, {"rows": values}, expected=len(values), again=merge)


def _lock_order(row: Row) -> tuple[str, str, str]:
    """The order in which every load locks the nodes at the ends, so that two do not wait for each other."""
    return row.source, row.target, row.id
