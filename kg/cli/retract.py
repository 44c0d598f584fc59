"""kg retract: take an article back."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as opt
from kg.cli.terminal import say
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.store import Store


def retract_cli(
    ref: Annotated[
        str, typer.Argument(metavar="URL|ID", callback=opt.text, help="An article's url, id, or path.")
    ],
    db: opt.Db = opt.DEFAULT_DB,
) -> None:
    """Take an article, and all that only it supports, out of the database."""
    from kg.store import Store

    with Store.open(db, must_exist=True) as store:
        for source in retract(store, ref):
            say(f"Retracted {source}.")


def retract(store: "Store", ref: str) -> list[str]:
    """The sources of the articles taken away: one, or all of a file; QueryError if it is not clear which."""
    articles = [article for id_ in store.find_articles(ref) if (article := store.article(id_))]
    if not articles:
        raise QueryError(f"No article has the url, id or path {ref!r}.")
    if len(articles) > 1 and any(article.source != ref for article in articles):
        raise QueryError(f"{ref!r} may be any of {len(articles)} articles; give more of the id.")
    for article in articles:
        store.retract(article.id)
    return [article.url or article.source for article in articles]
