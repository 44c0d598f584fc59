"""A model folder is opened only as it was packed."""

import json
from pathlib import Path

import pytest

from kg.annotate.model import check_model, load_model, model_hash, write_manifest
from kg.errors import ModelError
from kg.resources import model_dir


def folder(path: Path, classpath: str = "kg.annotate.task.NewsReading") -> Path:
    config = {"encoder": {"classpath": "hanlp.layers.X"}, "tasks": [{"classpath": classpath}]}
    (path / "encoder").mkdir(parents=True)
    (path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (path / "encoder" / "vocab.txt").write_text("[PAD]\n禾\n", encoding="utf-8")
    write_manifest(path)
    return path


def test_what_was_packed_passes(tmp_path: Path) -> None:
    model = folder(tmp_path / "m")
    check_model(model)
    assert len(model_hash(model)) == 16


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    model = folder(tmp_path / "m")
    (model / "encoder" / "vocab.txt").write_text("[PAD]\n苗\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"vocab.txt: not the file that was packed"):
        check_model(model)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    model = folder(tmp_path / "m")
    (model / "encoder" / "vocab.txt").unlink()
    with pytest.raises(ModelError, match="missing"):
        check_model(model)


def test_a_foreign_class_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"builtins\.eval, which is not allowed"):
        check_model(folder(tmp_path / "m", "builtins.eval"))


def test_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model here"):
        check_model(tmp_path)


def test_other_weights_have_another_hash(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "1"), folder(tmp_path / "2", "kg.other.Task")
    assert model_hash(one) != model_hash(two)


@pytest.mark.model
def test_the_model_that_ships_is_whole() -> None:
    component = load_model(model_dir())
    assert "news" in component.tasks


@pytest.mark.model
def test_weights_are_small_enough_to_ship() -> None:
    assert (model_dir() / "model.pt").stat().st_size < 45 * 2**20
