"""From scores to findings."""

import torch

from kg.annotate.decode import found, predict
from kg.annotate.heads import Rows
from kg.annotate.labels import CUE_LABELS, NAME_LABELS, ROLE_LABELS, begin_name

# 林 晓 岚 说 好 吧, and one token of padding
NAMES = [begin_name("person"), begin_name("person") + 1, begin_name("person") + 1, 0, 0, 0, 0]
CUES = [0, 0, 0, 1, 0, 0, 0]
ROLES = [1, 2, 2, 0, 3, 4, 4]


def scores(labels: list[int], size: int) -> torch.Tensor:
    return torch.nn.functional.one_hot(torch.tensor([labels]), size).float() * 9


def roles(rows: Rows) -> torch.Tensor:
    logits = torch.cat([scores(ROLES, ROLE_LABELS), torch.full((1, 7, 1), 9.0)], -1)
    return logits.expand(len(rows.first), -1, -1)


def test_a_claim_comes_out_whole() -> None:
    mask = torch.tensor([[True] * 6 + [False]])
    names, cues = scores(NAMES, NAME_LABELS), scores(CUES, CUE_LABELS)
    (window,) = found(predict(names, cues, mask, roles, content_cost=2.0), [6])
    assert [(name.start, name.end, name.type) for name in window.names] == [(0, 3, "person")]
    (cue,) = window.cues
    assert (cue.start, cue.end, cue.speaker, cue.content) == (3, 4, (0, 3), ((4, 6),))
    assert cue.confidence > 0.9
    assert len(cue.source) == 6


def test_no_cue_asks_for_no_roles() -> None:
    def fails(rows: Rows) -> torch.Tensor:
        raise AssertionError("no cue, no roles")

    mask = torch.ones(1, 7, dtype=torch.bool)
    names, cues = scores([0] * 7, NAME_LABELS), scores([0] * 7, CUE_LABELS)
    (window,) = found(predict(names, cues, mask, fails, content_cost=2.0), [7])
    assert window.names == ()
    assert window.cues == ()
