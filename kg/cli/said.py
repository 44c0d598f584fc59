"""kg said: who said what about a topic."""

import csv
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO, Unpack

from kg.cli import options as opt
from kg.cli.asked import asked
from kg.cli.filtered import filtered
from kg.cli.taken import taken_notes
from kg.cli.terminal import json_lines, left_out, page, plural, put, say
from kg.graph.filters import FilterOptions

if TYPE_CHECKING:
    from kg.query.said import SaidResult


@filtered
def said_cli(
    topic: opt.Topic,
    by: opt.By = None,
    context: opt.Context = None,
    format_: opt.Format = "table",
    db: opt.Db = opt.DEFAULT_DB,
    from_: opt.From = None,
    user: opt.ServerUser = None,
    password_env: opt.PasswordEnv = None,
    database: opt.ServerDatabase = None,
    **filters: Unpack[FilterOptions],
) -> None:
    """Who said what about TOPIC: date, outlet, speaker, words, place; newest first."""
    with asked(db, from_, user=user, password_env=password_env, database=database) as graph:
        result = graph.said(
            topic,
            by=by,
            context=context,
            **filters,
        )
    write(result, format_)
    for note in notes(result, by=by):
        say(note)


def write(result: "SaidResult", format_: str) -> None:
    """The rows on stdout, as table, json or csv; no rows make no table."""
    if format_ == "json":
        print(json_lines(result))
    elif format_ == "csv":
        write_csv(result, sys.stdout)
    elif result.rows:
        print_table(result)


def print_table(result: "SaidResult") -> None:
    """The rows as a table on stdout."""
    from kg.cli.tables import said_table

    console = page()
    put(console, said_table(result.rows, width=console.width))
    if any(row.date_is_published for row in result.rows):
        say("p: the day it was published; the text gives none.")


def write_csv(result: "SaidResult", stream: TextIO) -> None:
    """The rows as CSV with a heading, each field a column; several values in one are joined by semicolons."""
    from kg.query.rows import SaidRow

    columns = [name for name in SaidRow.__struct_fields__ if name != "passage"]
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in result.rows:
        joined = {name: ";".join(getattr(row, name)) for name in ("about", "about_implicit", "via")}
        joined["content_spans"] = ";".join(f"{span.start}-{span.end}" for span in row.content_spans)
        writer.writerow(joined.get(name, getattr(row, name)) for name in columns)


def notes(result: "SaidResult", *, by: str | None = None) -> Iterator[str]:
    """What a reader must know beside the rows: the entity taken, how they were found, what is left out."""
    from kg.resolve.meant import nobody

    yield from taken_notes(result.topic, result.taken)
    if result.suggestions:
        yield nobody(result.topic, result.suggestions)
    if not result.rows:
        what = f"that {by} said about" if by else "said about"
        yield f"Nothing {what} {result.topic} was found."
    elif result.rows[0].matched_by == "words":
        yield f"No claim is about an entity called {result.topic}; these hold the words."
    else:
        yield f"{plural(len(result.rows), 'claim')} about {', '.join(result.entities)}."
    yield from left_out(undated=result.undated, more=result.more)
