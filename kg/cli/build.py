"""kg build: news files into a database."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as opt
from kg.cli.progress import Bar
from kg.cli.terminal import plural, say

if TYPE_CHECKING:
    from kg.readers import ReadOptions
    from kg.run.build import BuildSummary

STOPPED = 130  # what a shell expects of a program that Ctrl-C stopped


def build_cli(
    paths: opt.Paths,
    db: opt.Db = opt.DEFAULT_DB,
    outlet: opt.Outlet = None,
    published: opt.Published = None,
    encoding: opt.Encoding = None,
    limit: opt.Limit = None,
    max_chars: opt.MaxChars = None,
    root: opt.Root = None,
    column: opt.Columns = None,
    model: opt.Model = None,
    names: opt.Names = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only problems, no summary.")] = False,
) -> None:
    """Read news files into the database: what has not changed is skipped, what has is replaced."""
    from kg.cli.reading import read_options

    options = read_options(
        outlet=outlet,
        published=published,
        encoding=encoding,
        limit=limit,
        max_chars=max_chars,
        root=root,
        column=column,
    )
    bar = Bar(is_quiet=quiet)
    try:
        summary = build(paths, options, bar, db=db, model=model, names=names)
    except KeyboardInterrupt:
        say(f"Stopped after {plural(bar.done, 'article')}, which stay in {db}; the same command goes on.")
        raise typer.Exit(STOPPED) from None
    if not quiet:
        say(summed_up(summary, db))
    if summary.problems:
        raise typer.Exit(1)


def build(
    paths: list[str], options: "ReadOptions", bar: Bar, *, db: Path, model: str | None, names: Path | None
) -> "BuildSummary":
    """Read everything into the database; problems are told as they come, and kept in the summary."""
    from kg.annotate.pipeline import load
    from kg.cli.reading import counted, told
    from kg.readers import read
    from kg.run.build import build as build_here
    from kg.run.given import given
    from kg.store import Store

    bar.say_if_shown("Loading the model …")
    annotator = load(model, names=names)
    with Store.open(db) as store, bar.running(lambda: counted(paths, options)):
        return build_here(
            store,
            told(read(paths, options=options), bar.say),
            annotator,
            options=given(options, model=model, names=names, names_hash=annotator.names_hash),
            progress=bar.step,
        )


def summed_up(summary: "BuildSummary", db: Path) -> str:
    """The summary as two sentences."""
    found = ", ".join(
        plural(number, word)
        for number, word in (
            (summary.claims, "claim"),
            (summary.mentions, "mention"),
            (summary.relations, "relation"),
        )
    )
    problems = f" {plural(len(summary.problems), 'problem')}, told above." if summary.problems else ""
    return (
        f"{plural(summary.read, 'article')} read into {db}: {summary.added} added, "
        f"{summary.replaced} replaced, {summary.unchanged} unchanged; new records: {found}.{problems}"
    )
