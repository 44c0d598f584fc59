"""kg diff: what is new, gone or changed from one database to another."""

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated, Literal, Unpack

import typer

from kg.cli.filtered import filtered
from kg.cli.progress import Bar
from kg.cli.terminal import left_out, plural, say
from kg.graph.filters import FilterOptions

Old = Annotated[Path, typer.Argument(metavar="OLD", help="The database as it was.", show_default=False)]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The database as it is.", show_default=False)]
How = Annotated[Literal["text", "json"], typer.Option("--format", help="Lines to read, or JSON lines.")]

KINDS = ("entity", "article", "claim", "tie")
CHANGES = ("new", "gone", "changed")


@filtered
def diff_cli(old: Old, new: New, format_: How = "text", **filters: Unpack[FilterOptions]) -> None:
    """Tell what is new (+), gone (-) or changed (~) from OLD to NEW: entities, articles, claims, ties.

    Merges and splits are named. Exit status 0, whether anything differs or not.
    """
    import msgspec

    from kg.api import open as open_graph
    from kg.cli.changes import line

    counts: Counter[tuple[str, str]] = Counter()
    bar = Bar(is_quiet=sys.stdout.isatty())  # else lines and bar would write over each other
    with open_graph(old) as before, open_graph(new) as after:
        with bar.running(lambda: after.counts()["articles"]):
            for change in before.diff(after, step=bar.step, **filters):
                counts[str(change.__struct_config__.tag), change.change] += 1
                print(msgspec.json.encode(change).decode() if format_ == "json" else line(change))
        undated = {path: graph.undated(**filters) for path, graph in ((old, before), (new, after))}
    say(summed_up(counts))
    for path, number in undated.items():
        for note in left_out(undated=number):
            say(f"{path}: {note}")


def summed_up(counts: Counter[tuple[str, str]]) -> str:
    """2 entities new, 1 changed; 3 claims gone."""
    told = []
    for kind in KINDS:
        some = [(change, counts[kind, change]) for change in CHANGES if counts[kind, change]]
        for place, (change, number) in enumerate(some):
            told.append(f"{', ' if place else '; '}{number if place else plural(number, kind)} {change}")
    return f"{''.join(told).removeprefix('; ')}." if told else "Nothing differs."
