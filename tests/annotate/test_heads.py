"""Shapes of the heads, and what they know about places."""

import torch

from kg.annotate.heads import (
    CHOICES,
    CUES,
    DISTANCES,
    Counters,
    NewsHeads,
    Roles,
    Rows,
    _cues_before,
    _log_distance,
    _steps,
)
from kg.annotate.labels import CUE_LABELS, NAME_LABELS, ROLE_LABELS

ROWS = Rows(torch.tensor([0, 1, 1]), torch.tensor([2, 0, 5]), torch.tensor([3, 0, 5]))
ZEROS = torch.zeros(2, 7, dtype=torch.long)


def made() -> tuple[NewsHeads, torch.Tensor]:
    torch.manual_seed(7)
    return NewsHeads(16, hidden=8, rank=2).eval(), torch.randn(2, 7, 16)


def test_shapes() -> None:
    heads, h = made()
    names, cues = heads.tag(h)
    roles = heads.roles(h, ROWS, Counters(ZEROS, ZEROS, ZEROS))
    assert names.shape == (2, 7, NAME_LABELS)
    assert cues.shape == (2, 7, CUE_LABELS)
    assert roles.logits.shape == (3, 7, ROLE_LABELS + CHOICES)
    assert roles.hidden.shape == (3, 7, 8)
    assert heads.verdicts(roles, torch.ones(3, 7, dtype=torch.bool)).shape == (3, 2)


def test_each_cue_has_its_own_roles() -> None:
    heads, h = made()
    logits = heads.roles(h, ROWS, Counters(ZEROS, ZEROS, ZEROS)).logits
    assert not torch.allclose(logits[1], logits[2])


def test_roles_know_what_is_quoted() -> None:
    heads, h = made()
    quoted = ZEROS.clone()
    quoted[1, 3:5] = 1
    plain = heads.roles(h, ROWS, Counters(ZEROS, ZEROS, ZEROS)).logits
    other = heads.roles(h, ROWS, Counters(ZEROS, ZEROS, quoted)).logits
    assert torch.allclose(plain[0], other[0])  # its window holds no quotation
    assert not torch.allclose(plain[1], other[1])


def test_a_verdict_hears_the_content_alone() -> None:
    heads, _ = made()
    hidden, content = torch.randn(1, 7, 8), torch.tensor([[False] * 3 + [True] * 3 + [False]])
    changed = torch.where(content.unsqueeze(2), hidden, hidden + 5)
    before, after = (heads.verdicts(Roles(x, x), content) for x in (hidden, changed))
    assert torch.allclose(before, after)


def test_a_cue_without_content_has_a_verdict() -> None:
    heads, _ = made()
    hidden = torch.randn(1, 7, 8)
    assert heads.verdicts(Roles(hidden, hidden), torch.zeros(1, 7, dtype=torch.bool)).isfinite().all()


def test_distance_is_signed_and_zero_on_the_cue() -> None:
    first = (_log_distance(9, ROWS)[0] - DISTANCES).tolist()
    assert first == [-2, -1, 0, 0, 1, 2, 2, 3, 3]


def test_steps_count_sentences_from_the_cue() -> None:
    sentence = torch.tensor([[0, 0, 1, 1, 2, 9], [0, 0, 0, 0, 0, 0]])
    rows = Rows(torch.tensor([0]), torch.tensor([2]), torch.tensor([2]))
    assert (_steps(sentence, rows, 6)[0] - 6).tolist() == [-1, -1, 0, 0, 1, 6]


def test_other_cues_between_are_counted() -> None:
    rows = Rows(torch.tensor([0, 0]), torch.tensor([1, 4]), torch.tensor([1, 4]))
    before = _cues_before(torch.zeros(1, 6, 16), rows)
    assert (_steps(before, rows, CUES) - CUES).tolist() == [[-1, 0, 0, 0, 1, 1], [-2, -1, -1, -1, 0, 0]]
