"""kg show: everything about one name, or one record in its paragraph."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Unpack

import typer

from kg.cli import options as opt
from kg.cli.asked import asked
from kg.cli.filtered import filtered
from kg.cli.taken import taken_notes
from kg.cli.terminal import json_lines, left_out, page, put, say
from kg.graph.filters import FilterOptions

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kg.query.show import ArticleView, EntityView, RecordView, ShowResult


@filtered
def show_cli(
    ref: opt.Ref,
    context: Annotated[
        int, typer.Option(metavar="N", min=0, help="N more paragraphs before and after a record.")
    ] = 0,
    format_: opt.Shape = "table",
    db: opt.Db = opt.DEFAULT_DB,
    from_: opt.From = None,
    user: opt.ServerUser = None,
    password_env: opt.PasswordEnv = None,
    database: opt.ServerDatabase = None,
    **filters: Unpack[FilterOptions],
) -> None:
    """Everything about a name: what it said, what is said of it; or an id's paragraph, the span marked."""
    with asked(db, from_, user=user, password_env=password_env, database=database) as graph:
        result = graph.show(
            ref,
            context=context,
            **filters,
        )
    for note in taken_notes(result.ref, result.taken):
        say(note)
    if format_ == "json":
        print(json_lines(result))
    else:
        print_views(result)
    for note in left_out(undated=result.undated, more=result.more):
        say(note)


def print_views(result: "ShowResult") -> None:
    """Every view on stdout."""
    console = page()
    for view in result.views:
        for part in rendered(view, width=console.width):
            put(console, part)


def rendered(view: "EntityView | RecordView | ArticleView", *, width: int) -> "Iterator[RenderableType]":
    """The parts of a view, a blank line after each."""
    from kg.query.show import ArticleView, EntityView

    if isinstance(view, EntityView):
        parts = entity_parts(view, width=width)
    elif isinstance(view, ArticleView):
        parts = article_parts(view, width=width)
    else:
        parts = record_parts(view, width=width)
    for part in parts:
        yield part
        yield ""


def entity_parts(view: "EntityView", *, width: int) -> "Iterator[RenderableType]":
    """Names, what the entity said, what is said of it, its ties, its articles; empty parts are left out."""
    from kg.cli.tables import article_table, lines, plain, relation_table, said_table

    others = ", ".join(alias for alias in view.aliases if alias != view.name)
    yield lines(
        (f"{view.name} ({view.type})", "bold"),
        (f"also {others}" if others else "", ""),
        (f"found as {counted(view.types)}" if len(view.types) > 1 else "", "dim"),
        (f"id {view.id}", "dim"),
    )
    for heading, claims in ((f"Said by {view.name}", view.said), (f"Said of {view.name}", view.said_of)):
        if claims:
            yield plain(heading, "bold")
            yield said_table(claims, width=width)
    if view.relations:
        yield plain("Relations", "bold")
        yield relation_table(view.relations, width=width)
    if view.articles:
        yield plain("Articles", "bold")
        yield article_table(view.articles, width=width)


def article_parts(view: "ArticleView", *, width: int) -> "Iterator[RenderableType]":
    """The article, whom it names, what is said in it, its ties."""
    from kg.cli.tables import article_table, plain, relation_table, said_table, wrapped

    yield article_table([view.article], width=width)
    if view.entities:
        yield wrapped(plain(f"Names {counted(view.entities)}"), width)
    if view.said:
        yield said_table(view.said, width=width)
    if view.relations:
        yield relation_table(view.relations, width=width)


def record_parts(view: "RecordView", *, width: int) -> "Iterator[RenderableType]":
    """The record's row, then its paragraph with the span between ⟦ and ⟧."""
    from kg.cli.tables import lines, plain, relation_table, said_table, wrapped

    article, spans = view.article, view.passage.spans
    yield lines(
        (f"{view.kind} {view.id}", "bold"),
        (f"of {view.entity}" if view.entity else "", ""),
        (f"{article.source}:{spans[0].start}-{spans[-1].end}", "cyan"),
        (" · ".join(part for part in (article.title, article.outlet, article.published) if part), ""),
    )
    if view.said:
        yield said_table([view.said], width=width)
    if view.relation:
        yield relation_table([view.relation], width=width)
    yield wrapped(plain(view.passage.marked()), width)


def counted(counts: dict[str, int]) -> str:
    """OpenAI 3, Sora 2."""
    return ", ".join(f"{name} {number}" for name, number in counts.items())
