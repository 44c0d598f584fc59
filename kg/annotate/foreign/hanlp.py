"""A HanLP component as another model for names: a tagger, a recogniser of entities, or a multi-task model.

It is opened as carefully as our own model: only classes of hanlp.* and kg.*, weights as tensors, no
pickles. ``hanlp.load`` is not asked: on a failure it talks at length and asks a server for versions.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.annotate.foreign.answers import entities, labels, on_characters, on_words
from kg.annotate.foreign.component import Finder, ForeignModel
from kg.annotate.model import check_classes, first_line, folder_hash, read_config
from kg.annotate.schemes import type_of
from kg.errors import ModelError

CONFIG, WEIGHTS, ENCODER = "config.json", "model.pt", "encoder"
PICKLES = {".pkl", ".pickle"}  # some of HanLP's embeddings look for one beside their text and load it


def is_hanlp_folder(folder: Path) -> bool:
    """Whether a folder is a saved HanLP component; so are our own models, which have a manifest too."""
    return (folder / CONFIG).is_file()


def open_hanlp(folder: Path, *, name: str) -> ForeignModel:
    """The names of the component in a folder; ModelError if it may not be loaded, or names nothing."""
    config = check_foreign(folder)
    saved = _weights(folder / WEIGHTS)
    with _beside(folder, config):
        component = _component(folder, config)
        finder = _finder(component, name)
        finder(["张三在北京。"])  # what HanLP builds when first asked is built while its encoder is at hand
    _check_weights(folder, component, saved)
    return ForeignModel(name, folder_hash(folder), finder)


def check_foreign(folder: Path) -> dict[str, Any]:
    """The config of a HanLP folder; ModelError if it asks for what may not be loaded."""
    if not is_hanlp_folder(folder):
        raise ModelError(f"{folder}: no HanLP model that runs on PyTorch (no {CONFIG}).")
    config = read_config(folder / CONFIG)
    check_classes(folder, config)
    pickles = sorted(path.name for path in folder.rglob("*") if path.suffix.lower() in PICKLES)
    if pickles:
        raise ModelError(f"{folder}: {pickles[0]} is a pickle, which can run any code and is not allowed.")
    return config


def _weights(path: Path) -> dict[str, Any]:
    """The saved weights, read as tensors and nothing else."""
    import torch

    try:
        saved = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # torch raises its own errors, pickle's and the file system's
        raise ModelError(f"{path}: these weights cannot be loaded ({first_line(error)}).") from None
    if not isinstance(saved, dict):
        raise ModelError(f"{path}: these are no weights of a HanLP model.")
    return saved


def _component(folder: Path, config: Mapping[str, Any]) -> Any:
    os.environ.setdefault("HANLP_VERBOSE", "0")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    from hanlp_common.reflection import object_from_classpath

    try:
        component = object_from_classpath(config["classpath"])
        component.load(str(folder), devices=-1, verbose=False)
    except Exception as error:  # HanLP lets everything through, from KeyError to a failed download
        raise ModelError(f"{folder}: HanLP cannot load it ({first_line(error)}).") from None
    return component


def _check_weights(folder: Path, component: Any, saved: Mapping[str, Any]) -> None:
    """HanLP would start with random weights where some are missing."""
    wanted = {name for name, weight in component.model.named_parameters() if weight.requires_grad}
    if missing := sorted(wanted - set(saved)):
        raise ModelError(f"{folder}: the weights lack {len(missing)} of the model's ({missing[0]} …).")


@contextmanager
def _beside(folder: Path, config: Mapping[str, Any]) -> Iterator[None]:
    """While it lasts, an encoder in the folder stands for the one that the config names."""
    from hanlp.layers.transformers.resource import model_mirrors, tokenizer_mirrors

    before = dict(model_mirrors), dict(tokenizer_mirrors)
    if (folder / ENCODER).is_dir():
        for name in _encoders(config):
            model_mirrors.pop(name, None)
            tokenizer_mirrors[name] = str(folder / ENCODER)
    try:
        yield
    finally:
        for mirrors, old in zip((model_mirrors, tokenizer_mirrors), before, strict=True):
            mirrors.clear()
            mirrors.update(old)


def _encoders(config: Mapping[str, Any]) -> Iterator[str]:
    """The names of encoders in a config, however deep."""
    for key, value in config.items():
        if key == "transformer" and isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _encoders(value)


def _finder(component: Any, model: str) -> Finder:
    """How to ask this kind of component; ModelError if none of its labels is a kind of name."""
    tasks = getattr(component, "tasks", None)
    if tasks is None:
        _check_labels(labels(component), model)
        return on_characters(lambda tokens: [entities(found) for found in component(tokens)])
    known = {name: task for name, task in tasks.items() if name.split("/")[0] == "ner"}
    best = max(known, key=lambda name: len(_types(labels(known[name]))), default=None)
    if best is None:
        raise ModelError(f"{model}: this HanLP model has no task ner, only {', '.join(tasks)}.")
    _check_labels(labels(known[best]), model)
    if not any(name.split("/")[0] == "tok" for name in tasks):
        return on_characters(
            lambda tokens: [entities(found) for found in component(tokens, tasks=best)[best]]
        )
    return on_words(lambda sentences: component(sentences, tasks=best), task=best)


def _types(found: Sequence[str]) -> set[str]:
    return {type_ for label in found if (type_ := type_of(label))}


def _check_labels(found: Sequence[str], model: str) -> None:
    if not _types(found):
        shown = ", ".join(found[:10]) or "none"
        raise ModelError(f"{model}: none of this model's labels is a kind of name ({shown}).")
