"""kg reject: a person's word that a record is wrong."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import options as opt
from kg.cli.accept import tell
from kg.records import PERSON

if TYPE_CHECKING:
    from kg.resolve.ledger import Decision


def reject_cli(
    record: opt.RecordId,
    reason: opt.Reason = "",
    by: opt.Judge = PERSON,
    db: opt.Db = opt.DEFAULT_DB,
) -> None:
    """Leave a claim, relation or mention out of every answer, export and count; kg undo takes it back.

    The judgement is kept in the ledger and holds when the article is read again.
    """
    tell(reject(db, record, reason=reason, by=by), "Rejected")


def reject(db: Path, record: str, *, reason: str, by: str) -> "Decision":
    """The judgement, written into the database."""
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        return graph.reject(record, reason=reason, by=by)
