"""kg licences: which models and data touched a database, and what may be done with it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.cli import options as opt
from kg.cli.terminal import json_lines, page, plural, put

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kg.query.licences import LicencesResult, ModelUse, Part

NONE_STATED = "none stated"


def licences_cli(format_: opt.Shape = "table", db: opt.Db = opt.DEFAULT_DB) -> None:
    """Print the models and the data that made a database's records, with their licences."""
    from kg.annotate.model import model_hash
    from kg.query.licences import licences
    from kg.resources import model_dir
    from kg.store import Store

    with Store.open(db, must_exist=True) as store:
        result = licences(store, ours=model_hash(model_dir()))
    if format_ == "json":
        print(json_lines(result))
        return
    print_tables(result)


def print_tables(result: "LicencesResult") -> None:
    """The models, then what they and the records were made with, each a table on stdout."""
    console = page()
    for part in (
        model_table(result.models, width=console.width),
        part_table(result.parts, width=console.width),
    ):
        put(console, part)
        put(console, "")


def model_table(models: "Iterable[ModelUse]", *, width: int) -> "RenderableType":
    """Models: name, hash, licence, how many articles they read."""
    from kg.cli.tables import lines, plain, table

    rows = (
        (
            lines((use.name, "bold"), (use.hash, "dim")),
            plain(plural(use.articles, "article")),
            plain(use.licence or NONE_STATED),
            plain(use.note),
        )
        for use in models
    )
    return table(("Model", "Read", "Licence", "Note"), rows, width=width, widest="Note")


def part_table(parts: "Iterable[Part]", *, width: int) -> "RenderableType":
    """Parts: name, what it is to the model, licence, note and where it is from."""
    from kg.cli.tables import lines, plain, table

    rows = (
        (
            plain(part.name, "bold"),
            plain(part.role),
            plain(part.licence or NONE_STATED),
            lines((part.note, ""), (part.source, "dim")),
        )
        for part in parts
    )
    return table(("Made with", "As", "Licence", "Note"), rows, width=width, widest="Note")
