"""Measures how often records are right at each confidence, and fits the calibration of a model folder.

    python bench/calibrate.py [GOLD.jsonl] [--model FOLDER] [--write docs/calibration.md]
                              [--picture docs/pictures/reliability.png]

Without GOLD the select articles beside the checkout are read. FOLDER/calibration.json is written
anew, and the manifest with it; what it was before does not matter, as records are read without it.
The figures printed are cross-validated: each fifth of the articles by a scale fitted on the others.
"""

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from msgspec import Struct

from kg.annotate.model import write_manifest
from kg.annotate.pipeline import Annotator, load
from kg.evaluate.calibration import (
    BINS,
    Array,
    bins_by_width,
    brier,
    ece,
    ece_by_chance,
    ranking,
)
from kg.evaluate.files import read_gold
from kg.evaluate.outcomes import KINDS, outcomes
from kg.evaluate.rows import GoldRow, PredictedRow
from kg.evaluate.scales import FOLDS, Features, cross_validated, fit
from kg.extract.article import extract
from kg.extract.calibrate import Calibration, Scale, write_calibration
from kg.extract.signs import chance_features, claim_features, signs
from kg.resources import model_dir
from kg.run.gold import plain_article
from kg.run.prediction import prediction

ROOT = Path(__file__).parents[1]
SELECT = ROOT.parent / "shared" / "data" / "news_attribution" / "select.jsonl"
ALONE = "claim, by its confidence alone"
SUMMARY = (
    "",
    "records",
    "right",
    "ECE found",
    "ECE calibrated",
    "ECE by chance",
    "Brier found",
    "Brier calibrated",
    "ranking found",
    "ranking calibrated",
)
FLOORS = (0.5, 0.6, 0.7, 0.8, 0.9)  # for --min-confidence
WIDTH = 10  # bins of the picture and the tables
ENOUGH = 5  # records from which a bin of the picture says something
Z = 1.96  # whiskers of 95 %

HEAD = """# Calibration

Written by `python bench/calibrate.py --write docs/calibration.md` from {articles} articles that the model was
not trained on. A name is right with its span and type, a claim with its content and its speaker, a relation
with its type and both its arguments, as in [scores.md](scores.md).

*Found* is what the model and the rules give; *calibrated* is what a record's `confidence` says, here by
scales fitted on other articles ({folds} folds), so that no figure is of articles that its scale knows. ECE is
the mean distance between confidence and share right over {bins} bins of as many records each; *by chance* is
what a perfect scale would show with so few records. Ranking is the chance that a right record is surer than a
wrong one. Relations inside claims, rumoured and denied ones, and what is not a name (他, 该公司) are not
measured.
"""


class Sample(Struct, frozen=True):
    """All records of one kind: where they stand, their signs, what was found, what is right."""

    articles: list[str]
    features: Sequence[Features]
    found: Array
    right: Array


class Measured(Struct, frozen=True):
    """Confidences as found and as other articles' scale has them, and what is right."""

    found: Array
    calibrated: Array
    right: Array


def predicted(
    gold: Mapping[str, GoldRow], annotator: Annotator
) -> tuple[dict[str, PredictedRow], dict[str, list[Features]]]:
    """The predictions, uncalibrated, and the signs of each article's claims in their order."""
    rows: dict[str, PredictedRow] = {}
    claims: dict[str, list[Features]] = {}
    for key, row in gold.items():
        article = plain_article(key, row["text"] or "")
        doc = annotator(article)
        extraction = extract(doc, article, origin=annotator.model)
        known = signs(doc, extraction.claims)
        rows[key] = cast(PredictedRow, prediction(article, extraction))
        claims[key] = [claim_features(known[claim.id]) for claim in extraction.claims]
    return rows, claims


def samples(gold: Mapping[str, GoldRow], annotator: Annotator) -> dict[str, Sample]:
    """The records of each kind with their signs."""
    rows, claims = predicted(gold, annotator)
    result: dict[str, Sample] = {}
    for kind, found in outcomes(gold, rows).items():
        features = [
            claims[it.article][it.index] if kind == "claim" else chance_features(it.confidence)
            for it in found
        ]
        confidence = np.array([it.confidence for it in found], dtype=np.float64)
        right = np.array([it.right for it in found], dtype=np.float64)
        result[kind] = Sample([it.article for it in found], features, confidence, right)
    return result


def scale(features: Sequence[Features], right: Array) -> Scale:
    """The scale that ships, in the class that applies it."""
    fitted = fit(features, right)
    return Scale(weights=fitted.weights, knots=fitted.knots)


def measured(sample: Sample) -> Measured:
    """The cross-validated confidences of a sample."""
    said = cross_validated(sample.articles, sample.features, sample.right, lambda *rows: scale(*rows).of)
    return Measured(sample.found, said, sample.right)


def alone(sample: Sample) -> Sample:
    """The claims with no sign but their confidence, to see what the others are worth."""
    features = [chance_features(float(value)) for value in sample.found]
    return Sample(sample.articles, features, sample.found, sample.right)


def summary(results: Mapping[str, Measured]) -> Iterator[str]:
    """One row a kind: errors before and after."""
    yield f"| {' | '.join(SUMMARY)} |"
    yield "|---" * len(SUMMARY) + "|"
    for kind, it in results.items():
        figures = [
            float(it.right.mean()),
            ece(it.found, it.right),
            ece(it.calibrated, it.right),
            ece_by_chance(it.calibrated),
            brier(it.found, it.right),
            brier(it.calibrated, it.right),
            ranking(it.found, it.right),
            ranking(it.calibrated, it.right),
        ]
        yield f"| {kind} | {len(it.right):,} | {' | '.join(f'{value:.3f}' for value in figures)} |"


def bins(all_: Measured) -> Iterator[str]:
    """One row a bin of the picture; a bin without a record is empty."""
    yield "| confidence | found: records | mean | right | calibrated: records | mean | right |"
    yield "|---" * 7 + "|"
    both = (all_.found, all_.calibrated)
    columns = [bins_by_width(values, all_.right, count=WIDTH) for values in both]
    for place, pair in enumerate(zip(*columns, strict=True)):
        cells = [
            f"{bin_.count} | {bin_.confidence:.3f} | {bin_.right:.3f}" if bin_ else "0 | – | –"
            for bin_ in pair
        ]
        yield f"| {place / WIDTH:.1f}–{(place + 1) / WIDTH:.1f} | {' | '.join(cells)} |"


def kept(results: Mapping[str, Measured]) -> Iterator[str]:
    """What a lowest confidence keeps: the share of the records, of the right ones, and how many are right."""
    titles = [f"{kind}s kept | of the right ones | right" for kind in results]
    yield f"| `--min-confidence` | {' | '.join(titles)} |"
    yield "|---" * (1 + 3 * len(results)) + "|"
    for floor in FLOORS:
        cells = []
        for it in results.values():
            stay = it.calibrated >= floor
            right = it.right[stay]
            share = f"{right.mean():.3f}" if len(right) else "–"
            cells += [f"{stay.mean():.3f}", f"{right.sum() / max(1.0, it.right.sum()):.3f}", share]
        yield f"| {floor} | {' | '.join(cells)} |"


def page(results: Mapping[str, Measured], baseline: Measured, *, articles: int, picture: str) -> str:
    """docs/calibration.md."""
    first, second, third = (results[kind] for kind in KINDS)
    parts = [
        HEAD.format(articles=articles, folds=FOLDS, bins=BINS),
        "\n".join(summary({KINDS[0]: first, KINDS[1]: second, ALONE: baseline, KINDS[2]: third})),
        f"\n![Share right over confidence, for names, claims and relations]({picture})\n" if picture else "",
        "## What a lowest confidence keeps\n",
        "\n".join(kept(results)),
    ]
    for kind, it in results.items():
        parts += [f"\n## Bins: {kind}s\n", "\n".join(bins(it))]
    return "\n".join(parts) + "\n"


def draw(results: Mapping[str, Measured], path: Path) -> None:
    """The reliability plot: share right over confidence, and how many records there are, a column a kind."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(
        2, len(results), figsize=(11, 4.9), height_ratios=(3, 1), sharex=True, layout="constrained"
    )
    for column, (kind, it) in enumerate(results.items()):
        above, below = axes[:, column]
        above.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle=":")
        series = (("found", it.found, "#c2622d", "s"), ("calibrated", it.calibrated, "#1f5fa8", "o"))
        for name, values, colour, marker in series:
            _line(above, values, it.right, name=name, colour=colour, marker=marker)
            below.hist(values, bins=WIDTH, range=(0, 1), histtype="step", color=colour, linewidth=1.4)
        above.set(title=f"{kind}s ({len(it.right):,})", ylim=(-0.02, 1.02), xlim=(0, 1), aspect="auto")
        below.set(xlabel="confidence", yscale="log")
        above.grid(color="#eeeeee")
        for side in ("top", "right"):
            above.spines[side].set_visible(False)
            below.spines[side].set_visible(False)
    axes[0, 0].set_ylabel("share right")
    axes[1, 0].set_ylabel("records")
    axes[0, 0].legend(frameon=False, loc="upper left")
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=130, metadata={"Software": None})
    plt.close(figure)


def _line(axis: Any, values: Array, right: Array, *, name: str, colour: str, marker: str) -> None:
    """The bins with enough records, with whiskers of 95 % (Wilson's)."""
    found = [it for it in bins_by_width(values, right, count=WIDTH) if it and it.count >= ENOUGH]
    x = [it.confidence for it in found]
    y = np.array([it.right for it in found])
    ends = np.array([wilson(it.right, it.count) for it in found]).reshape(-1, 2)
    whiskers = np.abs(ends - y[:, None]).T
    axis.errorbar(
        x,
        y,
        yerr=whiskers,
        label=name,
        color=colour,
        marker=marker,
        markersize=5,
        linewidth=1.4,
        elinewidth=0.8,
    )


def wilson(share: float, count: int) -> tuple[float, float]:
    """The interval of a share of so many."""
    middle = (share + Z**2 / (2 * count)) / (1 + Z**2 / count)
    half = Z / (1 + Z**2 / count) * ((share * (1 - share) + Z**2 / (4 * count)) / count) ** 0.5
    return middle - half, middle + half


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=SELECT)
    parser.add_argument("--model", type=Path, default=model_dir())
    parser.add_argument("--write", type=Path)
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    gold = {key: row for key, row in read_gold(options.gold).items() if row.get("text")}
    found = samples(gold, load(options.model))
    results = {kind: measured(sample) for kind, sample in found.items()}
    scales = {f"{kind}s": scale(sample.features, sample.right) for kind, sample in found.items()}
    write_calibration(options.model, Calibration(**scales))
    write_manifest(options.model)
    if options.picture:
        draw(results, options.picture)
    near = (options.write or Path("docs/calibration.md")).parent
    picture = Path(os.path.relpath(options.picture, near)).as_posix() if options.picture else ""
    text = page(results, measured(alone(found["claim"])), articles=len(gold), picture=picture)
    print(text)
    if options.write:
        options.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
