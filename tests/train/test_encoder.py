"""Which word pieces of the encoder can occur."""

import pytest

from kg.train.encoder import is_reachable


@pytest.mark.parametrize(
    ("piece", "expected"),
    [("禾", True), ("##禾", False), ("open", True), ("##ai", True), ("2024", True), ("[CLS]", True),
     ("[unused9]", False), ("から", False), ("「", True)],
)  # fmt: skip
def test_reachable(piece: str, expected: bool) -> None:
    assert is_reachable(piece) is expected
