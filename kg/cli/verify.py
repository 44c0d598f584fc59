"""kg verify: proof that every span shows the text it was taken from."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as opt
from kg.cli.terminal import plural, visible

if TYPE_CHECKING:
    from kg.store import Store


def verify_cli(
    source: Annotated[
        bool, typer.Option("--source", help="Read the files again, from the folder they were read from.")
    ] = False,
    db: opt.Db = opt.DEFAULT_DB,
) -> None:
    """Prove every span against its article; each problem is one line, and any gives exit status 1."""
    from kg.api import open as open_graph

    has_problems = False
    with open_graph(db) as graph:
        for problem in graph.verify(source=source):
            has_problems = True
            print(visible(problem))
        if has_problems:
            raise typer.Exit(1)
        articles = graph.counts()["articles"]
        print(f"{plural(spans(graph.store), 'span')} of {plural(articles, 'article')} proven.")


def spans(store: "Store") -> int:
    """How many spans stand in the store: of mentions, cues, pieces of content, evidence."""
    counts = store.counts()
    claims = (claim for article in store.articles() for claim in store.claims(article.id))
    in_claims = sum(len(claim.content) + (claim.cue is not None) for claim in claims)
    return counts["mentions"] + counts["relations"] + in_claims
