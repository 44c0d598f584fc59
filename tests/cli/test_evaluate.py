import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "张三表示，禾苗还不成熟。"
CLAIM = {"speaker": [0, 2], "canonical": "张三", "cue": [2, 4], "content": [[5, 11]], "mode": "indirect"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return written(tmp_path / "gold.jsonl", {"id": "a", "text": TEXT, "claims": [CLAIM]})


def written(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_predictions_of_a_file_are_scored(run: Run, gold: Path, tmp_path: Path) -> None:
    pred = written(tmp_path / "pred.jsonl", {"id": "a", "claims": [CLAIM | {"canonical": "李四"}]})
    out = run("evaluate", gold, "--pred", pred).out
    assert "content exact      P 1.000  R 1.000  F1 1.000   (tp 1, predicted 1, gold 1)\n" in out
    assert "full claim         P 0.000" in out


def test_the_overlap_that_counts_can_be_set(run: Run, gold: Path, tmp_path: Path) -> None:
    pred = written(tmp_path / "pred.jsonl", {"id": "a", "claims": [CLAIM | {"content": [[5, 8]]}]})
    assert "content overlap    P 0.000" in run("evaluate", gold, "--pred", pred).out
    assert "content overlap    P 1.000" in run("evaluate", gold, "--pred", pred, "--iou", 0.5).out


def test_texts_of_a_folder(run: Run, tmp_path: Path) -> None:
    gold = written(tmp_path / "gold.jsonl", {"id": "a", "claims": [CLAIM | {"content": [[5, 11]]}]})
    pred = written(tmp_path / "pred.jsonl", {"id": "a", "claims": [CLAIM | {"content": [[5, 12]]}]})
    told = run("evaluate", gold, "--pred", pred)
    assert "content exact      P 0.000" in told.out
    assert "No text for 1 article (a …): raw offsets are compared." in told.err
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")  # with it the 。 at the edge does not count
    assert "content exact      P 1.000" in run("evaluate", gold, "--pred", pred, "--texts", tmp_path).out


def test_what_is_not_sure_enough_is_not_scored(run: Run, gold: Path, tmp_path: Path) -> None:
    wrong = CLAIM | {"content": [[0, 2]], "cue": None, "confidence": 0.4}
    pred = written(tmp_path / "pred.jsonl", {"id": "a", "claims": [CLAIM | {"confidence": 0.6}, wrong]})
    assert "content exact      P 0.500" in run("evaluate", gold, "--pred", pred).out
    assert "content exact      P 1.000" in run("evaluate", gold, "--pred", pred, "--min-confidence", 0.5).out
    assert run("evaluate", gold, "--pred", pred, "--min-confidence", 2).code == 2


def test_json(run: Run, gold: Path) -> None:
    found = json.loads(run("evaluate", gold, "--pred", gold, "--format", "json").out)
    assert found["content exact"]["f1"] == 1.0


def test_intervals_stand_beside_the_figures(run: Run, gold: Path) -> None:
    out = run("evaluate", gold, "--pred", gold, "--intervals").out
    assert out.startswith("articles 1; in brackets: 95 % of 1,000 draws")
    assert "\nfull claim               P 1.000 [1.000–1.000]   R 1.000" in out
    assert "\nmode indirect            found 1.000 [1.000–1.000]" in out
    found = json.loads(run("evaluate", gold, "--pred", gold, "--intervals", "--format", "json").out)
    assert found["intervals"]["full claim F1"] == {"value": 1.0, "low": 1.0, "high": 1.0, "count": 2}


def test_whether_one_speaker_is_one_name(run: Run, tmp_path: Path) -> None:
    again = CLAIM | {"speaker": None, "content": [[0, 4]]}
    gold = written(tmp_path / "gold.jsonl", {"id": "a", "text": TEXT, "claims": [CLAIM, again]})
    claims = [CLAIM, again | {"canonical": "李四"}]
    pred = written(tmp_path / "pred.jsonl", {"id": "a", "claims": claims})
    out = run("evaluate", gold, "--pred", pred, "--resolve").out
    assert "B-cubed            P 1.000  R 0.500  F1 0.667   (claims 2)\n" in out
    found = json.loads(run("evaluate", gold, "--pred", pred, "--resolve", "--format", "json").out)
    assert (found["r"], found["items"], found["split"], found["joined"]) == (0.5, 2, 1, 0)


def test_whether_one_speaker_is_one_name_with_intervals(run: Run, gold: Path) -> None:
    command = ("evaluate", gold, "--pred", gold, "--resolve", "--intervals")
    assert "\nB-cubed            P 1.000 [1.000–1.000]   R 1.000" in run(*command).out
    found = json.loads(run(*command, "--format", "json").out)
    assert found["intervals"]["B-cubed F1"] == {"value": 1.0, "low": 1.0, "high": 1.0, "count": 1}


def test_public_sets_have_no_speakers(run: Run, tmp_path: Path) -> None:
    assert run("evaluate", "--suite", "public", "--data", tmp_path, "--resolve").code == 2


def test_a_broken_line_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("{坏\n", encoding="utf-8")
    ran = run("evaluate", tmp_path / "gold.jsonl", "--pred", tmp_path / "gold.jsonl")
    assert ran.code == 1
    assert ran.err.startswith(f"kg: {tmp_path / 'gold.jsonl'}:1: ")


@pytest.mark.model
def test_without_predictions_the_model_reads_the_gold_texts(run: Run, gold: Path) -> None:
    ran = run("evaluate", gold)
    assert ran.code == 0
    assert "speaker|matched        1.000" in ran.out


@pytest.mark.model
def test_a_users_names_are_scored(run: Run, tmp_path: Path) -> None:
    (tmp_path / "名单.csv").write_text("name,type\n禾苗,事件\n", encoding="utf-8")
    names = [{"id": "1", "span": [0, 2], "type": "person"}, {"id": "2", "span": [5, 7], "type": "event"}]
    row = {"id": "a", "text": TEXT, "claims": [CLAIM], "entities": names, "entities_annotated": True}
    gold = written(tmp_path / "gold.jsonl", row)
    ran = run("evaluate", gold, "--names", tmp_path / "名单.csv")
    assert "entity strict      P 1.000  R 1.000" in ran.out


@pytest.mark.model
@pytest.mark.shared
@pytest.mark.slow
def test_the_numbers_are_those_of_the_reference_scorer(run: Run, shared: Path, tmp_path: Path) -> None:
    with (shared / "gold" / "dev.jsonl").open(encoding="utf-8") as lines:
        gold = written(tmp_path / "gold.jsonl", *(json.loads(line) for line in islice(lines, 5)))
    pred = tmp_path / "pred.jsonl"
    assert run("annotate", gold, "-o", pred).code == 0
    command = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(pred)]
    reference = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert run("evaluate", gold).out == reference.stdout
    assert run("evaluate", gold, "--pred", pred).out == reference.stdout
