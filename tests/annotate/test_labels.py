"""Labels of spans, and spans of labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.labels import (
    BEGIN,
    END,
    INSIDE,
    NAME_LABELS,
    NAME_TYPES,
    OUTSIDE,
    PARTS,
    SINGLE,
    TIE_LABELS,
    TIE_TYPES,
    kind_part,
    label,
    labels_of,
    mark_within,
)
from kg.annotate.viterbi import runs
from kg.schema import schema
from tests.annotate.spans import Spans, apart, cut


def marked(length: int, *spans: tuple[int, int, int]) -> list[int]:
    row = [OUTSIDE] * length
    for start, end, kind in spans:
        mark_within(row, start, end, kind)
    return row


def test_every_kind_and_part_has_a_label_of_its_own() -> None:
    labels = [label(kind, part) for kind in range(len(NAME_TYPES)) for part in range(PARTS)]
    assert [OUTSIDE, *labels] == list(range(NAME_LABELS))
    assert [kind_part(label_) for label_ in labels[:5]] == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0)]
    assert labels_of(2) == 9


def test_what_the_model_knows_is_in_the_vocabulary() -> None:
    assert set(NAME_TYPES) <= set(schema().entities)
    assert set(TIE_TYPES) == set(schema().relations)
    assert 2 * len(schema().relations) == TIE_LABELS


def test_a_name_begins_goes_on_and_ends() -> None:
    parts = [kind_part(label_) for label_ in marked(5, (1, 4, 2))[1:4]]  # 访 林 晓 岚 。
    assert parts == [(2, BEGIN), (2, INSIDE), (2, END)]


def test_one_token_is_single() -> None:
    assert marked(3, (1, 2, 0)) == [OUTSIDE, label(0, SINGLE), OUTSIDE]  # 他 说 ：


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        (-2, 2, [INSIDE, END, None]),  # 科 技 说, behind the edge 青 禾
        (1, 5, [None, BEGIN, INSIDE]),
        (-1, 4, [INSIDE, INSIDE, INSIDE]),
        (-1, 1, [END, None, None]),
        (2, 4, [None, None, BEGIN]),
        (-3, 0, [None, None, None]),
        (3, 4, [None, None, None]),
        (-5, -4, [None, None, None]),
    ],
)
def test_a_cut_span_goes_on(start: int, end: int, parts: list[int | None]) -> None:
    expected = [OUTSIDE if part is None else label(1, part) for part in parts]
    assert marked(3, (start, end, 1)) == expected


@given(apart(), st.integers(0, 40), st.integers(0, 40))
def test_spans_come_back_from_their_labels(spans: Spans, start: int, length: int) -> None:
    row = marked(length, *((s - start, e - start, kind) for s, e, kind in spans))
    assert runs(row) == cut(spans, start, start + length)
