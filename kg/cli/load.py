"""kg load: the graph into a Neo4j server."""

import os
from typing import TYPE_CHECKING, Annotated, Unpack

import typer

from kg.cli import options as opt
from kg.cli.filtered import filtered
from kg.cli.progress import Bar
from kg.cli.terminal import left_out, plural, say
from kg.graph.filters import FilterOptions

if TYPE_CHECKING:
    from kg.export.neo4j.load import Loaded, Tally

STOPPED = 130  # what a shell expects of a program that Ctrl-C stopped
PASSWORD = "NEO4J_PASSWORD"  # noqa: S105 (the variable's name)


@filtered
def load_cli(
    uri: Annotated[
        str,
        typer.Argument(
            metavar="URI", callback=opt.text, help="The server: bolt://localhost:7687, neo4j+s://…"
        ),
    ],
    user: opt.ServerUser = None,
    password_env: opt.PasswordEnv = None,
    database: opt.ServerDatabase = None,
    texts: Annotated[bool, typer.Option("--texts", help="Also the whole text of each article.")] = False,
    db: opt.Db = opt.DEFAULT_DB,
    **filters: Unpack[FilterOptions],
) -> None:
    """Make a Neo4j server hold exactly this graph; what others put there stays, a cut load goes on."""
    from kg.api import open as open_graph

    password = password_of(user, password_env)
    bar = Bar()
    with open_graph(db) as graph, bar.running(lambda: 2 * graph.counts()["articles"]):
        try:
            loaded = graph.load(
                uri,
                user=user,
                password=password,
                database=database,
                texts=texts,
                on_article=bar.step,
                on_wait=lambda reason: bar.say(f"{reason} Trying again …"),
                **filters,
            )
        except KeyboardInterrupt:  # told below, when what was read half has been let go
            loaded = None
    if loaded is None:
        say(f"Stopped; what {uri} has by now stays there, and the same command goes on.")
        raise typer.Exit(STOPPED)
    say(summed_up(loaded, uri))
    for note in left_out(undated=loaded.undated):
        say(note)


def password_of(user: str | None, variable: str | None) -> str | None:
    """The password from the environment, None without a user; no such variable is wrong usage."""
    if user is None and variable:
        raise typer.BadParameter("a password needs a --user", param_hint="--password-env")
    if user is None:
        return None
    name = variable or PASSWORD
    password = os.environ.get(name)
    if password is None:
        raise typer.BadParameter(f"the environment has no variable {name}", param_hint="--password-env")
    return password


def summed_up(loaded: "Loaded", uri: str) -> str:
    """What the load did, in a sentence or two."""
    nodes, ties = loaded.nodes, loaded.relationships
    whole = f"{plural(_held(nodes), 'node')} and {plural(_held(ties), 'relationship')}"
    if nodes.is_still and ties.is_still:
        said = f"{uri} held all {whole} already; nothing was changed."
    else:
        said = f"{uri} holds {whole}: nodes {_told(nodes)}; relationships {_told(ties)}."
    if loaded.left:
        said += f" {plural(loaded.left, 'node')} no longer in the graph stay as Gone, held by ties of yours."
    return said


def _held(tally: "Tally") -> int:
    return tally.created + tally.changed + tally.unchanged


def _told(tally: "Tally") -> str:
    return (
        f"{tally.created} created, {tally.changed} changed, {tally.removed} removed,"
        f" {tally.unchanged} unchanged"
    )
