"""kg export: the graph as a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kg.cli import options as opt
from kg.cli.terminal import plural, say


def export_cli(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="graphml, jsonl or node-link")],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE", help="Where to; - is stdout.", show_default=False),
    ],
    db: opt.Db = opt.DEFAULT_DB,
    since: opt.Since = None,
    until: opt.Until = None,
    type_: opt.Types = None,
    relation: opt.Relations = None,
    outlet: opt.Outlets = None,
    mode: opt.Modes = None,
    min_confidence: opt.MinConfidence = 0.0,
    min_support: opt.MinSupport = 1,
) -> None:
    """Write the graph to a file, which appears only when it is whole."""
    from kg.api import open as open_graph
    from kg.export import FORMATS

    if format_ not in FORMATS:
        raise typer.BadParameter(f"{format_!r} is none of {', '.join(FORMATS)}", param_hint="FORMAT")
    with open_graph(db) as graph, place(output) as path:
        written = graph.export(
            format_,
            path,
            since=since,
            until=until,
            type=type_ or (),
            relation=relation or (),
            outlet=outlet or (),
            mode=mode or (),
            min_confidence=min_confidence,
            min_support=min_support,
        )
    say(f"{plural(written.nodes, 'node')} and {plural(written.edges, 'edge')} in {output}.")
    if written.undated:
        say(f"{plural(written.undated, 'undated claim')} left out by --since.")


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
