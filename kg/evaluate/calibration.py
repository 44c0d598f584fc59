"""How far confidences are from shares right.

Bins of equal mass hold the same number of records each, in order of confidence. The expected
calibration error (ECE) is the mean distance between confidence and share right over such bins.
Few records make it large by chance alone: `ece_by_chance` is what a perfect scale would show.
"""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Array = NDArray[np.float64]

BINS = 15
SEED = 20240413
DRAWS = 200  # of right and wrong, for the ECE by chance


class Bin(Struct, frozen=True):
    """Records of like confidence: how many, their mean confidence, the share right."""

    count: int
    confidence: float
    right: float


def bins_by_mass(confidence: Array, right: Array, *, count: int = BINS) -> list[Bin]:
    """Bins of as many records each, from unsure to sure; fewer bins than `count` for few records."""
    order = np.argsort(confidence, kind="stable")
    return [_bin(confidence[part], right[part]) for part in np.array_split(order, count) if len(part)]


def bins_by_width(confidence: Array, right: Array, *, count: int = 10) -> list[Bin | None]:
    """Bins of the same width from 0 to 1; None where no record is."""
    places = np.minimum((confidence * count).astype(int), count - 1)
    return [
        _bin(confidence[places == place], right[places == place]) if (places == place).any() else None
        for place in range(count)
    ]


def ece(confidence: Array, right: Array, *, bins: int = BINS) -> float:
    """The expected calibration error over bins of equal mass; 0 for no records."""
    found = bins_by_mass(confidence, right, count=bins)
    return sum(it.count * abs(it.confidence - it.right) for it in found) / max(1, len(confidence))


def ece_by_chance(confidence: Array, *, bins: int = BINS) -> float:
    """The mean ECE if every confidence were exactly the chance to be right."""
    draw = np.random.default_rng(SEED)
    drawn = [(draw.random(len(confidence)) < confidence).astype(float) for _ in range(DRAWS)]
    return float(np.mean([ece(confidence, right, bins=bins) for right in drawn]))


def brier(confidence: Array, right: Array) -> float:
    """The mean squared distance between confidence and being right; 0 for no records."""
    return float(np.mean((confidence - right) ** 2)) if len(right) else 0.0


def ranking(confidence: Array, right: Array) -> float:
    """The chance that a right record is surer than a wrong one (AUC); 0.5 if all are right, or wrong."""
    good, bad = confidence[right > 0], np.sort(confidence[right == 0])
    if not len(good) or not len(bad):
        return 0.5
    below = np.searchsorted(bad, good, side="left") + np.searchsorted(bad, good, side="right")
    return float(below.sum() / (2 * len(good) * len(bad)))


def _bin(confidence: Array, right: Array) -> Bin:
    return Bin(len(right), float(confidence.mean()), float(right.mean()))
