"""kg split: a name, or one article's use of it, is another than what it was taken for."""

from typing import Annotated

import typer

from kg.cli import options as opt
from kg.cli.merge import tell
from kg.records import PERSON


def split_cli(
    name: opt.NameOrId,
    article: Annotated[
        str | None,
        typer.Option(
            metavar="ID|URL|PATH",
            callback=opt.text,
            help="Only this article's use of the name.",
            show_default=False,
        ),
    ] = None,
    reason: opt.Reason = "",
    by: opt.Judge = PERSON,
    db: opt.Db = opt.DEFAULT_DB,
) -> None:
    """Take a name out of the entity that it is part of, for good; kg undo A B takes it back.

    With --article only the one who is called so there is taken out: a namesake.
    """
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        tell(graph.split(name, article=article, reason=reason, by=by), "Split")
