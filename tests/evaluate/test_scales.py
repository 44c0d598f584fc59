from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate.calibration import Array, ece, ece_by_chance
from kg.evaluate.scales import FOLDS, IDENTITY, cross_validated, fit, folds, isotonic, knots
from kg.extract.calibrate import Scale
from kg.extract.signs import chance_features

ROWS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=400)


def scale(confidence: Array, right: Array) -> Scale:
    fitted = fit([chance_features(float(it)) for it in confidence], right)
    return Scale(weights=fitted.weights, knots=fitted.knots)


@settings(deadline=None)
@given(ROWS)
def test_whatever_it_is_fitted_on_a_scale_rises_within_0_and_1(rows: list[tuple[float, bool]]) -> None:
    found = scale(np.array([row[0] for row in rows]), np.array([row[1] for row in rows], dtype=float))
    said = [found.of(chance_features(step / 100)) for step in range(101)]
    assert said == sorted(said)
    assert 0 <= said[0] <= said[-1] <= 1


def test_a_scale_takes_back_what_was_too_sure() -> None:
    draw = np.random.default_rng(7)
    chance = draw.beta(3, 1, 5000)
    right = (draw.random(5000) < chance).astype(float)
    felt = 1 - (1 - chance) ** 3
    found = scale(felt, right)
    calibrated = np.array([found.of(chance_features(float(it))) for it in felt])
    assert ece(felt, right) > 0.1
    assert ece(calibrated, right) < 2 * ece_by_chance(calibrated)


def test_a_sign_that_tells_more_is_weighed_more() -> None:
    draw = np.random.default_rng(7)
    right = (draw.random(1000) < 0.5).astype(float)
    rows = [{"": 1.0, "speaker": 3 * it - 1.5, "by none": float(draw.random() < 0.1)} for it in right]
    weights = fit(rows, right).weights
    assert weights["speaker"] > 1 > abs(weights["by none"])


def test_a_chance_that_misleads_has_no_weight() -> None:
    right = np.array([0.0, 1.0] * 200)
    rows = [{"": 1.0, "cue": 1 - it, "content": it} for it in right]
    assert set(fit(rows, right).weights) == {"", "content"}


def test_all_right_is_finite() -> None:
    found = scale(np.full(300, 0.9), np.ones(300))
    assert 0.99 < found.of(chance_features(0.9)) <= 1


def test_no_record_is_an_error() -> None:
    with pytest.raises(ValueError, match="no record"):
        fit([], np.array([]))


def test_few_records_make_no_knots() -> None:
    assert knots(np.full(150, 0.5), np.ones(150)) == IDENTITY


def test_a_hundred_right_ones_are_not_certain() -> None:
    felt = np.repeat([0.2, 0.9], 200)
    points = dict(knots(felt, np.repeat([0.0, 1.0], 200)))
    assert 0 < points[0.2] < 0.2
    assert 0.9 < points[0.9] < 1


def test_values_that_fall_share_their_mean() -> None:
    assert isotonic([0.1, 0.6, 0.3, 0.9], [1, 1, 2, 1]) == pytest.approx([0.1, 0.4, 0.4, 0.9])


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 50)), max_size=30))
def test_isotonic_values_rise_and_keep_their_mean(rows: list[tuple[float, int]]) -> None:
    values, weights = [row[0] for row in rows], [row[1] for row in rows]
    found = isotonic(values, weights)
    assert all(right - left > -1e-9 for left, right in pairwise(found))
    assert np.dot(found, weights) == pytest.approx(np.dot(values, weights))


def test_an_article_is_in_one_fold() -> None:
    articles = [f"甲报/{number // 3}" for number in range(60)]
    fold = folds(articles)
    assert all(
        len({int(f) for f, it in zip(fold, articles, strict=True) if it == name}) == 1 for name in articles
    )
    assert sorted(set(fold.tolist())) == list(range(FOLDS))


def test_no_scale_says_anything_of_articles_it_was_fitted_on() -> None:
    articles = [str(number) for number in range(10)]
    fitted_on: list[set[float]] = []

    def remember(features: object, right: Array) -> object:
        seen = {row["chance"] for row in features}  # type: ignore[attr-defined]
        fitted_on.append(seen)
        return lambda row: float(row["chance"] in seen)

    rows = [{"chance": float(number)} for number in range(10)]
    said = cross_validated(articles, rows, np.zeros(10), remember)  # type: ignore[arg-type]
    assert len(fitted_on) == FOLDS
    assert not said.any()
