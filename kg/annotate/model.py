"""Opens a model folder with HanLP, after proving that it is what was packed.

HanLP loads leniently and imports whatever class a config names, so before it is asked the files
are compared with the manifest's sha256 and only classes of hanlp.* and kg.* are let through.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import ModelError

LOADER = "hanlp.components.mtl.multi_task_learning.MultiTaskLearning"
ENCODER_NAME = "kg-encoder"  # what a config says instead of a path
MANIFEST = "manifest.json"
ALLOWED = ("hanlp.", "kg.")


def load_model(folder: Path) -> Any:
    """The HanLP component of a model folder, ready to read windows, always offline."""
    check_model(folder)
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ.setdefault("HANLP_VERBOSE", "0")
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "8192")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    import hanlp
    import torch
    from hanlp.layers.transformers.resource import model_mirrors, tokenizer_mirrors

    tokenizer_mirrors[ENCODER_NAME] = str(folder / "encoder")
    model_mirrors.pop(ENCODER_NAME, None)  # a training run in this process leaves its own encoder there
    component = hanlp.load(str(folder), devices=-1, verbose=False)
    saved = torch.load(folder / "model.pt", map_location="cpu", weights_only=True, mmap=True)
    _check_keys(set(saved), set(component.model.state_dict()))
    component.model.eval()
    return component


def check_model(folder: Path) -> None:
    """Raise ModelError unless every file is as the manifest says and every class is allowed."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        raise ModelError(f"{folder}: no model here (no {MANIFEST})")
    hashes: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))["sha256"]
    for name, expected in hashes.items():
        if not (folder / name).is_file():
            raise ModelError(f"{folder / name}: this file of the model is missing")
        if _sha256(folder / name) != expected:
            raise ModelError(f"{folder / name}: not the file that was packed (its sha256 differs)")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    for classpath in _classpaths(config):
        if not classpath.startswith(ALLOWED):
            raise ModelError(f"{folder}: the model asks for the class {classpath}, which is not allowed")


def model_hash(folder: Path) -> str:
    """The hash that says which model made a record: of all its files, as 16 hex digits."""
    return hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()[:16]


def write_manifest(folder: Path) -> None:
    """Write the sha256 of every file of a model folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    hashes = {path.relative_to(folder).as_posix(): _sha256(path) for path in files}
    text = json.dumps({"sha256": hashes}, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _check_keys(saved: set[str], wanted: set[str]) -> None:
    """HanLP would start with random weights where a key is missing."""
    if saved != wanted:
        missing, spare = sorted(wanted - saved)[:3], sorted(saved - wanted)[:3]
        raise ModelError(f"the weights do not fit the model: missing {missing}, not known {spare}")


def _classpaths(value: Any) -> Iterator[str]:
    """Every class that a config would import, however deep."""
    if isinstance(value, dict):
        if "classpath" in value:
            yield str(value["classpath"])
        for inner in value.values():
            yield from _classpaths(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _classpaths(inner)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
