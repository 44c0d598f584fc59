"""kg undo: a judgement taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import options as opt
from kg.cli.accept import tell
from kg.records import PERSON

if TYPE_CHECKING:
    from kg.resolve.ledger import Decision


def undo_cli(
    record: opt.RecordId,
    reason: opt.Reason = "",
    by: opt.Judge = PERSON,
    db: opt.Db = opt.DEFAULT_DB,
) -> None:
    """Take the judgement on a claim, relation or mention back: it counts again as it was read.

    Nothing is taken out of the ledger; this is a later judgement, and a still later one may follow.
    """
    tell(undo(db, record, reason=reason, by=by), "Took back the judgement on")


def undo(db: Path, record: str, *, reason: str, by: str) -> "Decision":
    """The judgement that outweighs the one before, written into the database."""
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        return graph.undo(record, reason=reason, by=by)
