"""The best sequence under the transitions, against trying every sequence."""

from itertools import pairwise

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.labels import (
    BEGIN,
    CONTENT,
    CUE_LABELS,
    END,
    INSIDE,
    OUTSIDE,
    ROLE_LABELS,
    SINGLE,
    SPEAKER,
    label,
    mark_within,
)
from kg.annotate.viterbi import NEVER, best_labels, role_transitions, runs, transitions
from tests.annotate.spans import Spans, apart

NUMBERS = st.floats(-4, 4, allow_nan=False, width=32)
COST = 2.0


@st.composite
def tables(draw: st.DrawFn, labels: int, longest: int) -> torch.Tensor:
    """Scores [T, labels] of one window."""
    row = st.lists(NUMBERS, min_size=labels, max_size=labels)
    return torch.tensor(draw(st.lists(row, min_size=1, max_size=longest)))


def totals(scores: torch.Tensor, moves: torch.Tensor, paths: torch.Tensor) -> torch.Tensor:
    """What each of the paths [N, T] is worth."""
    steps = scores[torch.arange(len(scores)), paths].sum(1)
    return steps + moves[paths[:, :-1], paths[:, 1:]].sum(1)


@pytest.mark.parametrize("moves", [transitions(2), role_transitions(COST)], ids=["plain", "roles"])
@given(tables(ROLE_LABELS, 4))
def test_nothing_beats_the_best(moves: torch.Tensor, scores: torch.Tensor) -> None:
    every = torch.cartesian_prod(*[torch.arange(ROLE_LABELS)] * len(scores)).reshape(-1, len(scores))
    found = best_labels(scores.unsqueeze(0), moves)
    assert float(totals(scores, moves, every).max() - totals(scores, moves, found)[0]) < 1e-3


@given(tables(ROLE_LABELS, 30))
def test_no_forbidden_step_is_taken(scores: torch.Tensor) -> None:
    moves = role_transitions(COST)
    (path,) = best_labels(scores.unsqueeze(0), moves).tolist()
    assert all(float(moves[before, after]) > NEVER / 2 for before, after in pairwise(path))


@given(st.lists(tables(CUE_LABELS, 8), min_size=2, max_size=3))
def test_windows_of_a_batch_do_not_meet(windows: list[torch.Tensor]) -> None:
    length = min(map(len, windows))
    batch = torch.stack([window[:length] for window in windows])
    alone = [best_labels(window.unsqueeze(0), transitions(1))[0] for window in batch]
    assert best_labels(batch, transitions(1)).tolist() == [path.tolist() for path in alone]


@given(apart(kinds=2))
def test_clear_scores_come_back_as_their_spans(spans: Spans) -> None:
    row = [OUTSIDE] * (spans[-1][1] + 1 if spans else 1)
    for span in spans:
        mark_within(row, *span)
    scores = torch.nn.functional.one_hot(torch.tensor([row]), ROLE_LABELS).float() * 9
    assert runs(best_labels(scores, transitions(2))[0].tolist()) == spans


def test_what_began_goes_on_until_it_ends() -> None:
    moves = transitions(2)
    inside, other = label(0, INSIDE), label(1, INSIDE)
    assert moves[label(0, BEGIN), inside] == moves[inside, label(0, END)] == 0
    for after in (OUTSIDE, other, label(0, SINGLE), label(1, BEGIN)):
        assert moves[inside, after] == NEVER
    for before in (OUTSIDE, label(0, END), label(1, SINGLE)):
        assert moves[before, inside] == NEVER
        assert moves[before, label(1, BEGIN)] == 0


def test_nothing_of_a_kind_begins_behind_its_own_end() -> None:
    moves = role_transitions(COST)
    for kind in (SPEAKER, CONTENT):
        assert float(moves[label(kind, END), label(kind, BEGIN)]) <= NEVER
    assert float(moves[label(SPEAKER, END), label(CONTENT, BEGIN)]) == -COST


def test_one_weak_token_does_not_end_a_content() -> None:
    row = [label(CONTENT, part) for part in (BEGIN, INSIDE, INSIDE, INSIDE, END)]
    scores = torch.nn.functional.one_hot(torch.tensor([row]), ROLE_LABELS).float() * 5 - 5
    scores[0, 2, row[2]], scores[0, 2, OUTSIDE] = -1.5, 0
    scores[0, 1, label(CONTENT, END)] = scores[0, 3, label(CONTENT, BEGIN)] = 0
    assert best_labels(scores, role_transitions(COST))[0].tolist() == row
    assert best_labels(scores, role_transitions(0.0))[0].tolist() != row


def test_a_span_may_reach_over_either_edge() -> None:
    row = [label(CONTENT, INSIDE)] * 3
    scores = torch.nn.functional.one_hot(torch.tensor([row]), ROLE_LABELS).float() * 9
    assert best_labels(scores, role_transitions(COST))[0].tolist() == row


def test_no_windows_and_no_tokens() -> None:
    assert best_labels(torch.zeros(0, 4, ROLE_LABELS), role_transitions(COST)).shape == (0, 4)
    assert best_labels(torch.zeros(2, 0, ROLE_LABELS), role_transitions(COST)).shape == (2, 0)


def test_runs_of_labels_that_do_not_fit_together() -> None:
    begin, inside, other = label(0, BEGIN), label(0, INSIDE), label(1, INSIDE)
    assert runs([begin, begin, inside, OUTSIDE]) == [(0, 1, 0), (1, 3, 0)]
    assert runs([inside, other, label(0, END)]) == [(0, 1, 0), (1, 2, 1), (2, 3, 0)]
    assert runs([]) == []
