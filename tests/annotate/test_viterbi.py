"""The best sequence under the transitions, against trying every sequence."""

from itertools import pairwise, product

import torch
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.labels import BEGIN_CONTENT, INSIDE_CONTENT, INSIDE_SPEAKER, OUTSIDE
from kg.annotate.viterbi import best_labels, bio_transitions, role_transitions, runs

NUMBERS = st.floats(-4, 4, allow_nan=False)


def total(scores: torch.Tensor, transitions: torch.Tensor, path: tuple[int, ...]) -> float:
    steps = sum(float(scores[i, label]) for i, label in enumerate(path))
    return steps + sum(float(transitions[a, b]) for a, b in pairwise(path))


@given(st.lists(st.lists(NUMBERS, min_size=5, max_size=5), min_size=1, max_size=5))
def test_nothing_beats_the_best(rows: list[list[float]]) -> None:
    scores, transitions = torch.tensor(rows), role_transitions(2.0)
    found = tuple(best_labels(scores.unsqueeze(0), transitions)[0].tolist())
    legal = (path for path in product(range(5), repeat=len(rows)) if path[0] not in (2, 4))
    best = max(total(scores, transitions, path) for path in legal)
    assert abs(total(scores, transitions, found) - best) < 1e-3


def test_an_inside_never_follows_another_type() -> None:
    transitions = bio_transitions(5)
    assert transitions[BEGIN_CONTENT, INSIDE_SPEAKER] < -1000
    assert transitions[BEGIN_CONTENT, INSIDE_CONTENT] == 0


def test_one_weak_token_does_not_end_a_content() -> None:
    scores = torch.full((1, 5, 5), -5.0)
    scores[0, 0, BEGIN_CONTENT] = 0
    scores[0, 1:, INSIDE_CONTENT] = 0
    scores[0, 2, INSIDE_CONTENT], scores[0, 2, OUTSIDE] = -1.5, 0
    assert best_labels(scores, role_transitions(2.0))[0].tolist() == [3, 4, 4, 4, 4]


def test_no_rows() -> None:
    assert best_labels(torch.zeros(0, 4, 5), role_transitions(2.0)).shape == (0, 4)


def test_runs() -> None:
    assert runs([0, 1, 2, 0, 3, 3, 4]) == [(1, 3, 1), (4, 5, 3), (5, 7, 3)]
    assert runs([2, 2, 0]) == []
