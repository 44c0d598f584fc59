import json
from pathlib import Path

import pytest

from kg.cli.annotate import written
from kg.errors import ConfigError
from tests.cli.conftest import Run

NEWS = "青禾科技首席执行官李四表示，公司明年会推出新的大模型。"


@pytest.mark.model
def test_one_line_an_article_with_offsets_into_its_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "乙.jsonl").write_text(json.dumps({"id": "b-1", "text": NEWS}) + "\n{坏\n", encoding="utf-8")
    ran = run("annotate", tmp_path / "甲.txt", tmp_path / "乙.jsonl")
    assert ran.code == 1
    assert "1 problem, told above." in ran.err
    first, second = map(json.loads, ran.out.splitlines())
    assert (first["id"], second["id"]) == ("甲", "b-1")
    (claim,) = first["claims"]
    start, end = claim["speaker"]
    assert (NEWS[start:end], claim["canonical"]) == ("李四", "李四")


@pytest.mark.model
def test_into_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(NEWS, encoding="utf-8")
    assert run("annotate", tmp_path / "甲.txt", "-o", tmp_path / "out.jsonl") == (0, "", "")
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["id"] == "甲"


@pytest.mark.model
def test_what_is_not_sure_enough_is_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(NEWS, encoding="utf-8")
    whole, sure = (
        json.loads(run("annotate", tmp_path / "甲.txt", "--min-confidence", least).out) for least in (0, 0.9)
    )
    for kind in ("claims", "entities", "relations"):
        assert sure[kind] == [record for record in whole[kind] if record["confidence"] >= 0.9]


@pytest.mark.model
def test_a_users_names_win(run: Run, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "名单.csv").write_text("name,type\n青禾科技,媒体\n", encoding="utf-8")
    (row,) = map(
        json.loads, run("annotate", tmp_path / "甲.txt", "--names", tmp_path / "名单.csv").out.splitlines()
    )
    assert [entity["type"] for entity in row["entities"] if entity["span"] == [0, 4]] == ["media"]


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(ConfigError, match=r"^Cannot write .+: No such file or directory\.$"),
        written(tmp_path / "没有" / "out.jsonl"),
    ):
        pytest.fail("opened")
