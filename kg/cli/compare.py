"""kg compare: whether two names are one bearer's, by the names alone, without a database."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from kg.cli import options as opt
from kg.cli.terminal import json_lines, page, put
from kg.errors import ConfigError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kg.match.score import Reason, Verdict

SIGNED = "+.2f"  # a reason's share: + speaks for one bearer, - for two

Name = Annotated[
    str,
    typer.Argument(metavar="NAME", callback=opt.text, help="A name as it is written.", show_default=False),
]


class Comparison(Struct, frozen=True):
    """What was asked and what was found, in the order in which it is printed."""

    left: str
    right: str
    type: str | None
    verdict: "Verdict"
    score: float
    reasons: "tuple[Reason, ...]"


def compare_cli(
    left: Name,
    right: Name,
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", callback=opt.text, help="What both are: person, company …"),
    ] = None,
    context: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="TEXT TEXT", help="A sentence for each name, in which it stands."),
    ] = None,
    format_: opt.Shape = "table",
) -> None:
    """Say whether two names are one bearer's: same, different or unsure, the score, and why; no database."""
    result = compared(left, right, type_=type_, context=context or ("", ""))
    if format_ == "json":
        print(json_lines(result))
        return
    console = page()
    for part in (headline(result), "", reason_table(result, width=console.width)):
        put(console, part)


def compared(
    left: str, right: str, *, type_: str | None = None, context: tuple[str, str] = ("", "")
) -> Comparison:
    """The verdict on two names; ConfigError for a name without characters or a type that no name has."""
    from kg.match.compare import compare
    from kg.match.profile import Profile

    check(left, right, type_)
    a, b = (Profile(name, type_, context=text) for name, text in zip((left, right), context, strict=True))
    match = compare(a, b)
    return Comparison(left, right, type_, match.verdict, match.score, match.reasons)


def check(left: str, right: str, type_: str | None) -> None:
    """ConfigError if there is nothing to compare."""
    from kg.schema import UNNAMED, schema

    if not left.strip() or not right.strip():
        raise ConfigError("A name to compare is empty; give two names.")
    named = [row.name for row in schema().entities.values() if row.node and row.name != UNNAMED]
    if type_ is not None and type_ not in named:
        raise ConfigError(f"There is no type {type_} to compare; known: {', '.join(named)}.")


def headline(result: Comparison) -> "RenderableType":
    """华为 / 华为云: different, score 0.044."""
    from kg.cli.tables import lines

    type_ = f" ({result.type})" if result.type else ""
    return lines(
        (f"{result.left} / {result.right}{type_}: {result.verdict}, score {result.score:.3f}", "bold")
    )


def reason_table(result: Comparison, *, width: int) -> "RenderableType":
    """The reasons, the heaviest first; a line where nothing spoke."""
    from kg.cli.tables import plain, table

    if not result.reasons:
        return plain("Nothing in the names speaks for one bearer or for two.", "dim")
    rows = ((plain(f"{row.score:{SIGNED}}"), plain(row.feature), plain(row.detail)) for row in result.reasons)
    return table(("Share", "Feature", "Why"), rows, width=width, widest="Why", is_spaced=False)
