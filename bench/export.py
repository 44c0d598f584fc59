"""How long the export of a graph takes and how much memory, in every format, beside networkx and igraph.

    python bench/export.py [--claims 38000 77000 153000] [--seed 7] [--write docs/export-speed.md]

The databases are made up (bench/generate.py); of 153,000 claims come about a million edges. An export reads
the database and writes the file, each in a process of its own. A peer writes a graph that it holds in memory
already; what it takes to put it there is counted apart. Seconds are the processor's, memory is the process's
peak. GraphML is measured at all sizes, the rest at the first, since some of the peers hold a whole document
in memory.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import igraph
import msgspec
import networkx as nx
from msgspec import Struct

from bench.generate import generate
from kg.export import Elements, export, graphml
from kg.export.formats import BUILT_IN
from kg.graph.networkx import to_networkx
from kg.graph.stream import Selection
from kg.store import Store
from kg.store.connect import CACHE_KIB

CLAIMS = (38_000, 77_000, 153_000)  # a quarter of a million edges, half a million, and a million
KIB = 1024
MIB = 1024 * 1024
GRAPHML, GEPHI = "graphml", "graphml --profile gephi"
WRITER = "graphml, elements at hand"


class Measured(Struct, frozen=True, kw_only=True):
    """One export: its elements, seconds (of a peer, those of making the graph first), bytes and peak."""

    nodes: int
    edges: int
    seconds: float
    before: float
    mib: float
    peak_mib: float


def by_kg(path: Path, target: Path, format_: str, options: Mapping[str, str]) -> Measured:
    """From the database to the file or folder."""
    with Store.open(path) as store:
        start = process_time()
        written = export(store, format_, target, options=options)
        seconds = process_time() - start
    return _measured(target, written.nodes, written.edges, seconds, 0.0)


def by_writer(path: Path, target: Path) -> Measured:
    """The writer alone, of elements that are in memory."""
    with Store.open(path) as store, Selection(store) as chosen:
        before = process_time()
        nodes, edges = list(chosen.nodes()), list(chosen.edges())
        start = process_time()
        with target.open("wb") as stream:
            graphml.write(Elements(nodes, edges, str), stream)
        seconds = process_time() - start
    return _measured(target, len(nodes), len(edges), seconds, start - before)


Graph = Any  # networkx's or igraph's
Make, Write = Callable[[Store], Graph], Callable[[Graph, Path], object]


def by_peer(
    path: Path, target: Path, make: Callable[[Store], Graph], write: Callable[..., object]
) -> Measured:
    """A peer's function, of a graph that it has in memory."""
    with Store.open(path) as store:
        before = process_time()
        graph = make(store)
        start = process_time()
        write(graph, target)
        seconds = process_time() - start
    nodes, edges = (graph.vcount(), graph.ecount()) if isinstance(graph, igraph.Graph) else _sizes(graph)
    return _measured(target, nodes, edges, seconds, start - before)


def _sizes(graph: "nx.Graph[str]") -> tuple[int, int]:
    return graph.number_of_nodes(), graph.number_of_edges()


def _measured(target: Path, nodes: int, edges: int, seconds: float, before: float) -> Measured:
    files = target.iterdir() if target.is_dir() else [target]
    return Measured(
        nodes=nodes,
        edges=edges,
        seconds=seconds,
        before=before,
        mib=sum(file.stat().st_size for file in files) / MIB,
        peak_mib=_peak_kib() / KIB,
    )


def _peak_kib() -> int:
    """Of this process alone: getrusage would count the one that started it too."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def _json(graph: Graph, target: Path) -> None:
    with target.open("w", encoding="utf-8") as stream:
        json.dump(nx.node_link_data(graph, edges="edges"), stream, ensure_ascii=False)


def _gexf_ready(store: Store) -> Graph:
    """networkx's writer takes start and end, which are ours, for days."""
    graph = to_networkx(store)
    for *_, data in graph.edges(data=True):
        for name in ("start", "end"):
            data[f"offset_{name}"] = data.pop(name, 0)
    return graph


def _igraph(store: Store) -> Graph:
    return igraph.Graph.from_networkx(to_networkx(store))


def _write_gexf(graph: Graph, target: Path) -> None:
    nx.write_gexf(graph, target, version="1.2draft")


def _igraph_graphml(graph: Graph, target: Path) -> None:
    graph.write_graphml(str(target))


PEERS: Mapping[str, tuple[Make, Write]] = {
    "networkx.write_graphml": (to_networkx, nx.write_graphml),
    "igraph.write_graphml": (_igraph, _igraph_graphml),
    "networkx.write_gexf": (_gexf_ready, _write_gexf),
    "json of networkx.node_link_data": (to_networkx, _json),
}
NETWORKX = "networkx.write_graphml"
LARGE = (GRAPHML, WRITER, NETWORKX, GEPHI)  # measured at all sizes, the others at the first
KGS = (*BUILT_IN, GEPHI, "graphml --profile apoc", WRITER)


def measure(name: str, path: Path, target: Path) -> Measured:
    """One of them, once."""
    if name in PEERS:
        return by_peer(path, target, *PEERS[name])
    if name == WRITER:
        return by_writer(path, target)
    format_, *profile = name.split(" --profile ")
    return by_kg(path, target, format_, {"profile": profile[0]} if profile else {})


def measured(paths: Sequence[Path], runs: int) -> dict[str, list[Measured]]:
    """All of them, each in a process of its own, whose peak is its own."""
    found: dict[str, list[Measured]] = {}
    for name in (*KGS, *PEERS):
        for path in paths if name in LARGE else paths[:1]:
            best = min((_apart(name, path) for _ in range(runs)), key=lambda one: one.seconds)
            found.setdefault(name, []).append(best)
            print(f"{name}: {best}", file=sys.stderr)
    return found


def _apart(name: str, path: Path) -> Measured:
    command = [sys.executable, __file__, "--one", name, "--db", path]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own file
    return msgspec.json.decode(done.stdout, type=Measured)


HEAD = """# Exporting at scale

Written by `python bench/export.py --write docs/export-speed.md`. The databases are made up
(`bench/generate.py`). Seconds are the processor's; memory is the peak of a process that does nothing else. kg
reads the database and writes the file. A peer writes a graph that is in memory already: what reading the
database and making the graph took stands beside it, in the column before. "{writer}" is
kg's writer alone, of nodes and edges that are in memory. Of the database SQLite keeps {cache} MiB in memory
at most; a smaller one fits in whole.

"""
ROW = "| {} | {:,} | {:,} | {:.1f} | {} | {:,} | {:,.0f} | {:,.0f} |\n"
COLUMNS = """| | nodes | edges | seconds | before | elements a second | file MiB | peak MiB |
|---|---|---|---|---|---|---|---|
"""


def page(found: Mapping[str, Sequence[Measured]]) -> str:
    """The comparison in words, and the table of all that was measured."""
    rows = [_row(name, one) for name, several in found.items() for one in several]
    return HEAD.format(writer=WRITER, cache=CACHE_KIB // KIB) + _compared(found) + COLUMNS + "".join(rows)


def _row(name: str, one: Measured) -> str:
    before = f"{one.before:.1f}" if one.before else ""
    speed = round((one.nodes + one.edges) / one.seconds)
    return ROW.format(name, one.nodes, one.edges, one.seconds, before, speed, one.mib, one.peak_mib)


def _compared(found: Mapping[str, Sequence[Measured]]) -> str:
    """How much faster GraphML is than networkx's at the largest size, and how memory grows with the size."""
    kg, writer, peer = (found[name][-1] for name in (GRAPHML, WRITER, NETWORKX))
    lines = (
        f"Of {kg.edges:,} edges kg's writer makes GraphML {peer.seconds / writer.seconds:.1f} times as fast"
        f" as `networkx.write_graphml`, both with everything in memory; from the database to the file it is"
        f" {(peer.before + peer.seconds) / kg.seconds:.1f} times as fast as making the graph and writing it,"
        f" and {peer.seconds / kg.seconds:.1f} times as fast as networkx's writing alone.",
        *(_growth(name, found[name]) for name in (GRAPHML, GEPHI, NETWORKX)),
    )
    return "".join(f"- {line}\n" for line in lines) + "\n"


def _growth(name: str, sizes: Sequence[Measured]) -> str:
    peaks = ", ".join(f"{one.peak_mib:,.0f} at {one.edges:,}" for one in sizes)
    return f"MiB of memory of `{name}` and edges: {peaks}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=CLAIMS)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--runs", type=int, default=1, help="the least seconds of so many count")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--one", choices=(*KGS, *PEERS), help="measure the one in this process, print JSON")
    parser.add_argument("--db", type=Path, help="the database of --one")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        if options.one:
            row = measure(options.one, options.db, Path(folder) / "graph")
            sys.stdout.buffer.write(msgspec.json.encode(row))
            return
        paths = [Path(folder) / f"{claims}.db" for claims in options.claims]
        for path, claims in zip(paths, options.claims, strict=True):
            generate(path, claims=claims, seed=options.seed)
        text = page(measured(paths, options.runs))
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
