import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.train import small_sets

HELP = "give either GOLD, or --suite public with --data FOLDER"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    small_sets.lines(tmp_path / "uner_zh_gsdsimp" / "zh_gsdsimp-ud-dev.iob2.xz", small_sets.uner())
    return tmp_path


@pytest.mark.parametrize(
    "args", [(), ("--suite", "public"), ("--data", "."), ("gold.jsonl", "--suite", "public", "--data", ".")]
)
def test_either_gold_or_a_suite(run: Run, args: tuple[str, ...]) -> None:
    ran = run("evaluate", *args)
    assert ran.code == 2
    assert HELP in " ".join(ran.err.replace("│", " ").split())


def test_a_folder_without_sets_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("evaluate", "--suite", "public", "--data", tmp_path)
    assert ran.code == 1
    assert ran.err.startswith(f"kg: {tmp_path}: none of the public sets is here")


@pytest.mark.model
def test_our_names_on_a_set_of_three_labels(run: Run, data: Path) -> None:
    ran = run("evaluate", "--suite", "public", "--data", data)
    assert ran.code == 0
    assert "\nUNER GSDSimp dev: 4 sentences\n" in ran.out.split("Our own names as PER, ORG and LOC")[1]
    assert "CLUENER" in ran.err  # says what is not there


@pytest.mark.model
def test_json(run: Run, data: Path) -> None:
    ran = run("evaluate", "--suite", "public", "--data", data, "--format", "json")
    suite = json.loads(ran.out)
    (common,) = suite["common"]
    assert (common["set"], common["rows"], common["names"]["strict"]["gold"]) == ("uner", 4, 8)
    scored = [head["set"] for head in suite["heads"]]
    assert sorted(scored + suite["missing"]) == ["cluener", "finre", "msra", "resume", "uner"]
