"""HanLP components as models for names, opened with care."""

import json
import pickle
import shutil
from pathlib import Path

import pytest
import torch

from kg.annotate.foreign.component import Labelled
from kg.annotate.foreign.hanlp import check_foreign, open_hanlp
from kg.cli.app import main
from kg.errors import ModelError
from tests.annotate.foreign.trained import SENTENCE, multi_task, tagger


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tagger(tmp_path_factory.mktemp("hanlp"))


@pytest.fixture
def copy(trained: Path, tmp_path: Path) -> Path:
    """The trained tagger, to be damaged."""
    return Path(shutil.copytree(trained, tmp_path / "tagger"))


def changed(folder: Path, **settings: object) -> Path:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    (folder / "config.json").write_text(json.dumps(config | settings), encoding="utf-8")
    return folder


def test_a_tagger_names_in_characters(trained: Path) -> None:
    model = open_hanlp(trained, name="demo")
    assert (model.name, len(model.hash)) == ("demo", 16)
    assert model.find([SENTENCE, "林 晓岚在"]) == [
        [Labelled(0, 3, "PER"), Labelled(4, 7, "LOC"), Labelled(10, 12, "DATE")],
        [Labelled(0, 4, "PER")],
    ]


@pytest.mark.model
def test_its_names_replace_ours(trained: Path, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "名单.csv").write_text("name,type\n青禾镇,政府机构\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    command = ["annotate", tmp_path / "甲.txt", "-o", out, "--model", trained]
    for extra, type_ in ([], "place"), (["--names", tmp_path / "名单.csv"], "government"):
        with pytest.raises(SystemExit, match="0"):
            main([str(part) for part in [*command, *extra]])
        row = json.loads(out.read_text(encoding="utf-8"))
        found = {SENTENCE[slice(*name["span"])]: name["type"] for name in row["entities"]}
        assert found == {"林晓岚": "person", "青禾镇": type_}
        assert [SENTENCE[slice(*claim["cue"])] for claim in row["claims"]] == ["表示"]  # our model's


def test_a_multi_task_model_cuts_words_itself(tmp_path: Path) -> None:
    model = open_hanlp(multi_task(tmp_path), name="multi")
    assert model.find([f" {SENTENCE}"]) == [
        [Labelled(1, 4, "PER"), Labelled(5, 8, "LOC"), Labelled(11, 13, "DATE")]
    ]


def test_the_encoder_may_lie_in_the_folder(trained: Path, copy: Path) -> None:
    shutil.copytree(trained.parent / "tiny", copy / "encoder")
    model = open_hanlp(changed(copy, transformer="somebody/else"), name="demo")
    assert model.find([SENTENCE])[0][0] == Labelled(0, 3, "PER")
    with pytest.raises(ModelError, match="HanLP cannot load it"):  # and only while that folder is opened
        open_hanlp(changed(trained, transformer="somebody/else"), name="demo")
    changed(trained, transformer=str(trained.parent / "tiny"))


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"classpath": "builtins.eval"}, r"the class builtins\.eval, which is not allowed"),
        ({"embed": [{"class_path": "os.system"}]}, r"the class os\.system, which is not allowed"),
        ({"transformer_args": {"trust_remote_code": True}}, "code from a hub, which is not allowed"),
    ],
)
def test_what_may_not_be_loaded_is_refused(copy: Path, settings: dict[str, object], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        check_foreign(changed(copy, **settings))


def test_a_pickle_is_refused(copy: Path) -> None:
    (copy / "vectors.txt.pkl").write_bytes(pickle.dumps({}))
    with pytest.raises(ModelError, match=r"vectors\.txt\.pkl is a pickle"):
        open_hanlp(copy, name="demo")


def test_weights_that_are_no_tensors_are_refused(copy: Path) -> None:
    torch.save({"run": Path.home}, copy / "model.pt")
    with pytest.raises(ModelError, match=r"model\.pt: these weights cannot be loaded"):
        open_hanlp(copy, name="demo")


def test_missing_weights_are_refused(copy: Path) -> None:
    saved = torch.load(copy / "model.pt", weights_only=True)
    del saved["classifier.bias"]
    torch.save(saved, copy / "model.pt")
    with pytest.raises(ModelError, match=r"the weights lack 1 of the model's \(classifier\.bias …\)\.$"):
        open_hanlp(copy, name="demo")


def test_a_model_that_names_nothing_is_refused(copy: Path) -> None:
    vocabs = (copy / "vocabs.json").read_text(encoding="utf-8")
    (copy / "vocabs.json").write_text(
        vocabs.replace("-PER", "-MONEY").replace("-LOC", "-TIME"), encoding="utf-8"
    )
    with pytest.raises(ModelError, match=r"is a kind of name \(DATE, MONEY, TIME\)\.$"):
        open_hanlp(copy, name="demo")


def test_a_model_for_tensorflow_is_refused(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="no HanLP model that runs on PyTorch"):
        check_foreign(tmp_path)
