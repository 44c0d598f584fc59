import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.compare import chars, iou, norm, spans_of, touch, trimmed

POSITIONS = st.frozensets(st.integers(0, 40))


def test_book_marks_do_not_count_in_a_name() -> None:
    assert norm("《海川日报》") == norm("海川日报")


def test_one_nameless_person_is_the_same_with_or_without_the_number() -> None:
    assert norm("一位知情人士") == norm("知情人士") == norm("另有多名知情人士")


def test_polite_ending_does_not_count() -> None:
    assert norm("张三女士") == "张三"
    assert norm("青禾科技方面") == "青禾科技"


def test_full_width_letters_are_the_same() -> None:
    assert norm("青禾ＡＩ") == norm("青禾 ai")


def test_no_name_is_the_empty_key() -> None:
    assert norm(None) == norm("") == ""


@pytest.mark.parametrize(
    ("offsets", "spans"),
    [
        (None, []),
        ([], []),
        ([3, 5], [(3, 5)]),
        ([[3, 5], [8, 9]], [(3, 5), (8, 9)]),
    ],
)
def test_both_spellings_of_content(
    offsets: list[int | tuple[int, int]] | None, spans: list[tuple[int, int]]
) -> None:
    assert spans_of(offsets) == spans


def test_half_a_span_is_refused() -> None:
    with pytest.raises(ValueError, match="neither"):
        spans_of([3])


def test_blanks_and_bold_marks_inside_do_not_count() -> None:
    assert chars([0, 7], "很**好 。\n") == {0, 3}


def test_offsets_past_the_end_are_cut() -> None:
    assert chars([1, 99], "很好。") == {1}


def test_content_of_marks_only_is_empty() -> None:
    assert list(trimmed(0, 4, "“……”")) == []


def test_question_mark_stays_at_the_edge() -> None:
    assert list(trimmed(0, 5, "“好吗？”")) == [1, 2, 3]


def test_neighbours_do_not_touch() -> None:
    assert not touch((0, 2), (2, 4))
    assert touch((0, 3), (2, 4))
    assert not touch(None, (2, 4))


@given(POSITIONS, POSITIONS)
def test_iou_is_symmetric(a: frozenset[int], b: frozenset[int]) -> None:
    assert iou(a, b) == iou(b, a)
    assert 0 <= iou(a, b) <= 1


@given(POSITIONS.filter(bool))
def test_iou_with_itself_is_1(a: frozenset[int]) -> None:
    assert iou(a, a) == 1.0


@given(st.text("很好，。“” *", max_size=20), st.data())
def test_trimming_twice_changes_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    once = trimmed(start, end, text)
    assert trimmed(once.start, once.stop, text) == once
