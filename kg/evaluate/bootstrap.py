"""Intervals for every figure of the scorer: which values other articles of this kind might have given.

Articles are drawn again with replacement, as many as there are. Every figure is a ratio of two sums
over articles, so that a draw is a product of counts with the sums and no article is scored twice.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kg.evaluate.rows import EntityRow, GoldRow, PredictedRow, RelationRow
from kg.evaluate.scorer import IOU, count_article, entity_key, relation_key, text_of, type_name
from kg.evaluate.tally import Overlap, Tally

Array = NDArray[np.float64]
Terms = dict[str, tuple[float, float]]  # figure -> what its ratio is of, in one article

RESAMPLES = 1000
SEED = 20240413
LEVEL = 0.95
PARTS = ("P", "R", "F1", "found", "found+speaker")
GOLD_PARTS = ("R", "found")  # parts that count what gold has

F1_MEASURES = {
    "content exact": "exact",
    "content overlap": "overlap",
    "full claim": "full",
    "about|matched": "about_matched",
    "about end-to-end": "about",
    "negated|matched": "negated",
    "hedged|matched": "hedged",
    "entity strict": "entity_strict",
    "entity span": "entity_span",
    "relation": "relation",
}
SHARES = {
    "speaker|matched": "speaker",
    "speaker span|matched": "speaker_span",
    "cue|matched": "cue",
    "mode|matched": "mode",
}


class Figure(Struct, frozen=True):
    """A score with its interval; both ends are the score where no draw says otherwise.

    ``count`` is what the score is a share of: for F1 predicted and gold together.
    """

    value: float
    low: float
    high: float
    count: int


def intervals(
    gold: Mapping[str, GoldRow],
    pred: Mapping[str, PredictedRow],
    texts: Mapping[str, str] | None = None,
    iou: float = IOU,
    *,
    resamples: int = RESAMPLES,
) -> dict[str, Figure]:
    """Every figure with its 95 % interval, by name: "full claim F1", "entity person R", "mode turn found"."""
    rows = [
        terms(row, pred.get(article, {"id": article}), text_of(article, row, texts), iou=iou)
        for article, row in gold.items()
    ]
    return figures(rows, resamples=resamples)


def terms(row: GoldRow, answer: PredictedRow, text: str | None, *, iou: float = IOU) -> Terms:
    """What one article adds above and below the line of each ratio."""
    tally = Tally()
    count_article(tally, row, answer, text, iou=iou)
    found: Terms = {}
    for name, field in F1_MEASURES.items():
        found.update(_ratios(name, getattr(tally, field)))
    for name, field in SHARES.items():
        found[name] = (getattr(tally, field), tally.overlap.tp)
    for mode, count in tally.modes.items():
        found[f"mode {mode} found"] = (count.found, count.gold)
        found[f"mode {mode} found+speaker"] = (count.full, count.gold)
    if row.get("entities_annotated"):
        for name, overlap in _by_type(row, answer, text):
            found.update(_ratios(name, overlap))
    return found


def _by_type(row: GoldRow, answer: PredictedRow, text: str | None) -> Iterator[tuple[str, Overlap]]:
    """The names of each type and the relations of each type."""
    names, ties = row["entities"], row.get("relations", [])
    said_names, said_ties = answer.get("entities") or [], answer.get("relations") or []
    for type_ in _types(names, said_names):
        yield (
            f"entity {type_}",
            _overlap(
                {entity_key(it) for it in said_names if _type(it) == type_},
                {entity_key(it) for it in names if _type(it) == type_},
            ),
        )
    for type_ in _types(ties, said_ties):
        yield (
            f"relation {type_}",
            _overlap(
                {relation_key(it, text) for it in said_ties if _type(it) == type_},
                {relation_key(it, text) for it in ties if _type(it) == type_},
            ),
        )


def _types(*rows: Sequence[EntityRow] | Sequence[RelationRow]) -> list[str]:
    return sorted({_type(it) for some in rows for it in some})


def _type(row: EntityRow | RelationRow) -> str:
    return type_name(row.get("type"))


def _overlap(predicted: set[object], gold: set[object]) -> Overlap:
    overlap = Overlap()
    overlap.add_sets(predicted=predicted, gold=gold)
    return overlap


def _ratios(name: str, overlap: Overlap) -> Terms:
    """Precision, recall and F1 as ratios of sums: F1 is 2 tp / (predicted + gold)."""
    return {
        f"{name} P": (overlap.tp, overlap.pred),
        f"{name} R": (overlap.tp, overlap.gold),
        f"{name} F1": (2 * overlap.tp, overlap.pred + overlap.gold),
    }


def figures(rows: Sequence[Terms], *, resamples: int = RESAMPLES) -> dict[str, Figure]:
    """The ratios of the sums over all articles, with the intervals of the draws."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    if not names:
        return {}
    above, below = (
        np.array([[row.get(name, (0, 0))[side] for name in names] for row in rows], dtype=np.float64)
        for side in (0, 1)
    )
    drawn = draws(len(rows), resamples=resamples)
    values = ratio(above.sum(0), below.sum(0))
    ratios = ratio(drawn @ above, drawn @ below)
    return {
        name: with_interval(float(values[i]), ratios[:, i], int(below[:, i].sum()))
        for i, name in enumerate(names)
    }


def draws(articles: int, *, resamples: int = RESAMPLES) -> NDArray[np.int64]:
    """How often each article is in each draw: a row a draw, the same ones in every run."""
    return np.random.default_rng(SEED).multinomial(articles, np.full(articles, 1 / articles), size=resamples)


def ratio(above: Array, below: Array) -> Array:
    """The ratio, not a number where nothing is below the line."""
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)


def with_interval(value: float, drawn: Array, count: int) -> Figure:
    """A score with nothing to count is 0, as the scorer has it; draws without anything are left out."""
    known = drawn[~np.isnan(drawn)]
    if not count or not len(known):
        return Figure(0.0, 0.0, 0.0, 0)
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Figure(value, float(low), float(high), count)


def lines(found: Mapping[str, Figure], *, articles: int) -> Iterator[str]:
    """The figures line by line: measures, then modes and types by name; what was not there is left out."""
    yield f"articles {articles}; in brackets: 95 % of {RESAMPLES:,} draws of as many articles"
    shown = {name: figure for name, figure in found.items() if figure.count}
    measures = dict.fromkeys(map(_measure, shown))
    known = [name for name in (*F1_MEASURES, *SHARES) if name in measures]
    for name in (*known, *sorted(set(measures) - set(known))):
        parts = {part: shown[f"{name} {part}"] for part in PARTS if f"{name} {part}" in shown}
        cells = [f"{part} {cell(figure)}" for part, figure in parts.items()] or [cell(shown[name])]
        of = next((parts[part].count for part in GOLD_PARTS if part in parts), None)
        yield f"{name:<24} {'   '.join(cells)}{'' if of is None else f'   (gold {of})'}"


def _measure(name: str) -> str:
    """The name of a figure without its part: full claim of full claim F1."""
    head, _, part = name.rpartition(" ")
    return head if part in PARTS else name


def cell(figure: Figure) -> str:
    """A score with its interval in brackets."""
    return f"{figure.value:.3f} [{figure.low:.3f}–{figure.high:.3f}]"
