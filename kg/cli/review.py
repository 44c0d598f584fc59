"""kg review: unsure pairs of names, decided by keys."""

import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as opt
from kg.cli.merge import described, shown_id
from kg.cli.terminal import json_lines, page, plural, put, say
from kg.records import PERSON

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from kg.resolve.doubts import Context, Question, Side
    from kg.resolve.names import NameDecision
    from kg.resolve.review import Key, Reviewed

KEYS: "dict[str, Key]" = {
    "s": "same",
    "d": "different",
    "u": "unsure",
    "z": "undo",
    "n": "next",
    "\r": "next",
    "\n": "next",
    "q": "stop",
    "\x1b": "stop",
}
PROMPT = "s same · d different · u unsure · z undo the last · n next · q stop"


def review_cli(
    list_: Annotated[bool, typer.Option("--list", help="Print the pairs, and ask nothing.")] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many pairs.")] = None,
    format_: opt.Shape = "table",
    by: opt.Judge = PERSON,
    db: opt.Db = opt.DEFAULT_DB,
) -> None:
    """Decide which names are one where the program is not sure, the pairs first that change most.

    Every verdict is written at once; a pair that was judged, or left open, does not come again. In a pipe,
    with --list or as JSON the pairs are printed.
    """
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        if format_ == "json":
            print(json_lines(graph.doubts(limit=limit)))
        elif list_ or not (sys.stdin.isatty() and sys.stdout.isatty()):
            print_all(graph.doubts(limit=limit))
        else:
            say(summary(graph.review(key=pressed, show=show, tell=tell, by=by, limit=limit)))


def print_all(questions: "Sequence[Question]") -> None:
    """The pairs one below the other, and how many there are."""
    console = page()
    for number, question in enumerate(questions, start=1):
        for part in rendered(question, f"{number} of {len(questions)}", width=console.width):
            put(console, part)
    say(f"{plural(len(questions), 'pair')} to decide.")


def show(question: "Question", place: str) -> None:
    """One pair, and the keys."""
    console = page()
    for part in rendered(question, place, width=console.width):
        put(console, part)
    say(PROMPT)


def pressed() -> "Key":
    """What the next key means; others are passed over, and the end of the input stops."""
    while True:
        try:
            char = typer.getchar().lower()
        except EOFError:
            return "stop"
        if char in KEYS:
            return KEYS[char]
        say(PROMPT)


def tell(done: str, decision: "NameDecision | None") -> None:
    """What was done, and the entities that came of it."""
    came = "; ".join(map(described, decision.entities)) if decision else ""
    say(f"{done} → {came}" if came else done)


def summary(reviewed: "Reviewed") -> str:
    """3 same, 1 different, 0 unsure; 12 pairs left."""
    counts = f"{reviewed.same} same, {reviewed.different} different, {reviewed.unsure} unsure"
    return f"{counts}; {plural(reviewed.left, 'pair')} left. kg undo A B takes a verdict back."


def rendered(question: "Question", place: str, *, width: int) -> "Iterator[RenderableType]":
    """The pair side by side, one below the other where it is narrow; score and reasons; a blank line."""
    from kg.cli.tables import NARROWEST, plain, stacked, wrapped

    moved = f"a merge would move {plural(question.change, 'record')}"
    yield wrapped(plain(f"{place} · score {question.score} · {moved}", "bold"), width)
    cells = [list(side_cells(side)) for side in (question.left, question.right)]
    if width < 2 * NARROWEST:
        yield stacked(cells, width=width)
    else:
        yield beside(cells, width=width)
    for reason in question.reasons:
        yield wrapped(plain(f"{reason.score:+} {reason.detail}", "dim"), width)
    yield ""


def beside(cells: "Sequence[Sequence[Text]]", *, width: int) -> "RenderableType":
    """Two columns of one width, row by row."""
    from rich.table import Table
    from rich.text import Text

    from kg.cli.tables import GAP, wrapped

    half = (width - GAP) // 2
    grid = Table.grid(padding=(0, GAP, 0, 0))
    grid.add_column(width=half)
    grid.add_column(width=half)
    for row in zip_longest(*cells, fillvalue=Text()):
        grid.add_row(*(wrapped(cell, half) for cell in row))
    return grid


def side_cells(side: "Side") -> "Iterator[Text]":
    """The name and its entity, what hangs on it, offices and firms, the sentence, where that stands."""
    from kg.cli.tables import plain

    yield plain(f"{side.name} ({side.type}, {shown_id(side.id)})", "bold")
    others = [form for form in dict.fromkeys((side.entity, *side.aliases)) if form != side.name]
    yield plain(f"also {', '.join(others)}" if others else "")
    counts = ((side.mentions, "mention"), (side.claims, "claim"), (side.relations, "relation"))
    yield plain(", ".join(plural(number, word) for number, word in counts))
    known = (", ".join(side.titles), f"with {', '.join(side.firms)}" if side.firms else "")
    yield plain("; ".join(part for part in known if part))
    yield plain(side.context.marked() if side.context else "")
    yield plain(where(side.context) if side.context else "", "cyan")


def where(context: "Context") -> str:
    """2024-04-13 · 甲报 · 甲报/1.txt · title."""
    parts = (context.published, context.outlet, context.source, context.title)
    return " · ".join(part for part in parts if part)
