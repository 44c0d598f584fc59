"""Which models and which data touched a database, and under which licences they come.

What our own model was made of stands in ``kg/data/licences.yaml``; of another model only what its own
folder says is known.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import msgspec
import yaml
from msgspec import Struct

from kg.errors import ConfigError
from kg.resources import licences_file
from kg.store import Run, Store

Role = Literal["encoder", "training", "seeds", "software"]

PLUS = "+"  # between our model and another one that lent it names: news+zh_core_web_sm
OF_OUR_MODEL = ("encoder", "training")
META_FILES = ("meta.json", "config.json")  # of a spaCy pipeline; of a HanLP component, which rarely says
FIELDS = ("license", "licence")
UNKNOWN = "Not the model that ships: what it learned from is not known to kg."
USERS = "A list of names that a user gave with --names."


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that a model or the records were made with; ``licence`` is None where none is stated.

    ``free``: its licence lets anybody use, change and pass it on, also for money.
    """

    name: str
    role: Role
    licence: str | None
    free: bool
    source: str
    note: str


class OurModel(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The licence of the model that ships."""

    name: str
    licence: str
    note: str


class Stated(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file of licences."""

    model: OurModel
    parts: tuple[Part, ...]


class ModelUse(Struct, frozen=True, kw_only=True):
    """A model, or a user's list of names, and how many articles it read; ``licence`` as it says itself."""

    name: str
    hash: str
    articles: int
    is_ours: bool
    licence: str | None
    note: str


class LicencesResult(Struct, frozen=True, kw_only=True):
    """The models that made the records, and what these were made with; training sets for our model alone."""

    models: tuple[ModelUse, ...]
    parts: tuple[Part, ...]


def licences(store: Store, *, ours: str) -> LicencesResult:
    """What touched the database; ``ours`` is the hash of the model that ships."""
    uses: dict[tuple[str, str], ModelUse] = {}
    for run in store.runs():
        for use in _uses(run, ours):
            before = uses.get((use.name, use.hash))
            articles = use.articles + (before.articles if before else 0)
            uses[use.name, use.hash] = msgspec.structs.replace(use, articles=articles)
    is_ours = any(use.is_ours for use in uses.values())
    parts = tuple(part for part in stated().parts if is_ours or part.role not in OF_OUR_MODEL)
    return LicencesResult(models=tuple(uses.values()), parts=parts)


@cache
def stated() -> Stated:
    """What the file of licences says; ConfigError if it is missing or broken."""
    path = licences_file()
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Stated)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise ConfigError(f"{path}: {error}; install kg again.") from None


def own_licence(model: str) -> str | None:
    """The licence that a model's folder or installed package states in a field of its own, or None."""
    for folder in _folders(model):
        for name in META_FILES:
            if licence := _licence_in(folder / name):
                return licence
    return None


def _uses(run: Run, ours: str) -> Iterator[ModelUse]:
    """Our model or one in its place, then one that lent it names, then a user's list of names."""
    options = json.loads(run.options or "{}")
    names, hashes = run.model.split(PLUS), run.model_hash.split(PLUS)
    for name, hash_ in zip(names, hashes, strict=False):
        is_ours = hash_ == ours
        is_meant = name == names[-1]  # by --model
        licence = own_licence(options["model"]) if is_meant and "model" in options else None
        yield ModelUse(
            name=name,
            hash=hash_,
            articles=run.articles,
            is_ours=is_ours,
            licence=stated().model.licence if is_ours else licence,
            note=stated().model.note if is_ours else UNKNOWN,
        )
    if "names" in options:
        path, _, hash_ = str(options["names"]).rpartition(" ")
        yield ModelUse(name=path, hash=hash_, articles=run.articles, is_ours=False, licence=None, note=USERS)


def _folders(model: str) -> Iterator[Path]:
    if Path(model).is_dir():
        yield Path(model)
    elif model.isidentifier() and (spec := find_spec(model)):
        yield from map(Path, spec.submodule_search_locations or ())


def _licence_in(path: Path) -> str | None:
    """The field of a JSON file that names a licence; None where the file is missing, or no such table."""
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    fields = meta if isinstance(meta, dict) else {}
    return next((str(fields[field]) for field in FIELDS if fields.get(field)), None)
