"""Who asserts a tie: the outlet, or the speaker of the claim that holds it; and which ties are given on.

What a firm says of itself counts, and what words take for granted in passing (青禾科技首席执行官林晓岚),
whoever speaks; what others contend of a firm does not count.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from kg.extract.ties.status import is_granted
from kg.names import name_key
from kg.records import Claim, Extraction, Mention, Relation, TextSpan

# outlet: no claim holds the tie; self: one of its two names; insider: a person of one of them;
# record: an authority, a medium, a register or a document; source: nobody named; other: anybody else
Asserter = Literal["outlet", "self", "insider", "record", "source", "other"]

GIVEN = frozenset({"stated", "former", "planned"})
OWN: frozenset[Asserter] = frozenset({"outlet", "self", "insider"})
PASSED_ON: frozenset[Asserter] = OWN | {"record", "source"}  # all but what a named other one contends
RECORDS = frozenset({"government", "media", "product", "work"})  # 天眼查 is a product, a 公报 a work
SHORT = 2  # characters of a name that may be part of another one: 小鹏 and 小鹏汽车, but not 李 and 李四


def holder(claims: Sequence[Claim], *spans: TextSpan) -> Claim | None:
    """The innermost claim of which one content span holds all the spans; None when the outlet speaks."""
    holding = (claim for claim in claims if any(_holds(part, spans) for part in claim.content))
    return min(holding, key=lambda claim: sum(part.end - part.start for part in claim.content), default=None)


def given(text: str, extraction: Extraction, *, asserters: Collection[Asserter] = OWN) -> Iterator[Relation]:
    """The stated, former and planned ties that ``asserters`` assert, or that a phrase takes for granted."""
    mentions = {mention.id: mention for mention in extraction.mentions}
    claims = {claim.id: claim for claim in extraction.claims}
    people = employers(extraction.relations, mentions)
    for relation in extraction.relations:
        subject, object_ = mentions[relation.subject], mentions[relation.object]
        claim = claims[relation.claim] if relation.claim else None
        if relation.status in GIVEN and (
            asserter(claim, subject, object_, mentions, people) in asserters
            or is_granted(text, subject.span, object_.span)
        ):
            yield relation


def asserter(
    claim: Claim | None,
    subject: Mention,
    object_: Mention,
    mentions: Mapping[str, Mention],
    people: Mapping[str, Collection[str]],
) -> Asserter:
    """Who asserts the tie of two mentions; ``people`` gives the employers of each person, by key."""
    if claim is None:
        return "outlet"
    if claim.speaker is None:
        return "source"
    speaker = resolved(mentions[claim.speaker], mentions)
    key = name_key(speaker.name)
    arguments = {name_key(resolved(mention, mentions).name) for mention in (subject, object_)}
    if any(_alike(key, other) for other in arguments):
        return "self"
    if any(_alike(firm, other) for firm in people.get(key, ()) for other in arguments):
        return "insider"
    if speaker.kind != "name":
        return "source"
    return "record" if speaker.type in RECORDS else "other"


def employers(relations: Sequence[Relation], mentions: Mapping[str, Mention]) -> dict[str, set[str]]:
    """The keys of the organisations of each person, by the person's key."""
    found: dict[str, set[str]] = {}
    for relation in relations:
        if relation.type in ("role_of", "founder"):
            person, firm = (resolved(mentions[it], mentions) for it in (relation.subject, relation.object))
            found.setdefault(name_key(person.name), set()).add(name_key(firm.name))
    return found


def resolved(mention: Mention, mentions: Mapping[str, Mention]) -> Mention:
    """The mention at the end of a mention's antecedents; itself when it has none."""
    seen = {mention.id}
    while mention.antecedent is not None and mention.antecedent not in seen:
        seen.add(mention.antecedent)
        mention = mentions[mention.antecedent]
    return mention


def _holds(part: TextSpan, spans: Sequence[TextSpan]) -> bool:
    return all(part.start <= span.start and span.end <= part.end for span in spans)


def _alike(one: str, other: str) -> bool:
    """Whether two keys are one name, or the shorter one part of the longer (小鹏 and 小鹏汽车)."""
    return one == other or (min(len(one), len(other)) >= SHORT and (one in other or other in one))
