from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate.bootstrap import F1_MEASURES, SHARES, Figure, figures, intervals, lines
from kg.evaluate.scorer import score

TEXT = "张三表示，价格可能会涨。李四说，青禾科技会降价。"
CLAIMS: list[dict[str, Any]] = [
    {
        "canonical": "张三",
        "content": [[5, 11]],
        "mode": "indirect",
        "about": [],
        "speaker": [0, 2],
        "cue": [2, 4],
    },
    {"canonical": "李四", "content": [[16, 23]], "mode": "direct", "about": ["青禾科技"]},
]
NAMES = [{"span": [0, 2], "type": "person"}, {"span": [16, 20], "type": "company"}]
TIES = [{"type": "role_of", "subject": [12, 14], "object": [16, 20]}]


def article(key: str, claims: list[dict[str, Any]], names: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": key,
        "text": TEXT,
        "claims": claims,
        "entities_annotated": True,
        "entities": names,
        "relations": TIES,
    }


GOLD: Any = {key: article(key, CLAIMS, NAMES) for key in "abcdef"}
PRED: Any = {
    key: article(key, CLAIMS[: number % 3], NAMES[: 1 + number % 2]) for number, key in enumerate("abcdef")
}

# per article: right, predicted beside them, in gold beside them
COUNTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=30)


@settings(deadline=None)
@given(COUNTS)
def test_an_interval_holds_its_score(counts: list[tuple[int, int, int]]) -> None:
    rows: Any = [
        {"P": (tp, tp + spare), "F1": (2 * tp, 2 * tp + spare + missed)} for tp, spare, missed in counts
    ]
    for figure in figures(rows, resamples=200).values():
        assert 0 <= figure.low <= figure.value <= figure.high <= 1


def test_scores_are_the_scorers() -> None:
    found, scores = intervals(GOLD, PRED), score(GOLD, PRED)
    for name in F1_MEASURES:
        ratios: Any = {**scores}[name]
        shown = [found[f"{name} {part}"].value for part in ("P", "R", "F1")]
        assert shown == pytest.approx([ratios["p"], ratios["r"], ratios["f1"]])
    assert {name: found[name].value for name in SHARES} == {name: {**scores}[name] for name in SHARES}
    for mode, ratios in scores["by mode"].items():
        assert found[f"mode {mode} found+speaker"].value == ratios["full"]


def test_articles_that_are_alike_leave_no_doubt() -> None:
    figure = intervals(GOLD, GOLD)["full claim F1"]
    assert (figure.low, figure.value, figure.high) == (1.0, 1.0, 1.0)


def test_articles_that_differ_do() -> None:
    figure = intervals(GOLD, PRED)["full claim R"]
    assert figure.low < figure.value < figure.high


def test_more_articles_make_it_narrower() -> None:
    few = figures([{"x": (number % 2, 1)} for number in range(10)])["x"]
    many = figures([{"x": (number % 2, 1)} for number in range(1000)])["x"]
    assert many.high - many.low < (few.high - few.low) / 5
    assert many.high - many.low == pytest.approx(2 * 1.96 * (0.25 / 1000) ** 0.5, rel=0.1)


def test_two_runs_are_equal() -> None:
    assert intervals(GOLD, PRED) == intervals(GOLD, PRED)


def test_types_have_figures_of_their_own() -> None:
    found = intervals(GOLD, PRED)
    assert found["entity person F1"].value == 1.0
    assert found["entity company R"].value == 0.5
    assert found["relation role-of R"].value == 1.0


def test_what_is_not_there_is_0_of_0() -> None:
    assert intervals(GOLD, PRED)["negated|matched F1"] == Figure(0.0, 0.0, 0.0, 0)
    assert intervals({}, {}) == {}


def test_lines_show_scores_with_their_intervals() -> None:
    shown = list(lines(intervals(GOLD, PRED), articles=len(GOLD)))
    assert shown[0].startswith("articles 6;")
    company = next(line for line in shown if line.startswith("entity company "))
    assert "P 1.000 [1.000–1.000]   R 0.500 [" in company
    assert company.endswith("(gold 6)")
    assert not [line for line in shown if line.startswith("negated")]
    modes = [line.split()[1] for line in shown if line.startswith("mode ")]
    assert modes == ["direct", "indirect"]
