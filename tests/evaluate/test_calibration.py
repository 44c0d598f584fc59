import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate.calibration import bins_by_mass, bins_by_width, brier, ece, ece_by_chance, ranking

FEW = settings(max_examples=30, deadline=None)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


def drawn(seed: int, count: int = 6000) -> tuple[np.ndarray, np.ndarray]:
    """Confidences, and right as often as they say."""
    draw = np.random.default_rng(seed)
    confidence = draw.beta(4, 1, count)
    return confidence, (draw.random(count) < confidence).astype(float)


@FEW
@given(SEEDS)
def test_perfect_confidences_have_a_small_error(seed: int) -> None:
    confidence, right = drawn(seed)
    assert ece(confidence, right) < 0.04


def test_the_error_by_chance_is_that_of_perfect_confidences() -> None:
    confidence, _ = drawn(0)
    assert ece_by_chance(confidence) == pytest.approx(
        np.mean([ece(*drawn(seed)) for seed in range(40)]), rel=0.1
    )


@FEW
@given(SEEDS)
def test_confidences_that_are_too_high_have_a_large_error(seed: int) -> None:
    confidence, right = drawn(seed)
    assert ece((1 + confidence) / 2, right) > 0.06


def test_the_error_is_the_mean_distance_over_the_bins() -> None:
    confidence, right = np.array([0.9, 0.9, 0.6, 0.6]), np.array([1.0, 1.0, 1.0, 0.0])
    assert ece(confidence, right, bins=2) == pytest.approx((2 * 0.1 + 2 * 0.1) / 4)


def test_nothing_has_no_error() -> None:
    nothing = np.array([])
    assert (ece(nothing, nothing), brier(nothing, nothing)) == (0.0, 0.0)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_every_record_is_in_one_bin(rows: list[tuple[float, bool]]) -> None:
    confidence = np.array([row[0] for row in rows])
    right = np.array([row[1] for row in rows], dtype=float)
    mass, width = bins_by_mass(confidence, right), bins_by_width(confidence, right)
    assert sum(it.count for it in mass) == sum(it.count for it in width if it) == len(rows)
    assert max(it.count for it in mass) - min(it.count for it in mass) <= 1


def test_bins_of_a_width_are_none_where_no_record_is() -> None:
    first, *middle, last = bins_by_width(np.array([0.05, 1.0]), np.array([0.0, 1.0]))
    assert (first and first.right, last and last.confidence, set(middle)) == (0.0, 1.0, {None})


def test_brier_is_the_squared_distance() -> None:
    assert brier(np.array([0.8, 0.4]), np.array([1.0, 0.0])) == pytest.approx((0.04 + 0.16) / 2)


def test_ranking_counts_pairs_and_halves_ties() -> None:
    confidence, right = np.array([0.9, 0.5, 0.5, 0.1]), np.array([1.0, 1.0, 0.0, 0.0])
    assert ranking(confidence, right) == 3.5 / 4
    assert ranking(confidence, np.ones(4)) == 0.5
