"""B-cubed: whether an article's claims of one speaker, and of that one alone, get one canonical name.

The items are the claims whose contents match, as the scorer matches them. Gold puts those of one
canonical name together, the prediction those of one predicted name; names are compared by their keys,
unnamed sources by their descriptions. A claim without a speaker stands alone on its side: nobody bears
no name. Only gold's first answer counts, not its alternatives: asked is who is one, not how they may be
called.

An item's precision is the share of its predicted group that gold puts with it, its recall the share of
its gold group that is predicted with it. Both are means over all items of all articles, F1 is that of
the means (Bagga and Baldwin 1998, Algorithms for scoring coreference chains).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kg.evaluate.bootstrap import RESAMPLES, Figure, cell, draws, ratio, with_interval
from kg.evaluate.compare import matches
from kg.evaluate.rows import ClaimRow, GoldClaimRow, GoldRow, PredictedRow
from kg.evaluate.scorer import IOU, text_of
from kg.names import name_key

Array = NDArray[np.float64]
Group = str | int  # a name's key, or the place of a claim that stands alone
PARTS = ("P", "R", "F1")


class Sums(NamedTuple):
    """What one article adds: over its items, and how many speakers are split and names joined."""

    precision: float = 0.0
    recall: float = 0.0
    items: int = 0
    split: int = 0
    joined: int = 0


class BCubed(Struct, frozen=True):
    """The means over all items; ``split`` are speakers under several names, ``joined`` names of several."""

    articles: int
    items: int
    p: float
    r: float
    f1: float
    split: int
    joined: int


def bcubed(
    gold: Mapping[str, GoldRow],
    pred: Mapping[str, PredictedRow],
    texts: Mapping[str, str] | None = None,
    iou: float = IOU,
) -> BCubed:
    """B-cubed over the gold articles; 0 where no content matches."""
    sums = list(sums_of(gold, pred, texts, iou))
    p, r, f1 = np.nan_to_num(_means(_table(sums).sum(0, keepdims=True))[0]).tolist()
    total = Sums(*map(sum, zip(*sums, strict=True))) if sums else Sums()
    return BCubed(len(sums), total.items, p, r, f1, total.split, total.joined)


def intervals(
    gold: Mapping[str, GoldRow],
    pred: Mapping[str, PredictedRow],
    texts: Mapping[str, str] | None = None,
    iou: float = IOU,
    *,
    resamples: int = RESAMPLES,
) -> dict[str, Figure]:
    """P, R and F1 with their 95 % intervals, by name: "B-cubed F1"; none without articles."""
    table = _table(list(sums_of(gold, pred, texts, iou)))
    if not len(table):
        return {}
    values = _means(table.sum(0, keepdims=True))[0]
    drawn = _means(draws(len(table), resamples=resamples) @ table)
    return {
        f"B-cubed {part}": with_interval(float(values[i]), drawn[:, i], int(table[:, 2].sum()))
        for i, part in enumerate(PARTS)
    }


def sums_of(
    gold: Mapping[str, GoldRow],
    pred: Mapping[str, PredictedRow],
    texts: Mapping[str, str] | None = None,
    iou: float = IOU,
) -> Iterator[Sums]:
    """The sums of each gold article; those of one without a prediction are 0."""
    for article, row in gold.items():
        answered = pred.get(article, {"id": article}).get("claims") or []
        yield article_sums(row.get("claims", []), answered, text_of(article, row, texts), iou_min=iou)


def article_sums(
    gold: Sequence[GoldClaimRow], predicted: Sequence[ClaimRow], text: str | None, *, iou_min: float
) -> Sums:
    """The sums over the claims of one article whose contents match."""
    chosen = matches(gold, predicted, text, iou_min=iou_min)
    right = groups([gold[i].get("canonical") for i in chosen])
    answered = groups([predicted[j].get("canonical") for j in chosen.values()])
    shared = Counter(zip(right, answered, strict=True))
    in_gold, in_answer = Counter(right), Counter(answered)
    return Sums(
        # each of the n items of a cell shares its group with the cell's n
        precision=sum(n * n / in_answer[name] for (_, name), n in shared.items()),
        recall=sum(n * n / in_gold[speaker] for (speaker, _), n in shared.items()),
        items=len(chosen),
        split=sum(n > 1 for n in Counter(speaker for speaker, _ in shared).values()),
        joined=sum(n > 1 for n in Counter(name for _, name in shared).values()),
    )


def groups(names: Sequence[str | None]) -> list[Group]:
    """The group of each claim: its name's key; a claim without a name has a group of its own."""
    return [name_key(name or "") or place for place, name in enumerate(names)]


def _table(sums: Sequence[Sums]) -> Array:
    """Precision, recall and items: a row an article."""
    return np.array([row[:3] for row in sums], dtype=np.float64).reshape(-1, 3)


def _means(table: Array) -> Array:
    """P, R and F1 of each row of sums; not a number where a row has no items."""
    precision, recall = (ratio(table[:, i], table[:, 2]) for i in range(2))
    return np.stack([precision, recall, ratio(2 * precision * recall, precision + recall)], axis=1)


def lines(found: BCubed) -> Iterator[str]:
    """The figures as text."""
    yield f"articles {found.articles}"
    yield f"{'B-cubed':<18} P {found.p:.3f}  R {found.r:.3f}  F1 {found.f1:.3f}   (claims {found.items})"
    yield f"speakers under several names {found.split}, names of several speakers {found.joined}"


def interval_lines(found: Mapping[str, Figure], *, articles: int) -> Iterator[str]:
    """The figures with their intervals as text; nothing but the head where nothing matches."""
    yield f"articles {articles}; in brackets: 95 % of {RESAMPLES:,} draws of as many articles"
    cells = [f"{part} {cell(found[f'B-cubed {part}'])}" for part in PARTS if f"B-cubed {part}" in found]
    if cells:
        yield f"{'B-cubed':<18} {'   '.join(cells)}   (claims {found['B-cubed F1'].count})"
