"""Which names may be tied, and the head that looks at the pairs."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.labels import NAME_TYPES, TIE_LABELS
from kg.annotate.ties import REACH, Named, TieHead, candidates, may_tie, pairs
from kg.schema import schema

# 青禾科技(0-4) 首席执行官(4-9) 林晓岚(9-12) 发布 禾苗(14-16)
NAMES = [
    Named(0, 4, "company"),
    Named(4, 9, "position"),
    Named(9, 12, "person"),
    Named(14, 16, "product"),
]


@st.composite
def named(draw: st.DrawFn) -> list[Named]:
    """Names in reading order, near and far from each other."""
    found, at = [], 0
    parts = st.tuples(st.integers(0, REACH), st.integers(1, 6), st.sampled_from(NAME_TYPES))
    for gap, length, type_ in draw(st.lists(parts, max_size=12)):
        found.append(Named(at + gap, at + gap + length, type_))
        at += gap + length
    return found


def test_names_of_a_sentence() -> None:
    assert candidates(NAMES) == [(0, 2), (0, 3), (2, 3)]


@given(named())
def test_candidates_are_all_near_pairs_that_may_be_tied(names: list[Named]) -> None:
    expected = [
        (left, right)
        for right in range(len(names))
        for left in range(right)
        if names[right].start - names[left].end <= REACH and may_tie(names[left].type, names[right].type)
    ]
    assert candidates(names) == sorted(expected)


def test_all_ties_of_the_vocabulary_but_these_can_be_found() -> None:
    ends = {
        (subject, object_)
        for relation in schema().relations.values()
        for subject in relation.domain
        for object_ in relation.range
    }
    lost = {frozenset(pair) for pair in ends if not may_tie(*pair)}
    # two people who work together, a role at an event, two products that compete: rare in the news
    assert lost == {frozenset({"person"}), frozenset({"product"}), frozenset({"person", "event"})}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("person", "company", True),
        ("company", "company", True),
        ("person", "work", True),
        ("company", "place", True),
        ("person", "person", False),
        ("place", "product", False),
        ("position", "person", False),
        ("event", "company", False),
    ],
)
def test_types_that_may_be_tied(left: str, right: str, expected: bool) -> None:
    assert may_tie(left, right) is may_tie(right, left) is expected


def test_pairs_of_several_windows() -> None:
    other = [Named(2, 4, "company"), Named(5, 9, "company")]
    found = pairs([NAMES, [], other], [[(0, 2)], [], [(0, 1)]])
    assert found.window.tolist() == [0, 2]
    assert found.tokens.tolist() == [[0, 3, 9, 11], [2, 3, 5, 8]]
    assert found.types.tolist() == [[1, 0], [1, 1]]


def test_names_at_the_edges_of_a_window_have_scores() -> None:
    head = TieHead(8, hidden=4)
    h = torch.randn(1, 16, 8)  # NAMES fill it: no word before the first name, none behind the last
    logits = head(h, pairs([NAMES], [candidates(NAMES)]))
    assert logits.shape == (3, TIE_LABELS)
    assert logits.isfinite().all()


def test_no_pairs_no_scores() -> None:
    assert TieHead(8, hidden=4)(torch.randn(1, 16, 8), pairs([NAMES], [[]])).shape == (0, TIE_LABELS)


def test_the_words_between_count() -> None:
    torch.manual_seed(7)
    head, h = TieHead(8, hidden=4).eval(), torch.randn(1, 16, 8)
    chosen = pairs([NAMES], [[(2, 3)]])
    other = h.clone()
    other[0, 12:14] = torch.randn(2, 8)  # 发布
    assert not torch.allclose(head(h, chosen), head(other, chosen))
