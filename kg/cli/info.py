"""kg info: versions, the model, what a database holds."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path

import typer

from kg import __version__
from kg.cli import options as opt
from kg.cli.terminal import plural

LIBRARIES = ("hanlp", "spacy", "torch", "transformers", "networkx")


def info_cli(context: typer.Context, db: opt.Db = opt.DEFAULT_DB) -> None:
    """Print versions, the model with its hash, and the counts of the database."""
    is_asked = context.get_parameter_source("db").name != "DEFAULT"  # type: ignore[union-attr]
    for name, value in chain(versions(), database_facts(db, must_exist=is_asked), model_facts()):
        print(f"{name:<14} {value}")


def versions() -> Iterator[tuple[str, str]]:
    """kg, Python and the libraries that shape the records; a missing one is said to be so."""
    yield "kg", __version__
    yield "python", platform.python_version()
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def model_facts() -> Iterator[tuple[str, str]]:
    """The model that ships, after its files were compared with their sha256; ModelError if one differs."""
    from kg.annotate.model import check_model, model_hash
    from kg.extract import EXTRACTOR_VERSION
    from kg.resources import model_dir

    folder = model_dir()
    check_model(folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    yield "model", f"{folder.name} {model_hash(folder)} ({size / 1e6:.1f} MB, checked)"
    yield "model folder", str(folder)
    yield "extractor", str(EXTRACTOR_VERSION)


def database_facts(db: Path, *, must_exist: bool) -> Iterator[tuple[str, str]]:
    """The counts of a database, and what made its records; one that nobody named may be missing."""
    from kg.store import Store

    if not must_exist and not db.exists():
        yield "database", f"none ({db} is not there)"
        return
    with Store.open(db, must_exist=True) as store:
        yield "database", str(db)
        yield from ((name, str(count)) for name, count in store.counts().items())
        yield from ((name, str(count)) for name, count in store.ledger.counts().items())
        for run in store.runs():
            made = f"{run.model} {run.model_hash}, extractor {run.extractor}"
            yield "made by", f"{made}: {plural(run.articles, 'article')}"
