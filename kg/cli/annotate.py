"""kg annotate: what is found in articles, without a database."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO, cast

import typer

from kg.cli import options as opt
from kg.cli.progress import Bar
from kg.cli.terminal import plural, say
from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.annotate.pipeline import Annotator
    from kg.evaluate.rows import PredictedRow
    from kg.readers import Problem, ReadOptions
    from kg.records import Article


def annotate_cli(
    paths: opt.Paths,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Instead of stdout.", show_default=False),
    ] = None,
    outlet: opt.Outlet = None,
    published: opt.Published = None,
    encoding: opt.Encoding = None,
    limit: opt.Limit = None,
    max_chars: opt.MaxChars = None,
    root: opt.Root = None,
    column: opt.Columns = None,
    model: opt.Model = None,
    names: opt.Names = None,
    min_confidence: opt.MinConfidence = 0.0,
) -> None:
    """Print claims, entities and relations: one JSON line an article, offsets in code points."""
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
    problems = annotate(
        paths, options, output=output, model=model, names=names, min_confidence=min_confidence
    )
    if problems:
        say(f"{plural(len(problems), 'problem')}, told above.")
        raise typer.Exit(1)


def annotate(
    paths: list[str],
    options: "ReadOptions",
    *,
    output: Path | None,
    model: str | None,
    names: Path | None,
    min_confidence: float = 0.0,
) -> "list[Problem]":
    """Write a line for every article as soon as it is read; what could not be read is told and returned."""
    from kg.annotate.pipeline import load
    from kg.cli.reading import counted, told
    from kg.readers import read

    bar = Bar()
    problems: list[Problem] = []
    bar.say_if_shown("Loading the model …")
    annotator = load(model, names=names)
    with written(output) as stream, bar.running(lambda: counted(paths, options)):
        items = told(read(paths, options=options), bar.say)
        for line in annotations(items, annotator, problems, min_confidence=min_confidence):
            print(line, file=stream, flush=True)
            bar.step()
    return problems


def annotations(
    items: "Iterator[Article | Problem]",
    annotator: "Annotator",
    problems: "list[Problem]",
    *,
    min_confidence: float = 0.0,
) -> Iterator[str]:
    """One JSON line an article; what could not be read is put into ``problems``."""
    from kg.evaluate.confident import confident
    from kg.readers import Problem
    from kg.run.build import read_records
    from kg.run.prediction import prediction

    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            row = cast("PredictedRow", prediction(item, read_records(annotator, item)))
            yield json.dumps(confident(row, min_confidence), ensure_ascii=False)


@contextmanager
def written(path: Path | None) -> Iterator[TextIO]:
    """A stream to write lines to: the file, or stdout; ConfigError if it cannot be opened."""
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    try:
        stream = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(f"Cannot write {path}: {error.strerror}.") from None
    with stream:
        yield stream
