"""What judgements on an article's records come to: which one stands, which falls, what takes its place.

Pure: judgements and records in, verdicts out. A judgement on a record is made about one thing that an
article says. Read again, the same thing may be another record: a content one comma longer, a name of
another type. So the judgements on one thing form a thread: ``left`` names the record first judged, ``right``
the one judged now; the first judgement whose ``right`` is new to the thread carries its verdict over to
another record, all others decide it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from kg.names import name_key
from kg.records import MACHINE, Article, Claim, Extraction, Judgement, Mention, Relation, TextSpan, Verdict

RecordKind = Literal["mention", "claim", "relation"]

SAME_CONTENT = 0.8  # of all characters of two contents those in both: 他说的“会更好” / “会更好”。


class Judged(Struct, frozen=True, kw_only=True):
    """What a record said when it was judged; ``key`` holds what must be equal in a record that replaces it.

    For a mention its name, for a relation its type and names, for a claim its cue. ``texts`` are the exact
    characters of the ``spans``, ``words`` says it all in one line; ``beside`` are the records that could be
    taken for it, but stood there at the same time.
    """

    id: str
    kind: RecordKind
    article: str
    words: str
    key: tuple[str, ...]
    spans: tuple[TextSpan, ...]
    texts: tuple[str, ...]
    cue: TextSpan | None = None
    beside: tuple[str, ...] = ()


class Thread:
    """The judgements on one thing: the records it was found as, and the judgement that decides."""

    def __init__(self, first: Judgement) -> None:
        self.decided, self.last = first, first.seq
        self.records = {first.left, first.right}

    def add(self, judgement: Judgement) -> None:
        """A later judgement: a person's decides over the machine's, of equals the later one."""
        self.last = judgement.seq
        if judgement.right not in self.records:
            self.records.add(judgement.right)
        elif judgement.judge != MACHINE or self.decided.judge == MACHINE:
            self.decided = judgement

    @property
    def verdict(self) -> Verdict:
        """same: accepted, different: rejected, unsure: taken back."""
        return self.decided.verdict


def threads(judgements: Iterable[Judgement]) -> dict[str, Thread]:
    """The threads by the record first judged; judgements come by ``seq``."""
    found: dict[str, Thread] = {}
    for judgement in judgements:
        if thread := found.get(judgement.left):
            thread.add(judgement)
        else:
            found[judgement.left] = Thread(judgement)
    return found


def thread_of(found: Iterable[Thread], record: str) -> Thread | None:
    """The thread that a record belongs to, or None."""
    return next((thread for thread in found if record in thread.records), None)


def verdicts(found: Iterable[Thread]) -> dict[str, Verdict]:
    """The verdict on each record that was ever judged, by its id."""
    return {record: thread.verdict for thread in found for record in thread.records}


def carried(
    found: Mapping[str, Thread], judged: Mapping[str, Judged], after: Mapping[str, Judged]
) -> Iterator[Judgement]:
    """Judgements (``seq`` 0) that carry verdicts over to records that took the place of judged ones.

    ``after`` are the records of the article now. What stood beside a judged record is another thing, and
    never taken for it; where two threads want one record, the one judged last has it.
    """
    taken = {id_ for thread in found.values() for id_ in thread.records}
    for head, thread in sorted(found.items(), key=lambda item: -item[1].last):
        if not thread.records.isdisjoint(after):
            continue
        known = [judged[id_] for id_ in sorted(thread.records)]
        others = taken.union(*(one.beside for one in known))
        free = [record for id_, record in sorted(after.items()) if id_ not in others]
        ranked = ((likeness(one, record), record.id) for record in free for one in known)
        like, best = max(ranked, default=(0.0, ""))
        if like:
            taken.add(best)
            yield _carry(thread.decided, head, best, like)


def _carry(decided: Judgement, head: str, record: str, like: float) -> Judgement:
    reason = f"read again, {head[:8]} is now {record[:8]}"
    return Judgement(
        seq=0,
        left=head,
        right=record,
        verdict=decided.verdict,
        score=round(like, 3),
        reason=f"{reason}: {decided.reason}" if decided.reason else reason,
        judge=decided.judge,
        decided_at=decided.decided_at,
    )


def likeness(old: Judged, new: Judged) -> float:
    """How surely two records of one article say one thing, 0 to 1; 0 if they do not."""
    if (old.kind, old.article) != (new.kind, new.article):
        return 0.0
    if old.kind == "relation":
        return float(old.key == new.key)
    if old.kind == "mention":
        return float((old.key, old.spans) == (new.key, new.spans))
    return _claims_likeness(old, new)


def _claims_likeness(old: Judged, new: Judged) -> float:
    """1 for the same words; at least a half for the same cue; else the overlap if it is large enough."""
    if old.texts == new.texts:  # also where the article was edited, and all of it stands elsewhere now
        return 1.0
    left, right = _characters(old), _characters(new)
    overlap = len(left & right) / len(left | right)
    if old.cue and (old.cue, old.key) == (new.cue, new.key):
        return (1.0 + overlap) / 2
    return overlap if overlap >= SAME_CONTENT else 0.0


def _characters(claim: Judged) -> frozenset[tuple[int, str]]:
    """Each character with its place: in an edited article, other characters stand at the old places."""
    pieces = zip(claim.spans, claim.texts, strict=True)
    return frozenset(pair for span, text in pieces for pair in enumerate(text, start=span.start))


def described(article: Article, extraction: Extraction) -> dict[str, Judged]:
    """What each record of an article says, by its id."""
    mentions = {mention.id: mention for mention in extraction.mentions}
    found = [
        *(_mention(mention) for mention in extraction.mentions),
        *(_claim(claim, article.text) for claim in extraction.claims),
        *(_relation(relation, mentions, article.text) for relation in extraction.relations),
    ]
    return {record.id: record for record in found}


def with_neighbours(record: Judged, others: Iterable[Judged], *, before: Judged | None) -> Judged:
    """The record with those beside it that could be taken for it, and those it had ``before``."""
    like = {other.id for other in others if other.id != record.id and likeness(record, other)}
    return msgspec.structs.replace(record, beside=tuple(sorted(like.union(before.beside if before else ()))))


def _mention(mention: Mention) -> Judged:
    return Judged(
        id=mention.id,
        kind="mention",
        article=mention.article,
        words=mention.name,
        key=(mention.name,),
        spans=(mention.span,),
        texts=(mention.name,),
    )


def _claim(claim: Claim, text: str) -> Judged:
    texts = tuple(span.of(text) for span in claim.content)
    return Judged(
        id=claim.id,
        kind="claim",
        article=claim.article,
        words=" … ".join(texts),
        key=(claim.cue.of(text),) if claim.cue else (),
        spans=claim.content,
        texts=texts,
        cue=claim.cue,
    )


def _relation(relation: Relation, mentions: Mapping[str, Mention], text: str) -> Judged:
    subject, object_ = (_name(mentions[id_], mentions) for id_ in (relation.subject, relation.object))
    return Judged(
        id=relation.id,
        kind="relation",
        article=relation.article,
        words=f"{subject} {relation.type} {object_}",
        key=(relation.type, name_key(subject), name_key(object_)),
        spans=(relation.evidence,),
        texts=(relation.evidence.of(text),),
    )


def _name(mention: Mention, mentions: Mapping[str, Mention]) -> str:
    """The name at the end of a mention's antecedents."""
    while mention.antecedent:
        mention = mentions[mention.antecedent]
    return mention.name
