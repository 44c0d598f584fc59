"""Fits the scale from a record's signs to the share right, and tries it on articles it has not seen.

A logistic regression weighs the signs; knots, a line that never falls, correct its probability.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kg.evaluate.calibration import SEED, Array, bins_by_mass

Features = Mapping[str, float]
Knots = tuple[tuple[float, float], ...]
Fit = Callable[[Sequence[Features], Array], Callable[[Features], float]]

FOLDS = 5
RIDGE = 3.0  # keeps rare signs small; between 0.3 and 100 the select articles show no difference
STEPS = 50  # of Newton's method; it needs fewer than ten
LONGEST_STEP = 2.0  # the first steps of a steep curve overshoot
NEAR_NOTHING = 1e-6  # the ridge of the constant: all right, or all wrong, has no finite optimum without
MASS = 100  # records a knot: with fewer its share right is off by more than .04
MOST_KNOTS = 15
TRUST = 20  # records that the regression's word is worth at a knot: a hundred right ones make no 1.000
PLACES = 4
IDENTITY: Knots = ((0.0, 0.0), (1.0, 1.0))
CONSTANT = ""  # the sign that every record has
# more of these never makes a record less sure
RISING = frozenset(("cue", "content", "speaker", "chance"))


class Fitted(Struct, frozen=True):
    """Weights of the signs in a logistic regression, and the knots for what it gives."""

    weights: dict[str, float]
    knots: Knots


def cross_validated(articles: Sequence[str], features: Sequence[Features], right: Array, fit: Fit) -> Array:
    """What scales say of records in articles that they were not fitted on, in five folds."""
    fold = folds(articles)
    said = np.zeros(len(right))
    for number in range(FOLDS):
        others = np.flatnonzero(fold != number)
        scale = fit([features[i] for i in others.tolist()], right[others])
        for i in np.flatnonzero(fold == number).tolist():
            said[i] = scale(features[i])
    return said


def folds(articles: Sequence[str]) -> NDArray[np.int64]:
    """The fold of each record, by article: the same for one article, alike in number of articles."""
    names = sorted(set(articles))
    order = np.random.default_rng(SEED).permutation(len(names))
    fold = {names[place]: rank % FOLDS for rank, place in enumerate(order)}
    return np.array([fold[article] for article in articles], dtype=np.int64)


def fit(features: Sequence[Features], right: Array) -> Fitted:
    """The scale of records with these signs; no signs is a ValueError.

    A sign that may only raise the share right, but falls on these records, gets no weight.
    """
    if not features:
        raise ValueError("there is no record to fit a scale on")
    names = sorted(set().union(*features))
    while True:
        table = np.array([[row.get(name, 0.0) for name in names] for row in features])
        weights = logistic(table, right, free=names.index(CONSTANT) if CONSTANT in names else None)
        falling = {name for name, weight in zip(names, weights, strict=True) if weight < 0} & RISING
        if not falling:
            break
        names = [name for name in names if name not in falling]
    rounded = {name: round(float(weight), PLACES) for name, weight in zip(names, weights, strict=True)}
    return Fitted(rounded, knots(_sigmoid(table @ weights), right))


def logistic(table: Array, right: Array, *, free: int | None) -> Array:
    """Weights of a logistic regression with a ridge on every column but the `free` one."""
    ridge = np.full(table.shape[1], RIDGE)
    if free is not None:
        ridge[free] = NEAR_NOTHING
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        felt = _sigmoid(table @ weights)
        slope = table.T @ (felt - right) + ridge * weights
        curve = (table * (felt * (1 - felt))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights = weights - np.clip(step, -LONGEST_STEP, LONGEST_STEP)
        if np.abs(step).max() < 1e-9:
            break
    return weights


def knots(felt: Array, right: Array) -> Knots:
    """The rising line through bins of equal mass; the line felt = right for too few records."""
    count = min(MOST_KNOTS, len(felt) // MASS)
    if count < 2:
        return IDENTITY
    found = bins_by_mass(felt, right, count=count)
    shares = [(it.count * it.right + TRUST * it.confidence) / (it.count + TRUST) for it in found]
    risen = isotonic(shares, [it.count for it in found])
    inner = {
        round(it.confidence, PLACES): round(share, PLACES) for it, share in zip(found, risen, strict=True)
    }
    return tuple(sorted({0.0: 0.0, 1.0: 1.0, **inner}.items()))


def isotonic(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The nearest values that never fall: neighbours that fall share their weighted mean."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in zip(values, weights, strict=True):
        pool = (value, float(weight), 1)
        while pools and pools[-1][0] >= pool[0]:
            mean, mass, size = pools.pop()
            total = mass + pool[1]
            pool = ((mean * mass + pool[0] * pool[1]) / total, total, size + pool[2])
        pools.append(pool)
    return [mean for mean, _, size in pools for _ in range(size)]


def _sigmoid(values: Array) -> Array:
    felt: Array = 1 / (1 + np.exp(-np.clip(values, -30, 30)))
    return felt
