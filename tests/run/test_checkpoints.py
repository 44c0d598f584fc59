"""Every epoch of a run, scored on other articles."""

import json
from pathlib import Path

import pytest

from kg.evaluate.files import read_gold
from kg.evaluate.floors import MEASURES
from kg.run.checkpoints import LOG, score_checkpoints
from kg.train.run import RUN, smoke

GOLD = Path(__file__).parents[1] / "gold" / "gold.jsonl"


@pytest.mark.slow
def test_each_epoch_has_its_scores_in_the_log(tmp_path: Path) -> None:
    lines = GOLD.read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "few.jsonl").write_text("".join(lines[:3]), encoding="utf-8")
    smoke(tmp_path / "few.jsonl", out=tmp_path / "out")
    rows = list(score_checkpoints(tmp_path / "out", read_gold(tmp_path / "few.jsonl")))
    assert [row["epoch"] for row in rows] == [1]
    assert set(rows[0]) == {"epoch", *MEASURES}
    log = (tmp_path / "out" / RUN / LOG).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in log] == rows
