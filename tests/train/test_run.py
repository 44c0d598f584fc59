"""The whole training in small: fit, stop, go on, pack, load, read."""

import json
from pathlib import Path
from typing import Any

import pytest
import torch

from kg.annotate.model import check_model
from kg.annotate.pipeline import load
from kg.errors import ConfigError, ReadError
from kg.evaluate.files import read_gold
from kg.train.run import CONFIG, fit, read_settings, smoke, train
from kg.train.samples import write_windows
from kg.train.tiny import tiny_encoder
from kg.train.trainer import NewsTrainer
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


class Stopped(Exception):
    """What stops a run in the test."""


@pytest.mark.slow
def test_a_stopped_run_ends_like_one_that_was_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encoder, windows = prepared(tmp_path)
    settings = read_settings(CONFIG) | {"epochs": 2}
    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    for out in (whole, resumed):
        out.mkdir()
    fit(settings, encoder=encoder, windows=windows, out=whole)
    save = NewsTrainer._save_state

    def save_and_stop(self: NewsTrainer, path: Path, optimizer: Any, epoch: int) -> None:
        save(self, path, optimizer, epoch)
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(NewsTrainer, "_save_state", save_and_stop)
        with pytest.raises(Stopped):
            fit(settings, encoder=encoder, windows=windows, out=resumed)
    fit(settings, encoder=encoder, windows=windows, out=resumed)
    one, two = (torch.load(out / "model.pt", weights_only=True) for out in (whole, resumed))
    assert all(torch.allclose(one[name], two[name], atol=1e-5) for name in one)


def prepared(folder: Path) -> tuple[Path, Path]:
    """A tiny encoder and the windows of our gold."""
    rows = read_gold(GOLD)
    encoder = tiny_encoder((row.get("text") or "" for row in rows.values()), folder / "encoder")
    write_windows(rows.values(), folder / "windows.jsonl")
    return encoder, folder / "windows.jsonl"


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
