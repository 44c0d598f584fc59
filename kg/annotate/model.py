"""Opens a model folder with HanLP, after proving that it is what was packed.

HanLP loads leniently and imports whatever class a config names, so before it is asked the files
are compared with the manifest's sha256 and only classes of hanlp.* and kg.* are let through.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import shorten
from typing import Any

from kg.errors import ModelError

LOADER = "hanlp.components.mtl.multi_task_learning.MultiTaskLearning"
ENCODER_NAME = "kg-encoder"  # what a config says instead of a path
MANIFEST = "manifest.json"
ALLOWED = ("hanlp.", "kg.")
CLASS_KEYS = ("classpath", "class_path")  # the older of HanLP's configs write the second


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
    check_classes(folder, read_config(folder / "config.json"))


def check_classes(folder: Path, config: Mapping[str, Any]) -> None:
    """Raise ModelError if a config asks for a class of another house, or for code from a hub."""
    for key, value in _settings(config):
        if key in CLASS_KEYS and not str(value).startswith(ALLOWED):
            raise ModelError(f"{folder}: the model asks for the class {value}, which is not allowed")
        if key == "trust_remote_code" and value:
            raise ModelError(f"{folder}: the model asks for code from a hub, which is not allowed")


def read_config(path: Path) -> dict[str, Any]:
    """The table of settings in a JSON file; ModelError if it is none."""
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: cannot be read ({first_line(error)})") from None
    if not isinstance(config, dict):
        raise ModelError(f"{path}: no table of settings")
    return config


def model_hash(folder: Path) -> str:
    """The hash that says which model made a record: of all its files, as 16 hex digits."""
    return hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()[:16]


def folder_hash(folder: Path) -> str:
    """The hash of a model folder that has no manifest: of all its files, as 16 hex digits."""
    return hashlib.sha256(json.dumps(_hashes(folder), sort_keys=True).encode()).hexdigest()[:16]


def write_manifest(folder: Path) -> None:
    """Write the sha256 of every file of a model folder."""
    text = json.dumps({"sha256": _hashes(folder)}, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def first_line(error: object) -> str:
    """What another library's error says, on one line and not for pages."""
    lines = [line for line in map(str.strip, str(error).splitlines()) if line] or [type(error).__name__]
    return shorten(lines[0], 200, placeholder=" …").rstrip(".")


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): _sha256(path) for path in files}


def _check_keys(saved: set[str], wanted: set[str]) -> None:
    """HanLP would start with random weights where a key is missing."""
    if saved != wanted:
        missing, spare = sorted(wanted - saved)[:3], sorted(saved - wanted)[:3]
        raise ModelError(f"the weights do not fit the model: missing {missing}, not known {spare}")


def _settings(value: object) -> Iterator[tuple[str, object]]:
    """Every key with its value, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key), inner
            yield from _settings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _settings(inner)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
