"""Samples from files, and their lengths."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.batches import PIECES, WindowDataset, rounded


@given(st.integers(1, 100))
def test_lengths_come_in_steps(length: int) -> None:
    ids = rounded({"token_input_ids": [5] * length})["token_input_ids"]
    assert len(ids) % PIECES == 0
    assert ids[:length] == [5] * length
    assert length <= len(ids) < length + PIECES
    assert not any(ids[length:])


def test_windows_are_read_from_lines(tmp_path: Path) -> None:
    path = tmp_path / "windows.jsonl"
    rows = [{"token": list(text)} for text in ("林晓岚说，好。", "她没有说。")]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    assert [row["token"] for row in WindowDataset(str(path))] == [row["token"] for row in rows]
