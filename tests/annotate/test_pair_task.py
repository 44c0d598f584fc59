"""The head of the public set of company pairs."""

import torch

from kg.annotate.pair_task import PairHead, PairReading

ENDS = torch.tensor([[0, 3, 6, 9], [1, 1, 3, 4]])


def made() -> tuple[PairHead, torch.Tensor, torch.Tensor]:
    torch.manual_seed(7)
    mask = torch.arange(10) < torch.tensor([[10], [5]])
    return PairHead(8, 3, hidden=6).eval(), torch.randn(2, 10, 8), mask


def test_one_row_of_scores_a_sentence() -> None:
    head, h, mask = made()
    assert head(h, mask, ENDS).shape == (2, 3)


def test_padding_says_nothing() -> None:
    head, h, mask = made()
    other = h.clone()
    other[1, 5:] = 99.0
    assert torch.equal(head(h, mask, ENDS), head(other, mask, ENDS))


def test_the_order_of_the_names_counts() -> None:
    head, h, mask = made()
    assert not torch.allclose(head(h, mask, ENDS), head(h, mask, ENDS[:, [2, 3, 0, 1]]))


def test_a_prediction_is_a_label_of_the_set() -> None:
    task = PairReading(labels=["收购", "合作", "竞争"])
    best = task.decode_output(torch.eye(3)[[2, 0]], torch.ones(2, 1), {}, made()[0])
    assert task.prediction_to_result(best, {}) == ["竞争", "收购"]
    assert task.input_is_flat({"token": ["青", "禾"]})
    assert not task.input_is_flat([{"token": ["青", "禾"]}])
