"""How time and memory of resolving grow with the number of referents, and how many of them it gets right.

    python bench/resolve.py [--sizes 125000 250000 500000 1000000] [--seed 1] [--write docs/resolve.md]

Reads made-up articles (bench/synthetic.py), groups their referents to bearers of names, finds the names that
are near each other, and resolves each set of such names, as the store does article by article. Seconds are
the processor's, without making the articles up. Each size runs in a process of its own.
"""

import argparse
import resource
import subprocess
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec import Struct
from rapidfuzz import fuzz, process

from bench.corpus import Corpus, Pair, resolved
from bench.rates import REFERENTS
from bench.synthetic import World
from kg.match.nearness import components

SIZES = (125_000, 250_000, 500_000, 1_000_000)
KIB = 1024
PEER_SCORE, PEER_BLOCK = 90, 2  # WRatio that joins; characters that two names must begin with to be compared


class Scores(NamedTuple):
    """Precision, recall and F1 of pairs of referents, and B-cubed F1, where each referent counts alike."""

    precision: float
    recall: float
    f1: float
    b_cubed: float


def scores(found: Sequence[int], truth: Sequence[int]) -> Scores:
    """How well the clusters agree with the truth, counted over what each cluster shares with each entity."""
    shared = Counter(zip(found, truth, strict=True))
    sizes, entities = Counter(found), Counter(truth)
    both = _pairs_within(shared.values())
    precision, recall = (both / (_pairs_within(of.values()) or 1) for of in (sizes, entities))
    each = [
        sum(count**2 / of[pair[side]] for pair, count in shared.items()) / len(found)
        for side, of in enumerate((sizes, entities))
    ]
    return Scores(precision, recall, _harmonic(precision, recall), _harmonic(*each))


def _pairs_within(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


class Measured(Struct):
    """One size: what was read, how long it took, what it held, and how well it went."""

    referents: int
    entities: int
    names: int
    clusters: int
    seconds: float
    mib: float
    start_mib: float
    scores: Scores


def measured(size: int, seed: int, *, resolver: str = "kg") -> Measured:
    """Resolve so many referents and measure it; memory is this process's peak, the made-up world included."""
    start_mib = _peak()
    world = World(size // REFERENTS, seed)
    corpus, spent = Corpus(), 0.0
    for page in world.pages(size):
        start = process_time()
        corpus.add(page)
        spent += process_time() - start
        if len(corpus.referents) >= size:
            break
    start = process_time()
    found = RESOLVERS[resolver](corpus)
    spent += process_time() - start
    clusters = [found[bearer] for bearer in corpus.referents]
    return Measured(
        referents=len(clusters),
        entities=len(set(corpus.truth)),
        names=len(corpus.names),
        clusters=len(set(clusters)),
        seconds=spent,
        mib=_peak(),
        start_mib=start_mib,
        scores=scores(clusters, corpus.truth),
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB


def by_likeness(corpus: Corpus) -> Sequence[int]:
    """The peer: names that begin alike and that rapidfuzz's WRatio finds alike are one, whatever they are."""
    keys = list(corpus.names)
    blocks: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        blocks.setdefault(key[:PEER_BLOCK], []).append(number)
    clusters = array("i", [0]) * len(keys)
    joined = (pair for block in blocks.values() for pair in _alike(block, keys))
    for number, names in enumerate(components(len(keys), joined)):
        for name in names:
            clusters[name] = number
    return [clusters[name] for name in corpus.bearer_names]


def _alike(block: Sequence[int], keys: Sequence[str]) -> Iterator[Pair]:
    names = [keys[number] for number in block]
    found = process.cdist(names, names, scorer=fuzz.WRatio, score_cutoff=PEER_SCORE)
    for left, right in zip(*np.nonzero(np.triu(found, 1)), strict=True):
        yield block[left], block[right]


RESOLVERS: dict[str, Callable[[Corpus], Sequence[int]]] = {"kg": resolved, "WRatio": by_likeness}


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The power of the size that fits the costs best: 1 where twice as much costs twice as much."""
    return float(np.polyfit(np.log(sizes), np.log(costs), 1)[0])


HEAD = """# Resolving at scale

Written by `python bench/resolve.py --write docs/resolve.md`: made-up articles with firms, people and products
(bench/rates.py says how many of what) are read, and their referents resolved. Seconds are the processor's,
without making the articles up; memory is the process's peak, the made-up world in it;
it grows as said without what the process holds before it reads. F1 is over pairs of
referents, which the entities named most decide; in B-cubed every referent counts alike. WRatio joins names
that begin with the same two characters and of which rapidfuzz says at least {score}.

| | referents | entities | names | clusters | seconds | MiB | precision | recall | F1 | B-cubed |
|---|---|---|---|---|---|---|---|---|---|---|
"""
GROWTH = "\nTime grows with the power {time:.2f} of the referents, memory with {memory:.2f}.\n"


def page(found: Mapping[str, Sequence[Measured]]) -> str:
    """The table of all that was measured, and how kg's costs grow."""
    lines = [_line(resolver, row) for resolver, rows in found.items() for row in rows]
    return HEAD.format(score=PEER_SCORE) + "".join(lines) + _growth(found["kg"])


def _line(resolver: str, row: Measured) -> str:
    counts = (row.referents, row.entities, row.names, row.clusters, round(row.seconds), round(row.mib))
    cells = (resolver, *map("{:,}".format, counts), *map("{:.3f}".format, row.scores))
    return f"| {' | '.join(cells)} |\n"


def _growth(rows: Sequence[Measured]) -> str:
    """The two exponents in words; "" for a single size."""
    if len(rows) < 2:
        return ""
    sizes = [row.referents for row in rows]
    memory = exponent(sizes, [row.mib - row.start_mib for row in rows])
    return GROWTH.format(time=exponent(sizes, [row.seconds for row in rows]), memory=memory)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--one", choices=RESOLVERS, help="measure the one size in this process, print JSON")
    options = parser.parse_args()
    if options.one:
        row = measured(options.sizes[0], options.seed, resolver=options.one)
        sys.stdout.buffer.write(msgspec.json.encode(row))
        return
    found: dict[str, list[Measured]] = {"kg": [], "WRatio": []}
    for resolver, sizes in (("kg", options.sizes), ("WRatio", options.sizes[:1])):
        for size in sizes:
            found[resolver].append(_apart(size, options.seed, resolver))
            print(f"{resolver} {size}: {found[resolver][-1]}", file=sys.stderr)
    text = page(found)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    print(text)


def _apart(size: int, seed: int, resolver: str) -> Measured:
    """Measured in a process of its own, whose peak is that of this size alone."""
    command = [sys.executable, __file__, "--one", resolver, "--sizes", str(size), "--seed", str(seed)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own file
    return msgspec.json.decode(done.stdout, type=Measured)


if __name__ == "__main__":
    main()
