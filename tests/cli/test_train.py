from pathlib import Path

from tests.cli.conftest import Run


def test_gold_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("train", "--gold", tmp_path / "没有.jsonl", "--out", tmp_path / "out")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"kg: {tmp_path / '没有.jsonl'}: ")
    assert ran.err.count("\n") == 1


def test_gold_and_out_are_asked_for(run: Run) -> None:
    assert run("train").code == 2
