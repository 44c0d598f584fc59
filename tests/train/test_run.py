"""The whole training in small: fit, stop, go on, pack, load, read."""

import json
from pathlib import Path
from typing import Any

import pytest
import torch
import yaml

from kg.annotate.layers import CUES, NAMES, TIES
from kg.annotate.model import check_model
from kg.annotate.pipeline import load
from kg.errors import ConfigError, ReadError
from kg.evaluate.files import read_gold
from kg.train.material import Material
from kg.train.run import CONFIG, fit, read_settings, smoke, train
from kg.train.tiny import tiny_encoder
from kg.train.trainer import NewsTrainer
from tests.factory import art
from tests.train.small_sets import make

GOLD = Path(__file__).parents[1] / "gold" / "gold.jsonl"
SETS = ["cluener", "uner", "resume", "msra", "fewfc", "spo", "finre"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one tiny training with every public set."""
    folder = tmp_path_factory.mktemp("smoke")
    smoke(GOLD, out=folder, data=make(folder / "data"))
    return folder


def log(run: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (run / "log.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.slow
def test_smoke_makes_a_model_that_annotates(out: Path) -> None:
    check_model(out / "model")
    article = art()
    doc = load(out / "model")(article)
    assert doc.text == article.text
    assert {NAMES, CUES, TIES} <= set(doc.spans)


@pytest.mark.slow
def test_every_set_is_a_task_of_its_own(out: Path) -> None:
    config = json.loads((out / "model" / "config.json").read_text(encoding="utf-8"))
    assert config["task_names"] == ["news", *SETS]
    (row,) = log(out / "run")
    assert sorted(row["loss"]) == sorted(["news", *SETS])


@pytest.mark.slow
def test_a_finished_run_is_not_run_again(out: Path) -> None:
    before = torch.load(out / "run" / "model.pt", weights_only=True)
    smoke(GOLD, out=out, data=out / "data")
    after = torch.load(out / "run" / "model.pt", weights_only=True)
    assert all(torch.equal(before[name], after[name]) for name in before)
    assert [row["epoch"] for row in log(out / "run")] == [1]


@pytest.mark.slow
@pytest.mark.model
def test_the_model_that_ships_opens_after_a_training(out: Path) -> None:
    assert load(out / "model").model == "model"
    assert load().model == "news"


@pytest.mark.slow
def test_a_run_begins_from_the_weights_of_another(out: Path, tmp_path: Path) -> None:
    config = tmp_path / "still.yaml"
    still = {"epochs": 1, "lr": 1e-12, "encoder_lr": 1e-12}
    config.write_text(yaml.safe_dump(read_settings(CONFIG) | still), encoding="utf-8")
    model = train(few(tmp_path), out=tmp_path / "out", config=config, start=out / "model")
    old, new = (torch.load(folder / "model.pt", weights_only=True) for folder in (out / "model", model))
    assert set(new) < set(old)  # no public sets here
    assert all(torch.equal(new[name], old[name]) for name in new)


class Stopped(Exception):
    """What stops a run in the test."""


@pytest.mark.slow
def test_a_stopped_run_ends_like_one_that_was_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = read_gold(few(tmp_path))
    encoder = tiny_encoder((row.get("text") or "" for row in rows.values()), tmp_path / "encoder")
    settings = read_settings(CONFIG) | {"epochs": 2, "share": 2}
    data = make(tmp_path / "data")

    def run(out: Path) -> None:
        out.mkdir(exist_ok=True)
        material = Material(rows.values(), out, data=data, settings=settings)
        fit(settings, encoder=encoder, material=material, out=out)

    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    run(whole)
    save = NewsTrainer._save_state

    def save_and_stop(self: NewsTrainer, path: Path, optimizer: Any, epoch: int) -> None:
        save(self, path, optimizer, epoch)
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(NewsTrainer, "_save_state", save_and_stop)
        with pytest.raises(Stopped):
            run(resumed)
    run(resumed)
    assert [row["epoch"] for row in log(resumed)] == [2]  # it was killed before it could write of the first
    assert log(resumed)[0]["loss"] == pytest.approx(log(whole)[1]["loss"], abs=1e-3)
    one, two = (torch.load(out / "model.pt", weights_only=True) for out in (whole, resumed))
    assert all(torch.allclose(one[name], two[name], atol=1e-5) for name in one)


def few(folder: Path) -> Path:
    """The first articles of our gold."""
    path = folder / "few.jsonl"
    lines = GOLD.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:6]), encoding="utf-8")
    return path


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
