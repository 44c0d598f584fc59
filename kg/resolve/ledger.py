"""Judgements on records: accept, reject, take back, and the ledger as people read it.

What a judgement comes to when an article is read again is ``kg.store.standing``'s: the store upholds it
by itself, in the transaction that writes the records.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from kg.errors import ConfigError, QueryError
from kg.records import MACHINE, PERSON, Judgement, Verdict
from kg.store import Store
from kg.store.standing import Judged, RecordKind, threads
from kg.store.told import JudgedName

Decided = Literal["accepted", "rejected", "undone", "merged", "split", "left open"]

DECIDED: dict[Verdict, Decided] = {"same": "accepted", "different": "rejected", "unsure": "undone"}
OF_NAMES: dict[Verdict, Decided] = {"same": "merged", "different": "split", "unsure": "left open"}
IDS_TOLD = 5  # of an ambiguous id, so many records are named


class Decision(Struct, frozen=True, kw_only=True):
    """A judgement with the record it is on; not ``is_new`` if it stood so already and nothing was written."""

    record: Judged
    judgement: Judgement
    is_new: bool


class Entry(Struct, frozen=True, kw_only=True):
    """One line of the ledger; on two names (kind names) ``record`` and ``article`` are the left one's.

    ``is_carried``: a verdict taken over by a record that says what the judged one said; ``counts``: it
    decides, no later one outweighs it; ``is_gone``: nothing in the database says it any more.
    """

    seq: int
    decided: Decided
    kind: RecordKind | Literal["names"]
    record: str
    words: str
    article: str
    reason: str
    judge: str
    decided_at: str
    score: float
    is_carried: bool
    counts: bool
    is_gone: bool


def accept(store: Store, ref: str, *, reason: str = "", by: str = PERSON) -> Decision:
    """The record counts as sure from now on; ``ref`` is its id or the start of it."""
    return _judge(store, ref, "same", reason=reason, by=by)


def reject(store: Store, ref: str, *, reason: str = "", by: str = PERSON) -> Decision:
    """The record counts no more, nor does a relation that hangs on it."""
    return _judge(store, ref, "different", reason=reason, by=by)


def undo(store: Store, ref: str, *, reason: str = "", by: str = PERSON) -> Decision:
    """The record counts as it was read, as if nobody had judged it; QueryError if nobody has."""
    kind, id_ = resolve(store, ref)
    thread = store.ledger.thread(id_)
    if thread is None or thread.verdict == "unsure":
        raise QueryError(f"There is no judgement on the {kind} {id_} to take back.")
    return _judge(store, id_, "unsure", reason=reason, by=by)


def resolve(store: Store, ref: str) -> tuple[str, str]:
    """Kind and id of the mention, claim or relation that is meant; QueryError if it is not just one."""
    found = store.ledger.find(ref.strip())
    if not found:
        raise QueryError(f"No mention, claim or relation has the id {ref!r}.")
    if len(found) > 1:
        some = ", ".join(f"{kind} {id_}" for kind, id_ in found[:IDS_TOLD])
        raise QueryError(f"{ref!r} may be any of {len(found)}: {some}{' …' if len(found) > IDS_TOLD else ''}")
    return found[0]


def entries(store: Store) -> list[Entry]:
    """The judgements on records and names, oldest first, with what they are on."""
    with store.snapshot():
        return sorted([*_on_records(store), *_on_names(store)], key=lambda entry: entry.seq)


def _on_names(store: Store) -> Iterator[Entry]:
    """The judgements on names; one that takes another back is undone."""
    ledger, judged = store.names.judgements(), store.names.judged()
    last = {frozenset((one.left, one.right)): one.seq for one in ledger}
    said = set[frozenset[str]]()
    for judgement in ledger:
        left, right = judged[judgement.left], judged[judgement.right]
        pair = frozenset((left.id, right.id))
        is_undone = judgement.verdict == "unsure" and pair in said
        said ^= {pair} if is_undone or pair not in said else set()
        yield Entry(
            seq=judgement.seq,
            decided="undone" if is_undone else OF_NAMES[judgement.verdict],
            kind="names",
            record=left.id,
            words=f"{left.name} / {right.name}",
            article=left.article,
            reason=judgement.reason,
            judge=judgement.judge,
            decided_at=judgement.decided_at,
            score=judgement.score,
            is_carried=False,
            counts=last[pair] == judgement.seq,
            is_gone=_is_gone(store, left) or _is_gone(store, right),
        )


def _is_gone(store: Store, name: JudgedName) -> bool:
    """Whether no article holds the name, or its one article not any more."""
    return store.names.referent(name.id) is None if name.article else not store.names.bearers(name.key)


def _on_records(store: Store) -> Iterator[Entry]:
    """The judgements on records."""
    ledger, judged, gone = store.ledger.judgements(), store.ledger.judged(), store.ledger.gone()
    found = threads(ledger)
    seen = set[str]()
    for judgement in ledger:
        thread, record = found[judgement.left], judged[judgement.right]
        is_carried = judgement.left != judgement.right and judgement.right not in seen
        seen.add(judgement.right)
        yield Entry(
            seq=judgement.seq,
            decided=DECIDED[judgement.verdict],
            kind=record.kind,
            record=record.id,
            words=record.words,
            article=record.article,
            reason=judgement.reason,
            judge=judgement.judge,
            decided_at=judgement.decided_at,
            score=judgement.score,
            is_carried=is_carried,
            counts=judgement == thread.decided,
            is_gone=thread.records <= gone,
        )


def _judge(store: Store, ref: str, verdict: Verdict, *, reason: str, by: str) -> Decision:
    judge, reason = by.strip(), reason.strip()
    if not judge or judge.lower() == MACHINE:
        raise ConfigError(f"A judgement needs the name of who makes it, not {by!r}.")
    _, id_ = resolve(store, ref)
    before = store.ledger.thread(id_)
    if before and before.verdict == verdict and reason in ("", before.decided.reason):
        return Decision(record=store.ledger.judged()[id_], judgement=before.decided, is_new=False)
    judgement = store.ledger.judge(id_, verdict, reason=reason, judge=judge)
    return Decision(record=store.ledger.judged()[id_], judgement=judgement, is_new=True)
