"""kg judgements: the ledger, line by line."""

import csv
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from kg.cli import options as opt
from kg.cli.judge import SHOWN_ID
from kg.cli.terminal import json_lines, page, plural, put, say

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kg.resolve.ledger import Entry


def judgements_cli(format_: opt.Format = "table", db: opt.Db = opt.DEFAULT_DB) -> None:
    """Print who accepted, rejected or took back what, oldest first, with records that are gone since."""
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        found = graph.judgements()
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
