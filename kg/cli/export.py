"""kg export: the graph as a file, or a folder of files."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, Unpack

import typer
from typer.core import TyperCommand

from kg.cli import options as opt
from kg.cli.filtered import filtered
from kg.cli.progress import Bar
from kg.cli.terminal import plural, say
from kg.graph.filters import FilterOptions

if TYPE_CHECKING:
    from kg.export import Written


ELEMENTS = 1_000  # that the bar moves by: moving it takes as long as writing one


class ExportCommand(TyperCommand):
    """The command, whose help lists the formats of the day, those of other packages among them."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help with a line for each format."""
        from kg.export import summaries

        lines = [f"{name}: {summary}" for name, summary in summaries().items()]
        self.epilog = "\n\n".join(("Formats", *lines))
        super().format_help(ctx, formatter)


@filtered
def export_cli(
    format_: Annotated[
        str, typer.Argument(metavar="FORMAT", callback=opt.text, help="One of those listed below.")
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE|FOLDER", help="Where to; - is stdout.", show_default=False
        ),
    ],
    profile: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="For graphml: lossless, gephi or apoc.", show_default=False),
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="An option of the format (repeatable)."),
    ] = None,
    db: opt.Db = opt.DEFAULT_DB,
    **filters: Unpack[FilterOptions],
) -> None:
    """Write the graph to a file or folder, which appears only when it is whole."""
    from kg.api import open as open_graph
    from kg.export import find, summaries

    if format_ not in summaries():
        raise typer.BadParameter(f"{format_!r} is none of {', '.join(summaries())}", param_hint="FORMAT")
    if find(format_).is_folder and str(output) == "-":
        raise typer.BadParameter(f"{format_} is a folder of files and goes to none", param_hint="-o")
    bar = Bar(many=ELEMENTS)
    with open_graph(db) as graph, place(output) as path, bar.running(lambda: None):
        written = graph.export(
            format_,
            path,
            options=chosen(profile, settings or ()),
            step=bar.step if bar.is_shown else None,
            **filters,
        )
    for note in notes(written, output, find(format_).note):
        say(note)


def notes(written: "Written", output: Path, next_: str) -> Iterator[str]:
    """What was written, what was left out, and what comes ``next_`` if the format says so."""
    yield f"{plural(written.nodes, 'node')} and {plural(written.edges, 'edge')} in {output}."
    if written.undated:
        yield f"{plural(written.undated, 'undated claim')} left out by --since."
    if next_:
        yield next_.format(path=output)


def chosen(profile: str | None, settings: Iterable[str]) -> dict[str, str]:
    """The format's options by name; one without = is wrong usage."""
    found = {"profile": profile} if profile else {}
    for setting in settings:
        name, is_set, value = setting.partition("=")
        if not is_set:
            raise typer.BadParameter(f"{setting!r} is no NAME=VALUE", param_hint="--set")
        found[name] = value
    return found


@contextmanager
def place(output: Path) -> Iterator[Path]:
    """The file to write; for - one of passage, whose bytes go to stdout once it is whole."""
    if str(output) != "-":
        yield output
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph"
        yield path
        sys.stdout.flush()
        with path.open("rb") as stream:
            copyfileobj(stream, sys.stdout.buffer)
