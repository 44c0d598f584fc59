import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GOLD = Path(__file__).parents[1] / "gold" / "gold.jsonl"


def test_gold_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("train", "--gold", tmp_path / "没有.jsonl", "--out", tmp_path / "out")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"kg: {tmp_path / '没有.jsonl'}: ")
    assert ran.err.count("\n") == 1


def test_gold_and_out_are_asked_for(run: Run) -> None:
    assert run("train").code == 2


def test_a_model_to_go_on_from_that_is_none_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("train", "--gold", GOLD, "--out", tmp_path / "out", "--from", tmp_path)
    assert (ran.code, ran.out, ran.err) == (1, "", f"kg: {tmp_path}: no model here (no manifest.json)\n")


def test_a_folder_without_public_sets_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("train", "--smoke", "--gold", GOLD, "--out", tmp_path / "out", "--data", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[-1].startswith(f"kg: {tmp_path}: none of the sets cluener, ")


@pytest.mark.slow
def test_only_the_model_comes_to_stdout(tmp_path: Path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("".join(GOLD.read_text(encoding="utf-8").splitlines(keepends=True)[:3]), encoding="utf-8")
    # a process of its own: HanLP keeps for good the streams that it finds at its import
    command = [sys.executable, "-m", "kg", "train", "--smoke", "--gold", few, "--out", tmp_path / "out"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert ran.stdout == f"{tmp_path / 'out' / 'model'}\n"
