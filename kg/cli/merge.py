"""kg merge: two names are one from now on."""

from typing import TYPE_CHECKING

from kg.cli import options as opt
from kg.cli.terminal import say
from kg.records import PERSON

if TYPE_CHECKING:
    from kg.records import Entity
    from kg.resolve.names import NameDecision
    from kg.store.told import JudgedName

SHOWN_ID = 8  # hex digits: what tables show, and every command takes
NAMES_TOLD = 6  # of an entity so many other names are told in one line


def merge_cli(
    left: opt.NameOrId,
    right: opt.NameOrId,
    reason: opt.Reason = "",
    by: opt.Judge = PERSON,
    db: opt.Db = opt.DEFAULT_DB,
) -> None:
    """Make two names one entity, also in articles that are read later; kg undo A B takes it back.

    Where a name has namesakes, take their ids: then it is said of the articles that name them today.
    """
    from kg.api import open as open_graph

    with open_graph(db) as graph:
        tell(graph.merge(left, right, reason=reason, by=by), "Merged")


def tell(decision: "NameDecision", done: str) -> None:
    """What was judged, and what came of it."""
    left, right = decision.pairs[0]
    last = decision.judgements[-1]
    since = "" if decision.is_new else f" already, by {last.judge}"
    say(f"{done}{since}: {named(left)} and {named(right)}{more(decision)}.")
    for entity in decision.entities:
        say(f"  {described(entity)}")
    if decision.left_out:
        say(f"No longer part of it: {'; '.join(map(described, decision.left_out))}.")
    if decision.verdict == "same" and len(decision.entities) > 1:
        ids = " ".join(shown_id(one.id) for one in decision.entities[:2])
        say(f"They are still {len(decision.entities)}; kg why {ids} tells why.")


def named(name: "JudgedName") -> str:
    """青禾, or 张伟 in 90ca1ae8 for one article's use of the name."""
    return f"{name.name} in {name.article[:SHOWN_ID]}" if name.article else name.name


def more(decision: "NameDecision") -> str:
    """How many further pairs were judged with the first."""
    others = len(decision.pairs) - 1
    return f" (and {others} more pair{'s' if others > 1 else ''} of their names)" if others else ""


def described(entity: "Entity") -> str:
    """智谱AI (company, 1a2b3c4d), also 智谱, Zhipu AI."""
    others = [alias for alias in entity.aliases if alias != entity.name]
    also = (
        f", also {', '.join(others[:NAMES_TOLD])}{' …' if len(others) > NAMES_TOLD else ''}" if others else ""
    )
    return f"{entity.name} ({entity.type}, {shown_id(entity.id)}){also}"


def shown_id(id_: str) -> str:
    """The start of a digest, which every command takes; a known entity's id as it is."""
    return id_ if ":" in id_ else id_[:SHOWN_ID]
