"""Shapes of the heads, and what they know about places."""

import torch

from kg.annotate.heads import DISTANCES, NewsHeads, Rows, _log_distance, _steps
from kg.annotate.labels import CUE_LABELS, NAME_LABELS, ROLE_LABELS

ROWS = Rows(torch.tensor([0, 1, 1]), torch.tensor([2, 0, 5]), torch.tensor([3, 0, 5]))


def test_shapes() -> None:
    heads, h = NewsHeads(16, hidden=8, rank=2), torch.randn(2, 7, 16)
    names, cues = heads.tag(h)
    counter = torch.zeros(2, 7, dtype=torch.long)
    assert names.shape == (2, 7, NAME_LABELS)
    assert cues.shape == (2, 7, CUE_LABELS)
    assert heads.roles(h, ROWS, counter, counter).shape == (3, 7, ROLE_LABELS + 1)


def test_distance_is_signed_and_zero_on_the_cue() -> None:
    first = (_log_distance(9, ROWS)[0] - DISTANCES).tolist()
    assert first == [-2, -1, 0, 0, 1, 2, 2, 3, 3]


def test_steps_count_sentences_from_the_cue() -> None:
    sentence = torch.tensor([[0, 0, 1, 1, 2, 9], [0, 0, 0, 0, 0, 0]])
    rows = Rows(torch.tensor([0]), torch.tensor([2]), torch.tensor([2]))
    assert (_steps(sentence, rows, 6)[0] - 6).tolist() == [-1, -1, 0, 0, 1, 6]
