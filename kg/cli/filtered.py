"""The filters as options: the same, in one place, for every command that queries or exports."""

import inspect
from collections.abc import Callable
from functools import partial
from typing import Annotated, TypeVar

import typer

from kg.cli.options import text

Command = TypeVar("Command", bound=Callable[..., None])
Several = list[str] | None

option = partial(typer.Option, rich_help_panel="Filters", show_default=False)


def options(
    *,
    since: Annotated[str | None, option(metavar="DATE", help="From 2024, 2024-02 or 2024-02-15 on.")] = None,
    until: Annotated[str | None, option(metavar="DATE", help="Up to this date.")] = None,
    type: Annotated[Several, option(metavar="TYPE", help="person, company … (repeatable)")] = None,
    relation: Annotated[Several, option(metavar="TYPE", help="founder, said … (repeatable)")] = None,
    outlet: Annotated[Several, option(metavar="NAME", help="Published there (repeatable).")] = None,
    mode: Annotated[
        Several, option(metavar="MODE", help="direct, indirect, mixed, turn (repeatable)")
    ] = None,
    min_confidence: Annotated[
        float, option(metavar="X", min=0, max=1, help="At least so sure, 0 to 1; what was accepted is 1.")
    ] = 0.0,
    min_support: Annotated[
        int, option(metavar="N", min=1, help="In so many articles, reprints counted once.")
    ] = 1,
    around: Annotated[
        str | None, option(metavar="NAME", callback=text, help="This entity and what it is tied to.")
    ] = None,
    hops: Annotated[
        int | None, option(metavar="N", min=1, help="So many ties or claims away from --around; else 1.")
    ] = None,
    top: Annotated[
        int | None,
        option(metavar="N", min=1, help="The N entities in most independent articles; of rows the first N."),
    ] = None,
) -> None:
    """The names are those of ``kg.graph.filters.FilterOptions``, which the commands pass on."""


def filtered(command: Command) -> Command:
    """The command, in which typer sees an option for each filter in place of its ``**filters``."""
    given, filters = inspect.signature(command), inspect.signature(options).parameters.values()
    own = (one for one in given.parameters.values() if one.kind is not one.VAR_KEYWORD)
    command.__signature__ = given.replace(parameters=[*own, *filters])  # type: ignore[attr-defined]
    return command
