"""What ``--model`` was given: one of our models, or one whose names take the place of ours."""

from pathlib import Path

from kg.annotate.foreign.component import ForeignModel
from kg.annotate.foreign.hanlp import is_hanlp_folder, open_hanlp
from kg.annotate.foreign.hub import fetched, is_hub_name
from kg.annotate.foreign.spacy import is_spacy_folder, is_spacy_package, open_spacy
from kg.annotate.model import MANIFEST
from kg.errors import ModelError
from kg.resources import model_dir

KINDS = f"{MANIFEST} of kg, config.json of HanLP, meta.json and config.cfg of spaCy"


def choose(model: str | Path | None) -> tuple[Path, ForeignModel | None]:
    """The folder of our own model that reads, and the other one that names; ModelError if neither fits."""
    if model is None:
        return model_dir(), None
    folder = Path(model)
    if (folder / MANIFEST).is_file():
        return folder, None
    if folder.is_dir():
        return model_dir(), _of_folder(folder)
    return model_dir(), _of_name(str(model))


def _of_folder(folder: Path) -> ForeignModel:
    if is_spacy_folder(folder):
        return open_spacy(folder)
    if is_hanlp_folder(folder):
        return open_hanlp(folder, name=folder.name)
    raise ModelError(f"{folder}: no model here (no {KINDS}).")


def _of_name(name: str) -> ForeignModel:
    if is_spacy_package(name):
        return open_spacy(name)
    if is_hub_name(name):
        return open_hanlp(fetched(name), name=name)
    raise ModelError(f"{name}: no such folder, no installed spaCy pipeline, no model of HanLP's hub.")
