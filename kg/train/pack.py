"""Packing: a trained run becomes the folder that ships, half-precision weights and a manifest."""

import json
import shutil
from pathlib import Path
from typing import Any

import torch

from kg.annotate.model import ENCODER_NAME, LOADER, write_manifest

KEPT = ("encoder", "task_names")  # and every task
ENCODER_FILES = ("config.json", "tokenizer.json", "tokenizer_config.json", "vocab.txt")


def pack(run: Path, *, encoder: Path, out: Path, weights: str = "model.pt") -> Path:
    """Write the model folder ``out`` from a run's weights: HanLP's own format, without training state."""
    (out / "encoder").mkdir(parents=True, exist_ok=True)
    for name in ENCODER_FILES:
        shutil.copyfile(encoder / name, out / "encoder" / name)
    config = json.loads((run / "config.json").read_text(encoding="utf-8"))
    (out / "config.json").write_text(json.dumps(_plain(config), indent=1) + "\n", encoding="utf-8")
    for vocabulary in run.glob("*_vocabs.json"):  # the labels of the public sets
        shutil.copyfile(vocabulary, out / vocabulary.name)
    state = torch.load(run / weights, map_location="cpu", weights_only=True)
    # every weight fits fp16, and hanlp.load copies it into fp32
    torch.save({name: value.half() for name, value in state.items()}, out / "model.pt")
    write_manifest(out)
    return out


def _plain(config: dict[str, Any]) -> dict[str, Any]:
    """The part of a run's config that loading needs, under HanLP's own class."""
    kept = {key: config[key] for key in (*KEPT, *config["task_names"])}
    kept["encoder"] = kept["encoder"] | {"transformer": ENCODER_NAME}
    return kept | {"classpath": LOADER}
