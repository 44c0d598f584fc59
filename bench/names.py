"""Whether two names are one bearer's: kg compare beside rapidfuzz and nomenklatura on the same pairs.

    python bench/names.py [PAIRS.csv] [--errors] [--no-peer]

PAIRS.csv, by default bench/names.csv, holds pairs written by hand, some with a sentence for each name. The
rules of kg have been mended by its errors, the weights are not fitted on it; bench/names_held_out.csv was
written blind beside it, and no rule is mended by its errors. What counts is "same": precision, recall and F1;
kg's unsure is not same. rapidfuzz (WRatio) and nomenklatura's logic matcher give a score alone: each gets the
threshold that is best for its F1 on these very pairs, which flatters them; neither reads the sentences.
nomenklatura runs in bench/.venv, which bench/names_peer.sh makes.
"""

import argparse
import csv
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from rapidfuzz import fuzz

from kg.match.compare import Match, Profile, compare

FOLDER = Path(__file__).parent
PAIRS = FOLDER / "names.csv"
PEER_PYTHON, PEER = FOLDER / ".venv" / "bin" / "python", FOLDER / "names_peer.py"
SCHEMAS = {
    "person": "Person",
    "company": "Company",
    "organisation": "Organization",
    "government": "PublicBody",
}
OTHER_SCHEMA = "Thing"  # what followthemoney calls a name of any kind
SAME = "same"
WHOLE = 100  # rapidfuzz's score for one string


class Pair(NamedTuple):
    """A row of the file: two names, what they are, and whether they are one bearer's."""

    left: str
    right: str
    type: str
    verdict: str
    left_context: str
    right_context: str
    why: str


class Scores(NamedTuple):
    """Precision, recall and F1 of "same"."""

    precision: float
    recall: float
    f1: float


def read(path: Path) -> list[Pair]:
    """The pairs of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Pair(**row) for row in csv.DictReader(file)]


def judge(pair: Pair) -> Match:
    """kg's verdict on a pair."""
    left = Profile(pair.left, pair.type or None, context=pair.left_context)
    return compare(left, Profile(pair.right, pair.type or None, context=pair.right_context))


def scores(said: Iterable[bool], pairs: Sequence[Pair]) -> Scores:
    """Precision, recall and F1 of saying same; 0 where nothing was said."""
    told = [(is_same, pair.verdict == SAME) for is_same, pair in zip(said, pairs, strict=True)]
    right = sum(said and same for said, same in told)
    precision = right / max(1, sum(said for said, _ in told))
    recall = right / max(1, sum(same for _, same in told))
    return Scores(precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))


def best(values: Sequence[float], pairs: Sequence[Pair]) -> tuple[float, Scores]:
    """The threshold with the best F1, of equals the highest, and its scores."""
    found = ((limit, scores((value >= limit for value in values), pairs)) for limit in sorted(set(values)))
    return max(found, key=lambda row: (row[1].f1, row[0]))


def peer_scores(pairs: Sequence[Pair]) -> list[float]:
    """nomenklatura's scores, from its own environment."""
    lines = (f"{pair.left}\t{pair.right}\t{SCHEMAS.get(pair.type, OTHER_SCHEMA)}\n" for pair in pairs)
    ran = subprocess.run(  # noqa: S603  our own script in our own environment
        [PEER_PYTHON, PEER],
        input="".join(lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return [float(line) for line in ran.stdout.splitlines()]


def table(pairs: Sequence[Pair], matches: Sequence[Match], *, with_peer: bool) -> Iterator[str]:
    """A line a matcher."""
    yield f"{'matcher':34}  precision  recall     F1"
    yield line("kg compare", scores((match.verdict == SAME for match in matches), pairs))
    limit, found = best([fuzz.WRatio(pair.left, pair.right) / WHOLE for pair in pairs], pairs)
    yield line(f"rapidfuzz WRatio >= {limit:.2f} (best)", found)
    if with_peer and PEER_PYTHON.exists():
        limit, found = best(peer_scores(pairs), pairs)
        yield line(f"nomenklatura logic-v2 >= {limit:.2f} (best)", found)
    elif with_peer:
        yield "nomenklatura is not there: sh bench/names_peer.sh puts it into bench/.venv"


def line(name: str, found: Scores) -> str:
    """One row of the table."""
    return f"{name:34}  {found.precision:9.3f}  {found.recall:6.3f}  {found.f1:5.3f}"


def errors(pairs: Sequence[Pair], matches: Sequence[Match]) -> Iterator[str]:
    """The pairs that kg gets wrong: wrong merges first, then those that it misses."""
    for is_missed in (False, True):
        for pair, match in zip(pairs, matches, strict=True):
            if (match.verdict == SAME) != (pair.verdict == SAME) and (pair.verdict == SAME) == is_missed:
                why = "; ".join(f"{reason.feature} {reason.score:+.1f}" for reason in match.reasons)
                kind = "missed" if is_missed else "wrong merge"
                yield f"{kind}: {pair.left} / {pair.right} ({pair.type}) {match.verdict} {match.score}: {why}"


def main(args: Sequence[str] | None = None) -> None:
    """Print the table, and the wrong pairs if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path, nargs="?", default=PAIRS)
    parser.add_argument("--errors", action="store_true", help="print the pairs that kg gets wrong")
    parser.add_argument("--no-peer", action="store_true", help="without nomenklatura")
    options = parser.parse_args(args)
    pairs = read(options.pairs)
    matches = [judge(pair) for pair in pairs]  # reads the lists, so that the second time is the matcher's own
    start = perf_counter()
    matches = [judge(pair) for pair in pairs]
    spent = (perf_counter() - start) / max(1, len(pairs))
    same = sum(pair.verdict == SAME for pair in pairs)
    print(f"{len(pairs)} pairs, {same} same, {len(pairs) - same} different; kg: {spent * 1e6:.0f} µs a pair")
    print("\n".join(table(pairs, matches, with_peer=not options.no_peer)))
    if options.errors:
        print("\n".join(errors(pairs, matches)))


if __name__ == "__main__":
    main()
