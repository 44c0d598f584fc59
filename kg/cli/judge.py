"""kg accept, kg reject, kg undo: a person's word on a record."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as opt
from kg.cli.merge import tell as tell_names
from kg.cli.terminal import say
from kg.records import PERSON

if TYPE_CHECKING:
    from kg.resolve.ledger import Decision

SHOWN_ID = 8  # hex digits: what tables show, and every command takes
SHOWN_WORDS = 40  # characters of a content: enough to know it again


def accept_cli(
    record: opt.RecordId, reason: opt.Reason = "", by: opt.Judge = PERSON, db: opt.Db = opt.DEFAULT_DB
) -> None:
    """Count a claim, relation or mention as sure, whatever --min-confidence says; kg undo takes it back.

    The judgement is kept in the ledger and holds when the article is read again.
    """
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        tell(graph.accept(record, reason=reason, by=by), "Accepted")


def reject_cli(
    record: opt.RecordId, reason: opt.Reason = "", by: opt.Judge = PERSON, db: opt.Db = opt.DEFAULT_DB
) -> None:
    """Leave a claim, relation or mention out of every answer, export and count; kg undo takes it back.

    The judgement is kept in the ledger and holds when the article is read again.
    """
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        tell(graph.reject(record, reason=reason, by=by), "Rejected")


def undo_cli(
    ref: Annotated[
        str,
        typer.Argument(
            metavar="ID|NAME",
            callback=opt.text,
            help="A record's id or its start; or a name, and another one.",
        ),
    ],
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            callback=opt.text,
            help="The other name, or entity's id, of a merge or split.",
            show_default=False,
        ),
    ] = None,
    reason: opt.Reason = "",
    by: opt.Judge = PERSON,
    db: opt.Db = opt.DEFAULT_DB,
) -> None:
    """Take a judgement back: on a record, which counts again as it was read, or on two names.

    Nothing is taken out of the ledger; this is a later judgement, and a still later one may follow.
    """
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        if other is None:
            tell(graph.undo(ref, reason=reason, by=by), "Took back the judgement on")
        else:
            tell_names(graph.undo(ref, other, reason=reason, by=by), "Took back what was judged of")


def tell(decision: "Decision", done: str) -> None:
    """What was judged, or that it stood so already."""
    record, judge = decision.record, decision.judgement.judge
    words = " ".join(record.words.split())
    shown = words if len(words) <= SHOWN_WORDS else words[: SHOWN_WORDS - 1] + "…"
    since = "" if decision.is_new else f" already, by {judge},"
    say(f"{done}{since} the {record.kind} {record.id[:SHOWN_ID]}: {shown}")
