"""The whole training in small: fit, stop, go on, pack, load, read."""

import json
from pathlib import Path

import pytest

from kg.annotate.model import check_model
from kg.annotate.pipeline import load
from kg.errors import ConfigError, ReadError
from kg.train.run import read_settings, smoke, train
from tests.factory import art

GOLD = Path(__file__).parents[1] / "gold" / "gold.jsonl"


@pytest.mark.slow
def test_smoke_makes_a_model_that_reads_and_goes_on(tmp_path: Path) -> None:
    model = smoke(GOLD, out=tmp_path)
    check_model(model)
    article = art()
    assert load(model)(article).text == article.text
    assert load().model == "news"  # the model that ships still opens in the same process
    smoke(GOLD, out=tmp_path)  # nothing is left to do: the finished epoch is not run again
    log = (tmp_path / "run" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["epoch"] for line in log] == [1]


def test_gold_without_texts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("", encoding="utf-8")
    with pytest.raises(ReadError, match="no articles with texts"):
        train(path, out=tmp_path / "out")


def test_settings_must_be_a_table(tmp_path: Path) -> None:
    path = tmp_path / "news.yaml"
    path.write_text("- 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="not a table"):
        read_settings(path)
