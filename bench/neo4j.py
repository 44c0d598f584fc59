"""How many rows a second `kg load` brings into a Neo4j server, beside the plain loop of the driver's manual.

    python -m bench.neo4j [--rows 10000 100000 1000000] [--turns 2] [--write docs/neo4j_speed.md]

A row is a node or a relationship. For each size a store (bench/generate.py) with about so many rows is
loaded into the same server, emptied before each turn: by the plain loop, by kg, and by kg once more, when
everything is there. Needs Java and `make java`.
"""

import argparse
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from msgspec import Struct

from bench.generate import generate
from kg.export.neo4j.load import load
from kg.export.neo4j.model import KINDS, Group, NodeGroup
from kg.export.neo4j.rows import graph_nodes, graph_ties
from kg.graph.stream import Selection
from kg.store import Store
from tests.servers.neo4j import HEAP, PASSWORD, USER, Neo4j, make_home, serving

SIZES = (10_000, 100_000, 1_000_000)
ROWS_A_CLAIM = 7.7  # nodes and relationships, in stores of bench/generate.py
MANUAL_BATCH = 10_000  # the manual's own
WARM_UP = 15_000  # rows loaded each way before all else, so that no size pays for a cold server
KIB = 1024


class Measured(Struct, frozen=True):
    """One turn: how many rows it wrote, how long it took, and the memory of the loading process."""

    rows: int
    seconds: float
    mib: float

    @property
    def speed(self) -> float:
        """Rows a second."""
        return self.rows / self.seconds


def plain(store: Store, server: Neo4j) -> int:
    """Write the same rows as the manual does it: unique ids for nodes, batches, one query after the other."""
    with server.driver() as driver:
        for kind in KINDS:
            driver.execute_query(
                f"CREATE CONSTRAINT FOR (n:{kind}) REQUIRE n.id IS UNIQUE", database_="neo4j"
            )
        total = 0
        for group, batch in _batches(store):
            driver.execute_query(_query(group), rows=batch, database_="neo4j")
            total += len(batch)
        return total


def _batches(store: Store) -> Iterator[tuple[Group, list[dict[str, Any]]]]:
    """The rows in the order of the graph, gathered for the query that writes them."""
    waiting: dict[Group, list[dict[str, Any]]] = defaultdict(list)
    with store.snapshot(), Selection(store) as chosen:
        for rows in (graph_nodes(chosen), graph_ties(chosen)):
            for row in rows:
                ends = {"source": row.source, "target": row.target}
                waiting[row.group].append({"id": row.id, **ends, "props": row.props})
                if len(waiting[row.group]) == MANUAL_BATCH:
                    yield row.group, waiting.pop(row.group)
            yield from waiting.items()
            waiting.clear()


def _query(group: Group) -> str:
    if isinstance(group, NodeGroup):
        label = f", n:{group.label}" if group.label else ""
        return f"UNWIND $rows AS row MERGE (n:{group.kind} {{id: row.id}}) SET n += row.props{label}"
    return (
        f"UNWIND $rows AS row MATCH (a:{group.source} {{id: row.source}}) "
        f"MATCH (b:{group.target} {{id: row.target}}) "
        f"MERGE (a)-[r:{group.type} {{id: row.id}}]->(b) SET r += row.props"
    )


def ours(store: Store, server: Neo4j) -> int:
    """Load with kg; how many rows there are."""
    done = load(store, server.uri, user=server.user, password=server.password)
    return sum(tally.created + tally.changed + tally.unchanged for tally in (done.nodes, done.relationships))


WAYS: dict[str, Callable[[Store, Neo4j], int]] = {"plain loop": plain, "kg load": ours, "kg load again": ours}


def measured(way: str, path: Path, server: Neo4j) -> Measured:
    """One turn in this process."""
    with Store.open(path, must_exist=True) as store:
        start = time.perf_counter()
        rows = WAYS[way](store, server)
        seconds = time.perf_counter() - start
    return Measured(rows, seconds, _peak())


def _peak() -> float:
    """MiB at the most; what getrusage calls so would count in the process that started this one."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / KIB


HEAD = """# Loading into Neo4j, in rows a second

Written by `python -m bench.neo4j --write docs/neo4j_speed.md`: stores of made-up news (bench/generate.py) are
loaded into one server (Neo4j 5.26, heap {heap}) that is emptied before each first load; server and loader
share {cores} cores. A row is a node or a relationship; the quickest of {turns} counts. The plain loop
is that of the driver's manual: the same rows in batches of {batch:,}, one `UNWIND … MERGE` after the other,
unique ids for nodes alone; kg also makes the ids of relationships unique, marks each row, and makes the
full-text indexes. Both use the same driver, each in a process of its own, of which the memory is the peak.
A second load finds everything there and sends nothing.

| rows | | rows/s | seconds | MiB |
|---|---|---|---|---|
"""


def page(found: Sequence[tuple[str, Measured]], *, turns: int) -> str:
    """The table, a line a size and way."""
    head = HEAD.format(heap=HEAP, batch=MANUAL_BATCH, cores=os.cpu_count(), turns=turns)
    return head + "".join(_line(way, row) for way, row in found)


def _line(way: str, row: Measured) -> str:
    return f"| {row.rows:,} | {way} | {row.speed:,.0f} | {row.seconds:,.1f} | {row.mib:,.0f} |\n"


def compared(
    server: Neo4j, size: int, folder: Path, *, seed: int, turns: int
) -> Iterator[tuple[str, Measured]]:
    """One size each way, the server emptied between the plain loop and kg; of several turns the quickest."""
    path = folder / f"{size}.db"
    generate(path, claims=round(size / ROWS_A_CLAIM), seed=seed)
    found: dict[str, list[Measured]] = defaultdict(list)
    for _ in range(turns):
        for way in WAYS:
            if way != "kg load again":
                server.bare()
            found[way].append(_apart(way, path, server))
            server.rows("CALL db.awaitIndexes(600)")  # so that nobody's turn pays for another's indexes
            print(f"{size}: {way}: {found[way][-1].speed:,.0f} a second", file=sys.stderr)
    for way, rows in found.items():
        yield way, max(rows, key=lambda row: row.speed)


def _apart(way: str, path: Path, server: Neo4j) -> Measured:
    """Measured in a process of its own, whose peak is that of this turn alone."""
    options = ("--one", way, "--store", str(path), "--server", server.uri)
    done = subprocess.run(  # noqa: S603 - our own file
        [sys.executable, "-m", "bench.neo4j", *options], check=True, stdout=subprocess.PIPE
    )
    return msgspec.json.decode(done.stdout, type=Measured)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--turns", type=int, default=2)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--one", choices=WAYS, help="one turn in this process, printed as JSON")
    parser.add_argument("--store", type=Path, help="for --one")
    parser.add_argument("--server", help="for --one")
    options = parser.parse_args()
    if options.one:
        server = Neo4j(options.server, USER, PASSWORD, Path())
        sys.stdout.buffer.write(msgspec.json.encode(measured(options.one, options.store, server)))
        return
    found = []
    with TemporaryDirectory() as folder, serving(make_home(Path(folder) / "neo4j")) as server:
        given = {"seed": options.seed, "turns": options.turns}
        list(compared(server, WARM_UP, Path(folder), seed=options.seed, turns=1))
        for size in options.rows:
            found += compared(server, size, Path(folder), **given)
    text = page(found, turns=options.turns)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
