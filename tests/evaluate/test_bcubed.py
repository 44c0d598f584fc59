from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate.bcubed import BCubed, article_sums, bcubed, interval_lines, intervals, lines

Names = Sequence[str | None]
NAMES = st.lists(st.sampled_from([None, "", "林晓岚", "周见山", "青禾科技"]), min_size=1, max_size=12)
SIX = ["林晓岚", "林晓岚", "林晓岚", "周见山", "周见山", "青禾科技"]


def row(names: Names, key: str = "a") -> dict[str, Any]:
    """An article of claims of five characters each, one name each, without a text."""
    claims = [
        {"canonical": name, "content": [[10 * i, 10 * i + 5]], "mode": "indirect"}
        for i, name in enumerate(names)
    ]
    return {"id": key, "claims": claims}


def score(gold: Names, answered: Names) -> BCubed:
    right: Any = {"a": row(gold)}
    pred: Any = {"a": row(answered)}
    return bcubed(right, pred)


def test_all_under_one_name_joins_everybody() -> None:
    found = score(SIX, ["林晓岚"] * 6)
    assert (found.p, found.r) == (pytest.approx((3 * 3 + 2 * 2 + 1) / 36), 1.0)
    assert (found.split, found.joined) == (0, 1)


def test_each_under_its_own_name_splits_whoever_speaks_twice() -> None:
    found = score(SIX, ["甲", "乙", "丙", "丁", "戊", "己"])
    assert (found.p, found.r) == (1.0, pytest.approx(3 / 6))
    assert found.f1 == pytest.approx(2 * 0.5 / 1.5)
    assert (found.split, found.joined) == (2, 0)


def test_what_they_are_called_is_all_one() -> None:
    assert score(["青禾科技", "青禾科技", "林晓岚"], ["青禾", "青禾", "林总"]).f1 == 1.0


def test_written_forms_of_one_key_are_one_name() -> None:
    found = score(["《海川日报》", "海川日报", "Ray\nDalio"], ["海川日报", "「海川日报」", "ray dalio"])
    assert (found.f1, found.split) == (1.0, 0)


def test_claims_without_a_speaker_are_not_one_anothers() -> None:
    assert score(["", None], [None, ""]).f1 == 1.0
    assert score(["", ""], ["林晓岚", "林晓岚"]).p == 0.5
    assert score(["林晓岚", "林晓岚"], ["", ""]).r == 0.5


def test_only_matched_claims_are_items() -> None:
    gold: Any = {"a": row(["林晓岚", "林晓岚", "周见山"])}
    pred: Any = {"a": {"id": "a", "claims": row(["林晓岚", "周见山"])["claims"]}}
    found = bcubed(gold, pred)
    assert (found.items, found.p, found.r) == (2, 1.0, 0.5)


def test_one_name_in_two_articles_is_asked_in_each_alone() -> None:
    gold: Any = {key: row(["林晓岚"], key) for key in "ab"}
    pred: Any = {"a": row(["林晓岚"], "a"), "b": row(["周见山"], "b")}
    assert bcubed(gold, pred).f1 == 1.0


def test_a_long_article_counts_for_each_of_its_claims() -> None:
    gold: Any = {"a": row(["林晓岚"] * 9 + ["周见山"], "a"), "b": row(["林晓岚", "周见山"], "b")}
    pred: Any = {"a": gold["a"], "b": row(["林晓岚", "林晓岚"], "b")}
    assert bcubed(gold, pred).p == pytest.approx((10 + 1) / 12)


def test_nothing_matched_is_0() -> None:
    gold: Any = {"a": row(["林晓岚"])}
    assert bcubed(gold, {}) == BCubed(articles=1, items=0, p=0.0, r=0.0, f1=0.0, split=0, joined=0)
    assert bcubed({}, {}).articles == 0
    assert intervals({}, {}) == {}
    assert intervals(gold, {})["B-cubed F1"].count == 0


@settings(deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=4))
def test_precision_is_the_recall_of_the_other_side(articles: list[tuple[Names, Names]]) -> None:
    gold: Any = {str(i): row(right, str(i)) for i, (right, _) in enumerate(articles)}
    pred: Any = {str(i): row(answered, str(i)) for i, (_, answered) in enumerate(articles)}
    found, turned = bcubed(gold, pred), bcubed(pred, gold)
    assert (found.p, found.r) == (pytest.approx(turned.r), pytest.approx(turned.p))
    assert (found.split, found.joined) == (turned.joined, turned.split)
    assert 0 < found.p <= 1


@given(NAMES, NAMES)
def test_sums_are_those_of_counting_item_by_item(gold: Names, answered: Names) -> None:
    size = min(len(gold), len(answered))
    found = article_sums(row(gold[:size])["claims"], row(answered[:size])["claims"], None, iou_min=0.8)
    right = [{j for j in range(size) if j == i or (gold[i] and gold[i] == gold[j])} for i in range(size)]
    told = [
        {j for j in range(size) if j == i or (answered[i] and answered[i] == answered[j])}
        for i in range(size)
    ]
    assert found.precision == pytest.approx(
        sum(len(a & b) / len(b) for a, b in zip(right, told, strict=True))
    )
    assert found.recall == pytest.approx(sum(len(a & b) / len(a) for a, b in zip(right, told, strict=True)))


def test_intervals_hold_the_score_and_are_equal_in_two_runs() -> None:
    gold: Any = {str(i): row(SIX, str(i)) for i in range(8)}
    pred: Any = {str(i): row(SIX if i % 2 else ["林晓岚"] * 6, str(i)) for i in range(8)}
    found = intervals(gold, pred)
    for name, value in zip(("P", "R", "F1"), (bcubed(gold, pred).p, 1.0, bcubed(gold, pred).f1), strict=True):
        figure = found[f"B-cubed {name}"]
        assert figure.low <= figure.value <= figure.high
        assert (figure.value, figure.count) == (pytest.approx(value), 48)
    assert found["B-cubed P"].low < found["B-cubed P"].high
    assert found == intervals(gold, pred)


def test_lines() -> None:
    assert list(lines(score(SIX, ["林晓岚"] * 6))) == [
        "articles 1",
        "B-cubed            P 0.389  R 1.000  F1 0.560   (claims 6)",
        "speakers under several names 0, names of several speakers 1",
    ]
    gold: Any = {"a": row(SIX)}
    shown = list(interval_lines(intervals(gold, gold), articles=1))
    assert shown[0].startswith("articles 1; in brackets: 95 % of 1,000 draws")
    assert shown[1].startswith("B-cubed            P 1.000 [1.000–1.000]   R 1.000")
    assert shown[1].endswith("(claims 6)")
