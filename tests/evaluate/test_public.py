"""The official measures, on sentences whose scores can be counted by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.public import (
    COMMON,
    NO_RELATION,
    PairAnswer,
    Span,
    in_common,
    macro_f1,
    name_scores,
    pair_scores,
)
from kg.schema import schema

TEXT = "青禾科技的林晓岚去海川，林晓岚到了。"
FIRM: Span = (0, 4, "ORG")
PERSON: Span = (5, 8, "PER")
PLACE: Span = (9, 11, "LOC")
AGAIN: Span = (12, 15, "PER")


def answer(right: str, found: str, chance: float = 0.5) -> PairAnswer:
    return PairAnswer(frozenset(right.split()), found, chance)


def test_a_name_needs_span_and_label() -> None:
    scores = name_scores([[FIRM, PERSON]], [[FIRM, (5, 8, "LOC"), (9, 10, "LOC")]])
    assert (scores.strict["tp"], scores.strict["pred"], scores.strict["gold"]) == (1, 3, 2)
    assert scores.span["tp"] == 2


def test_each_label_has_its_own_figures() -> None:
    labels = name_scores([[FIRM, PERSON]], [[FIRM, PLACE]]).labels
    assert {name: (it["tp"], it["pred"], it["gold"]) for name, it in labels.items()} == {
        "LOC": (0, 1, 0),
        "ORG": (1, 1, 1),
        "PER": (0, 0, 1),
    }


def test_a_name_counts_in_its_own_sentence() -> None:
    assert name_scores([[PERSON], []], [[], [PERSON]]).strict["f1"] == 0


def test_as_many_answers_as_sentences() -> None:
    with pytest.raises(ValueError, match="zip"):
        name_scores([[FIRM]], [])


def test_macro_counts_a_name_once_wherever_it_stands() -> None:
    assert macro_f1([TEXT], [[PERSON, AGAIN]], [[AGAIN]]) == 1.0
    assert macro_f1([TEXT], [[PERSON]], [[PERSON, AGAIN]]) == 1.0


def test_macro_is_the_mean_of_gold_labels() -> None:
    gold, found = [[FIRM, PERSON]], [[FIRM, PLACE]]  # ORG 1, PER 0; LOC is nobody's in gold
    assert macro_f1([TEXT], gold, found) == 0.5


def test_macro_of_nothing_is_nothing() -> None:
    assert macro_f1([TEXT], [[]], [[PERSON]]) == 0.0


def test_a_pair_without_a_relation_counts_only_where_one_is_found() -> None:
    rows = [answer("收购", "收购"), answer(NO_RELATION, NO_RELATION), answer(NO_RELATION, "合作")]
    micro = pair_scores(rows).micro
    assert (micro["tp"], micro["pred"], micro["gold"]) == (1, 2, 1)


def test_a_relation_that_is_not_found_is_missed() -> None:
    micro = pair_scores([answer("收购", NO_RELATION)]).micro
    assert (micro["tp"], micro["pred"], micro["gold"], micro["f1"]) == (0, 0, 1, 0)


def test_one_of_several_labels_is_enough() -> None:
    assert pair_scores([answer("收购 合作", "合作")]).micro["f1"] == 1.0
    # as the makers count, a pair of two labels has a relation even if one of them is none
    assert pair_scores([answer(f"合作 {NO_RELATION}", NO_RELATION)]).micro["gold"] == 1


def test_the_area_below_precision_over_recall() -> None:
    rows = [answer("收购", "收购", 0.9), answer("合作", "竞争", 0.8), answer("合作", "合作", 0.7)]
    # points (recall, precision) in the order of chance: (1/3, 1), (1/3, 1/2), (2/3, 2/3)
    assert pair_scores(rows).auc == pytest.approx((2 / 3 - 1 / 3) * (1 / 2 + 2 / 3) / 2)


def test_the_area_of_nothing() -> None:
    assert pair_scores([]).auc == 0.0


@given(
    st.lists(st.tuples(st.sampled_from("甲乙丙"), st.sampled_from("甲乙丙"), st.floats(0, 1)), max_size=30)
)
def test_the_area_lies_between_nothing_and_all(rows: list[tuple[str, str, float]]) -> None:
    area = pair_scores(answer(right, found, chance) for right, found, chance in rows).auc
    assert 0.0 <= area <= 1.0 or math.isclose(area, 1.0)


def test_our_types_in_common_labels() -> None:
    spans = [(0, 4, "company"), (5, 8, "person"), (9, 11, "place"), (12, 14, "product"), (14, 16, "")]
    assert list(in_common(spans)) == [FIRM, PERSON, PLACE]


def test_the_table_maps_our_own_types() -> None:
    assert set(COMMON) <= set(schema().entities)
    assert set(COMMON.values()) == {"PER", "ORG", "LOC"}
