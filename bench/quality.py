"""The scores of the model on every gold file at hand, as the table of docs/scores.md.

    python bench/quality.py [GOLD.jsonl …] [--write docs/scores.md] [--floors]

Without arguments: tests/gold, and beside the checkout the dev and select articles. ``--floors``
raises the floors of tests/gold/floors.json to what was measured, less a margin; they never fall.
The first forty articles of tests/gold have floors of their own, from before the others came.
"""

import argparse
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from kg.annotate.pipeline import load
from kg.evaluate.bootstrap import intervals, lines
from kg.evaluate.files import read_gold
from kg.evaluate.floors import MEASURES, measure, raise_floors, read_floors, write_floors
from kg.evaluate.rows import GoldRow, PredictedRow
from kg.evaluate.scorer import score
from kg.evaluate.tally import Scores
from kg.run.gold import predict

ROOT = Path(__file__).parents[1]
OWN = ROOT / "tests" / "gold" / "gold.jsonl"
BESIDE = ROOT.parent / "shared"
GOLD = (OWN, BESIDE / "gold" / "dev.jsonl", BESIDE / "data" / "news_attribution" / "select.jsonl")
NAMES = {"gold": "tests/gold"}
MORE = ("about|matched", "negated|matched", "hedged|matched", "entity span", "mode|matched", "cue|matched")

FIRST, EARLY = 40, "tests/gold 01-40"
DETAILED = "select"  # the set whose types and modes are many enough to be looked at one by one

HEAD = """# Scores

F1, or the share that is right; written by `python bench/quality.py --write docs/scores.md`.
"""
DETAILS = """
## By type and by mode, with intervals

On {gold}: what 95 % of 1,000 draws of as many articles gave stands in brackets.
"""


def table(scored: dict[str, Scores]) -> str:
    """One row a measure, one column a gold file."""
    lines = [f"| measure | {' | '.join(scored)} |", "|---" * (len(scored) + 1) + "|"]
    lines.append(f"| articles | {' | '.join(str(scores['articles']) for scores in scored.values())} |")
    for name in (*MEASURES, *MORE):
        found = [measure(scores, name) for scores in scored.values()]
        cells = ["–" if value is None else f"{value:.3f}" for value in found]
        lines.append(f"| {name.replace('|', ', of ')} | {' | '.join(cells)} |")
    return "\n".join(lines)


def gold_sets(paths: Sequence[Path]) -> dict[str, dict[str, GoldRow]]:
    """The gold rows by name of their set; our own first articles once more by themselves."""
    found: dict[str, dict[str, GoldRow]] = {}
    for path in paths:
        rows = read_gold(path)
        name = NAMES.get(path.stem, path.stem)
        found[name] = rows
        if path == OWN:
            found[EARLY] = dict(islice(rows.items(), FIRST))
    return found


def details(gold: dict[str, GoldRow], found: dict[str, PredictedRow]) -> str:
    """Every figure of a set with its interval, as a page's code block."""
    rows = lines(intervals(gold, found), articles=len(gold))
    return "\n".join([DETAILS.format(gold=DETAILED), "```", *rows, "```"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args()
    paths = options.gold or [path for path in GOLD if path.exists()]
    annotator, sets = load(), gold_sets(paths)
    found = {name: predict(rows, {}, annotator) for name, rows in sets.items() if name != EARLY}
    if EARLY in sets:
        found[EARLY] = found[NAMES["gold"]]
    scored = {name: score(rows, found[name]) for name, rows in sets.items()}
    text = table(scored)
    if DETAILED in sets:
        text += "\n" + details(sets[DETAILED], found[DETAILED])
    print(text)
    if options.write:
        options.write.write_text(f"{HEAD}\n{text}\n", encoding="utf-8")
    if options.floors:
        place = OWN.with_name("floors.json")
        floors = read_floors(place) if place.exists() else {}
        write_floors(place, raise_floors(scored, floors))


if __name__ == "__main__":
    main()
