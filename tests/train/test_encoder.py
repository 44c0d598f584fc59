"""The encoder that training starts from."""

from pathlib import Path

import pytest
import torch

from kg.train.encoder import blank_encoder, is_reachable
from kg.train.tiny import tiny_encoder


@pytest.mark.parametrize(
    ("piece", "expected"),
    [("禾", True), ("##禾", False), ("open", True), ("##ai", True), ("2024", True), ("[CLS]", True),
     ("[unused9]", False), ("から", False), ("「", True)],
)  # fmt: skip
def test_reachable(piece: str, expected: bool) -> None:
    assert is_reachable(piece) is expected


def weights(folder: Path) -> dict[str, torch.Tensor]:
    from transformers import AutoModel

    model = AutoModel.from_pretrained(folder, add_pooling_layer=False)
    return dict(model.state_dict())


def test_a_blank_encoder_has_the_shape_and_words_but_not_the_weights(tmp_path: Path) -> None:
    packed = tiny_encoder(["青禾科技的林晓岚说，好。"], tmp_path / "packed")
    blank = blank_encoder(packed, tmp_path / "blank")
    assert (blank / "vocab.txt").read_bytes() == (packed / "vocab.txt").read_bytes()
    old, new = weights(packed), weights(blank)
    assert {name: value.shape for name, value in old.items()} == {n: v.shape for n, v in new.items()}
    words = "embeddings.word_embeddings.weight"
    assert not torch.equal(old[words], new[words])


def test_a_blank_encoder_needs_no_weights(tmp_path: Path) -> None:
    packed = tiny_encoder(["林晓岚说，好。"], tmp_path / "packed")
    (packed / "model.safetensors").unlink()  # a packed model ships its weights in one file of their own
    assert weights(blank_encoder(packed, tmp_path / "blank"))
