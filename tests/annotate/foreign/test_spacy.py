"""spaCy pipelines as models for names."""

import shutil
from pathlib import Path

import pytest
import spacy
from spacy.cli.package import package

from kg.annotate.foreign.component import Labelled
from kg.annotate.foreign.spacy import is_spacy_folder, is_spacy_package, open_spacy
from kg.errors import ModelError
from tests.annotate.foreign.pipelines import ruler


def test_a_ruler_names_in_characters(tmp_path: Path) -> None:
    folder = ruler(tmp_path / "尺", 青禾科技="COMPANY")
    assert is_spacy_folder(folder)
    model = open_spacy(folder)
    assert model.name == "尺"
    assert model.find(["据青禾科技介绍", "没有"]) == [[Labelled(1, 5, "COMPANY")], []]


def test_other_patterns_have_another_hash(tmp_path: Path) -> None:
    one = ruler(tmp_path / "1", 青禾科技="COMPANY")
    same = ruler(tmp_path / "2", 青禾科技="COMPANY")
    other = ruler(tmp_path / "3", 青禾科技="ORG")
    assert open_spacy(one).hash == open_spacy(same).hash != open_spacy(other).hash


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # spaCy leaves a file open
def test_a_package_is_known_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = ruler(tmp_path / "saved", 青禾科技="COMPANY")
    package(saved, tmp_path, name="demo_names", version="1.0.0", create_sdist=False, silent=True)
    assert not is_spacy_package("zh_demo_names")
    monkeypatch.syspath_prepend(installed(tmp_path / "zh_demo_names-1.0.0"))
    assert is_spacy_package("zh_demo_names")
    model = open_spacy("zh_demo_names")
    assert (model.name, len(model.hash)) == ("zh_demo_names", 16)
    assert model.find(["青禾科技"]) == [[Labelled(0, 4, "COMPANY")]]


def installed(folder: Path) -> Path:
    """The folder of a package as pip would install it, with the name and version that it notes beside it."""
    shutil.copy(folder / "meta.json", folder / "zh_demo_names")
    notes = folder / "zh_demo_names-1.0.0.dist-info"
    notes.mkdir()
    (notes / "METADATA").write_text("Metadata-Version: 2.1\nName: zh_demo_names\nVersion: 1.0.0\n")
    return folder


def test_other_packages_are_no_pipelines() -> None:
    assert not is_spacy_package("json")
    assert not is_spacy_package("numpy")
    assert not is_spacy_package("没有 这个")


def test_a_pipeline_without_names_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "句")
    with pytest.raises(ModelError, match="no component that finds names"):
        open_spacy(tmp_path / "句")


def test_a_broken_pipeline_is_one_sentence(tmp_path: Path) -> None:
    folder = ruler(tmp_path / "尺", 青禾科技="COMPANY")
    config = (folder / "config.cfg").read_text(encoding="utf-8")
    (folder / "config.cfg").write_text(config.replace('"entity_ruler"', '"nobody_knows"'), encoding="utf-8")
    with pytest.raises(ModelError, match=r"尺: spaCy cannot load it \(.+\)\.$") as error:
        open_spacy(folder)
    assert "\n" not in str(error.value)
