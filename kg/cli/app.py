"""The app and its commands. What is heavy loads inside the commands, so that ``kg --help`` is instant."""

import io
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from kg import __version__
from kg.cli.annotate import annotate_cli
from kg.cli.build import build_cli
from kg.cli.compare import compare_cli
from kg.cli.diff import diff_cli
from kg.cli.evaluate import evaluate_cli
from kg.cli.export import ExportCommand, export_cli
from kg.cli.info import info_cli
from kg.cli.judge import accept_cli, reject_cli, undo_cli
from kg.cli.judgements import judgements_cli
from kg.cli.licences import licences_cli
from kg.cli.load import load_cli
from kg.cli.merge import merge_cli
from kg.cli.retract import retract_cli
from kg.cli.review import review_cli
from kg.cli.said import said_cli
from kg.cli.schema import schema_cli
from kg.cli.show import show_cli
from kg.cli.split import split_cli
from kg.cli.terminal import say
from kg.cli.train import train_cli
from kg.cli.verify import verify_cli
from kg.cli.why import why_cli
from kg.errors import KgError

app = typer.Typer(
    help="Who said what, about whom, in Chinese news, as a knowledge graph with proof.",
    epilog="Data goes to stdout, talk to stderr. Exit status: 0; 1 after an error; 2 for wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

CLASSES = {"export": ExportCommand}

for name, command in (
    ("build", build_cli),
    ("said", said_cli),
    ("show", show_cli),
    ("export", export_cli),
    ("load", load_cli),
    ("why", why_cli),
    ("merge", merge_cli),
    ("split", split_cli),
    ("review", review_cli),
    ("accept", accept_cli),
    ("reject", reject_cli),
    ("undo", undo_cli),
    ("judgements", judgements_cli),
    ("compare", compare_cli),
    ("diff", diff_cli),
    ("annotate", annotate_cli),
    ("verify", verify_cli),
    ("retract", retract_cli),
    ("evaluate", evaluate_cli),
    ("train", train_cli),
    ("info", info_cli),
    ("licences", licences_cli),
    ("schema", schema_cli),
):
    app.command(name, cls=CLASSES.get(name))(command)


def _version(is_asked: bool) -> None:
    if is_asked:
        print(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who said what, about whom, in Chinese news, as a knowledge graph with proof."""


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave by SystemExit; an error is one sentence on stderr and status 1."""
    for stream in (sys.stdout, sys.stderr):
        _write_all_characters(stream)
    try:
        app(args=args, prog_name="kg")
    except (KgError, OSError) as error:  # OSError: a full disk, a folder that may not be read
        say(f"kg: {error}")
        raise SystemExit(1) from None


def _write_all_characters(stream: object) -> None:
    """UTF-8 into files and pipes whatever the locale; a terminal shows ? for what it cannot."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")
