"""kg why: what makes two names one, or two."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.cli import options as opt
from kg.cli.merge import shown_id
from kg.cli.terminal import json_lines, page, put

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kg.match.compare import Match, Verdict
    from kg.resolve.why import Named, Step, Why


OPEN: "dict[Verdict, str]" = {
    "same": "They are alike, but their names share too little for the program to compare them.",
    "different": "Nobody said so; the program never took them for one.",
    "unsure": "Nothing divides them, but the program is not sure that they are one.",
}


def why_cli(
    left: opt.NameOrId, right: opt.NameOrId, format_: opt.Shape = "table", db: opt.Db = opt.DEFAULT_DB
) -> None:
    """Tell in words why two names are one entity, or what keeps them apart."""
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        found = graph.why(left, right)
    if format_ == "json":
        print(json_lines(found))
        return
    console = page()
    for part in rendered(found, width=console.width):
        put(console, part)


def rendered(why: "Why", *, width: int) -> "Iterator[RenderableType]":
    """The answer in a line, then the joins or what divides the two, then how alike they are."""
    from kg.cli.tables import plain, wrapped

    yield wrapped(plain(answer(why), "bold"), width)
    sign = "=" if why.is_one else "≠"
    for step in why.steps or why.apart:
        yield wrapped(plain(line(step, sign)), width)
    if why.match:
        yield wrapped(plain(likeness(why.match)), width)


def answer(why: "Why") -> str:
    """智谱 and 智谱AI are one: 智谱AI (company, company:zhipu)."""
    left, right = why.left, why.right
    if why.is_one:
        return f"{left.name} and {right.name} are one: {_entity(left)}."
    told = f"{left.name} and {right.name} are two: {_entity(left)}; {_entity(right)}."
    return f"{told} {OPEN[why.match.verdict]}" if why.is_open and why.match else told


def _entity(named: "Named") -> str:
    return f"{named.entity} ({named.type}, {shown_id(named.id)})"


def line(step: "Step", sign: str) -> str:
    """智谱 = 智谱AI: a known name of 智谱AI."""
    score = "" if step.score in (None, 1.0) else f" ({step.score})"
    return f"  {step.left} {sign} {step.right}: {step.reason}{score}"


def likeness(match: "Match") -> str:
    """Compared by what is known of each: unsure, 0.4: …, each reason with what it counts."""
    reasons = "; ".join(f"{reason.detail} ({reason.score:+})" for reason in match.reasons)
    verdict = f"{match.verdict}, {match.score}"
    return f"Compared by what is known of each: {verdict}: {reasons or 'nothing speaks'}."
