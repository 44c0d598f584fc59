"""Whose names count: the user's list first, then another model's names, then our own model's.

The lists come as span groups that other components filled before ours reads the text:
``doc.spans[GIVEN]`` from the user's list, ``doc.spans[FOREIGN]`` from another model; label = type,
``attrs["origin"]`` = who says so.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from spacy.tokens import Doc, Span, SpanGroup

from kg.annotate.findings import Findings, NameFound, TieFound
from kg.records import TextSpan
from kg.schema import POSITION

GIVEN = "kg_given"
FOREIGN = "kg_foreign"

CERTAIN = 1.0  # the user says so
# Other models tell no probability of a name: this is the precision that zh_core_web_sm states for its own.
UNTOLD = 0.72

# Most schemes have one label for 青禾科技, 青禾大学, 商务部 and 财新, and one for a state and its land. Where
# our model reads the same words as one of these, its finer type counts.
FINER: Mapping[str, tuple[str, ...]] = {
    "organisation": ("company", "government", "media"),
    "place": ("government",),
}


def body_of(doc: Doc) -> tuple[TextSpan, ...]:
    """The ranges of a Doc that may be annotated: the article's body, else all of it; none if it is empty."""
    whole = (TextSpan(0, len(doc.text)),) if len(doc) else ()
    return tuple(doc.user_data.get("body") or whole)


def write_names(doc: Doc, layer: str, names: Iterable[Span], *, origin: str) -> None:
    """Put the names of one source into its layer."""
    doc.spans[layer] = SpanGroup(doc, name=layer, spans=list(names), attrs={"origin": origin})


def settled(doc: Doc, findings: Findings) -> Findings:
    """The findings with the names that count; unchanged if nobody else named anything."""
    if GIVEN not in doc.spans and FOREIGN not in doc.spans:
        return findings
    own: Iterable[NameFound] = findings.names
    foreign: Iterable[NameFound] = ()
    if FOREIGN in doc.spans:
        foreign = _foreign(doc, findings.names)
        own = (name for name in findings.names if name.type == POSITION)  # 首席执行官 is a title and no name
    names = _first_come(len(doc), _names(doc, GIVEN, CERTAIN), foreign, own)
    return msgspec.structs.replace(findings, names=names, ties=_moved(findings.ties, names))


def origins(doc: Doc) -> dict[TextSpan, str]:
    """Who named the spans that our own model did not; of two that name the same, the one that counts."""
    return {
        TextSpan(span.start_char, span.end_char): doc.spans[layer].attrs["origin"]
        for layer in (FOREIGN, GIVEN)
        if layer in doc.spans
        for span in doc.spans[layer]
    }


def _names(doc: Doc, layer: str, confidence: float) -> Iterator[NameFound]:
    for span in doc.spans.get(layer, ()):
        yield NameFound(span.start, span.end, span.label_, confidence)


def _foreign(doc: Doc, own: Iterable[NameFound]) -> Iterator[NameFound]:
    """Another model's names, with our finer type where both read the same words."""
    types = {(name.start, name.end): name.type for name in own}
    for name in _names(doc, FOREIGN, UNTOLD):
        ours = types.get((name.start, name.end))
        is_finer = ours in FINER.get(name.type, ())
        yield msgspec.structs.replace(name, type=ours) if is_finer else name


def _first_come(length: int, *sources: Iterable[NameFound]) -> tuple[NameFound, ...]:
    """The names in reading order; one that touches a name of an earlier source is dropped."""
    taken = bytearray(length)
    kept = []
    for source in sources:
        for name in source:
            if not any(taken[name.start : name.end]):
                taken[name.start : name.end] = b"\1" * (name.end - name.start)
                kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.start))


def _moved(ties: Iterable[TieFound], names: Iterable[NameFound]) -> tuple[TieFound, ...]:
    """The ties between the names that now stand where theirs stood; a tie that lost an end goes."""
    holders = {index: (name.start, name.end) for name in names for index in range(name.start, name.end)}
    moved: dict[TieFound, None] = {}
    for tie in ties:
        left, right = (
            next((holders[index] for index in range(*end) if index in holders), None)
            for end in (tie.left, tie.right)
        )
        if left and right and left != right:
            moved[msgspec.structs.replace(tie, left=left, right=right)] = None
    return tuple(moved)
