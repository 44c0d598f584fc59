"""What --model was given."""

from pathlib import Path

import pytest

from kg.annotate.foreign.choice import choose
from kg.errors import ModelError
from kg.resources import model_dir
from tests.annotate.foreign.pipelines import ruler


def test_nothing_is_the_model_that_ships() -> None:
    assert choose(None) == (model_dir(), None)


def test_a_folder_of_ours_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    assert choose(str(tmp_path)) == (tmp_path, None)


def test_a_pipeline_names_beside_it(tmp_path: Path) -> None:
    folder, other = choose(ruler(tmp_path / "尺", 青禾科技="COMPANY"))
    assert folder == model_dir()
    assert other
    assert other.name == "尺"


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no model here \(no manifest\.json of kg, config\.json of HanLP"):
        choose(tmp_path)


def test_a_name_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ModelError, match=r"^没有: no such folder, no installed spaCy pipeline, no model of"):
        choose("没有")
