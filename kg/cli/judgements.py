"""kg judgements: the ledger, line by line."""

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from kg.cli import options as opt
from kg.cli.export import place
from kg.cli.judge import SHOWN_ID
from kg.cli.terminal import json_lines, page, plural, put, say

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kg.api import KnowledgeGraph
    from kg.resolve.exchange import Imported
    from kg.resolve.ledger import Entry


def judgements_cli(
    action: Annotated[
        Literal["export", "import"] | None,
        typer.Argument(metavar="export|import", help="Write all, or append a file's.", show_default=False),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A CSV file; export takes - too.", show_default=False),
    ] = None,
    format_: opt.Format = "table",
    db: opt.Db = opt.DEFAULT_DB,
) -> None:
    """Print who judged what of records and names, oldest first; or take it to another database as CSV."""
    from kg.api import open as open_graph

    if action and file is None:
        raise typer.BadParameter(f"kg judgements {action} needs a FILE")
    with open_graph(db) as graph:
        if action == "export" and file:
            write_all(graph, file)
        elif file:
            say(brought(graph.import_judgements(file)))
        else:
            print_all(graph.judgements(), format_)


def write_all(graph: "KnowledgeGraph", file: Path) -> None:
    """All judgements in the file, or on stdout for -."""
    with place(file) as path:
        count = graph.export_judgements(path)
    say(f"{plural(count, 'judgement')} in {file}.")


def brought(found: "Imported") -> str:
    """3 new judgements, 2 known; 1 of the new ones holds when its article comes."""
    waiting = f"; {found.waiting} of the new ones wait for their articles to come" if found.waiting else ""
    return f"{plural(found.new, 'new judgement')}, {found.known} known{waiting}."


def print_all(found: "Sequence[Entry]", format_: str) -> None:
    """The ledger on stdout, as table, json or csv; no judgements make no table."""
    if format_ == "json":
        print(json_lines(found))
    elif format_ == "csv":
        write_csv(found, sys.stdout)
    elif found:
        console = page()
        put(console, ledger_table(found, width=console.width))
    say(f"{plural(len(found), 'judgement')}.")


def ledger_table(entries: "Iterable[Entry]", *, width: int) -> "RenderableType":
    """Number, day, judge, verdict, and the record's words with the reason below."""
    from kg.cli.tables import lines, plain, table

    rows = (
        (
            plain(str(entry.seq)),
            plain(entry.decided_at[:10]),
            plain(entry.judge),
            plain(entry.decided, "bold" if entry.counts else ""),
            lines((entry.words, ""), (entry.reason, "italic"), (marks(entry), "dim")),
        )
        for entry in entries
    )
    return table(("No", "Date", "Judge", "Verdict", "Record"), rows, width=width, widest="Record")


def marks(entry: "Entry") -> str:
    """What is judged and how it stands: claim · 55f61f44 · carried over · outweighed by a later one."""
    found = (
        entry.kind,
        entry.record[:SHOWN_ID],
        "carried over" if entry.is_carried else None,
        None if entry.counts or entry.is_carried else "outweighed by another",
        "dangling: not in the database now" if entry.is_gone else None,
    )
    return " · ".join(mark for mark in found if mark)


def write_csv(entries: "Iterable[Entry]", stream: TextIO) -> None:
    """The ledger as CSV with a heading, each field a column."""
    from kg.resolve.ledger import Entry

    columns = Entry.__struct_fields__
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for entry in entries:
        writer.writerow(getattr(entry, name) for name in columns)
