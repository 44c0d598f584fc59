"""The fit of the names' weights, on pairs of its own."""

import json

import numpy as np

from bench.fit_names import NAMES, PRIOR, Example, fit, grams, matrix, written
from kg.match.compare import WEIGHTS
from kg.match.features import BIAS

PAIRS = [
    Example("own", "青禾", "北京青禾科技有限公司", "company", True),
    Example("own", "星图", "上海星图科技有限公司", "company", True),
    Example("own", "青禾科技", "青禾食品", "company", False),
]


def test_a_row_a_pair_a_column_a_feature() -> None:
    table = matrix(PAIRS)
    assert table.shape == (3, len(NAMES))
    assert table[:, NAMES.index("same_core")].tolist() == [1, 1, 1]
    assert table[:, NAMES.index("trade_differs")].tolist() == [0, 0, 1]


def test_what_lists_know_is_left_out() -> None:
    table = matrix([Example("own", "英伟达", "NVIDIA", "company", True)])
    assert table[0, NAMES.index("known_same")] == 0


def test_a_weight_moves_to_what_the_pairs_say() -> None:
    weights = dict(zip(NAMES, fit(PAIRS, matrix(PAIRS)), strict=True))
    assert weights["trade_differs"] < PRIOR["trade_differs"]
    assert weights["spelled_pinyin"] == PRIOR["spelled_pinyin"]


def test_the_fit_is_deterministic() -> None:
    assert np.array_equal(fit(PAIRS, matrix(PAIRS)), fit(PAIRS, matrix(PAIRS)))


def test_no_feature_changes_sides() -> None:
    against = [pair._replace(is_same=False) for pair in PAIRS]
    assert np.all(fit(against, matrix(against)) * np.array(list(PRIOR.values())) >= 0)


def test_the_file_is_sorted_and_of_the_shape_that_ships() -> None:
    text = written(np.array(list(PRIOR.values())))
    shipped = WEIGHTS.read_text(encoding="utf-8")
    assert list(json.loads(text)["weights"]) == list(json.loads(shipped)["weights"]) == sorted(NAMES)
    assert json.loads(shipped)["bias"] == BIAS


def test_pairs_of_characters() -> None:
    assert grams("青禾云") == {"青禾", "禾云"}
