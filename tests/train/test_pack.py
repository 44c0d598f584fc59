"""A run becomes the folder that ships."""

import json
from pathlib import Path

import torch

from kg.annotate.model import ENCODER_NAME, LOADER, check_model
from kg.train.pack import ENCODER_FILES, pack
from kg.train.tiny import tiny_encoder

CONFIG = {
    "encoder": {"classpath": "hanlp.layers.X", "transformer": "somewhere/else", "word_dropout": 0.05},
    "task_names": ["news", "cluener"],
    "news": {"classpath": "kg.annotate.task.NewsReading"},
    "cluener": {"classpath": "kg.annotate.tag_task.NameTagging"},
    "save_dir": "somewhere/else/run",
    "epochs": 6,
    "classpath": "kg.train.trainer.NewsTrainer",
}


def packed(tmp_path: Path) -> Path:
    run = tmp_path / "run"
    run.mkdir()
    (run / "config.json").write_text(json.dumps(CONFIG), encoding="utf-8")
    (run / "cluener_vocabs.json").write_text("{}", encoding="utf-8")
    (run / "log.jsonl").write_text("{}\n", encoding="utf-8")
    torch.save({"news.names.bias": torch.tensor([0.1, 2.0])}, run / "model.pt")
    torch.save({"epoch": 1}, run / "state.pt")
    return pack(run, encoder=tiny_encoder(["林晓岚说，好。"], tmp_path / "encoder"), out=tmp_path / "model")


def test_what_ships_is_all_that_loading_needs(tmp_path: Path) -> None:
    model = packed(tmp_path)
    names = {path.relative_to(model).as_posix() for path in model.rglob("*") if path.is_file()}
    assert names == {
        "cluener_vocabs.json",
        "config.json",
        "manifest.json",
        "model.pt",
        *(f"encoder/{name}" for name in ENCODER_FILES),
    }
    check_model(model)


def test_the_config_names_no_place_and_no_training(tmp_path: Path) -> None:
    config = json.loads((packed(tmp_path) / "config.json").read_text(encoding="utf-8"))
    assert config["encoder"] == CONFIG["encoder"] | {"transformer": ENCODER_NAME}  # type: ignore[operator]
    assert config.keys() == {"encoder", "task_names", "news", "cluener", "classpath"}
    assert config["classpath"] == LOADER


def test_weights_are_halved(tmp_path: Path) -> None:
    state = torch.load(packed(tmp_path) / "model.pt", weights_only=True)
    assert state["news.names.bias"].dtype == torch.float16
    assert torch.equal(state["news.names.bias"], torch.tensor([0.1, 2.0]).half())
