"""What the Doc's layers say, as plain values in characters."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from spacy.tokens import Doc

from kg.annotate.layers import ABOUT, CONTENTS, CUES, IMPLICIT, NAMES, SOURCES, SPEAKERS, TIES
from kg.records import TextSpan


class Name(Struct, frozen=True):
    """A name as the annotator found it."""

    span: TextSpan
    text: str
    type: str
    confidence: float


Choice = tuple[tuple[int, float], ...]  # indices of names, each with its chance


class Cue(Struct, frozen=True):
    """A cue with its parts, and the chances that it is denied and hedged.

    ``sources`` are the names that may be the source's own, ``implicit`` those that an elliptical
    content may be about, ``about`` all names near the cue: how likely a content that holds them is
    about them.
    """

    span: TextSpan
    text: str
    confidence: float
    speaker: TextSpan | None
    contents: tuple[TextSpan, ...]
    content_confidence: float
    sources: Choice = ()
    speaker_confidence: float = 0.0
    implicit: Choice = ()
    about: Choice = ()
    negated: float = 0.0
    hedged: float = 0.0


class Tie(Struct, frozen=True):
    """A tie that the annotator found between two names, given by their indices."""

    subject: int
    object: int
    type: str
    confidence: float


def names(doc: Doc) -> list[Name]:
    """The names of a Doc in reading order; one text has one type, the one it is surest of in all."""
    group = doc.spans[NAMES]
    found = list(zip(group, group.attrs["confidence"], strict=True))
    votes: dict[str, Counter[str]] = {}
    for span, confidence in found:
        votes.setdefault(span.text, Counter())[span.label_] += confidence
    types = {text: max(counts, key=lambda type_: (counts[type_], type_)) for text, counts in votes.items()}
    return [
        Name(TextSpan(span.start_char, span.end_char), span.text, types[span.text], confidence)
        for span, confidence in found
    ]


def cues(doc: Doc) -> list[Cue]:
    """The cues of a Doc in reading order, with speaker, contents and what names they may refer to."""
    group = doc.spans[CUES]
    speakers = {cue: (span, chance) for cue, span, chance in _linked(doc, SPEAKERS)}
    contents: dict[int, list[tuple[TextSpan, float]]] = {}
    for cue, span, confidence in _linked(doc, CONTENTS):
        contents.setdefault(cue, []).append((span, confidence))
    sources, implicit, abouts = (_choices(doc, layer) for layer in (SOURCES, IMPLICIT, ABOUT))
    attrs = group.attrs
    return [
        Cue(
            span=TextSpan(span.start_char, span.end_char),
            text=span.text,
            confidence=attrs["confidence"][index],
            speaker=speakers[index][0] if index in speakers else None,
            contents=tuple(content for content, _ in contents.get(index, ())),
            content_confidence=min((chance for _, chance in contents.get(index, ())), default=0.0),
            sources=tuple(sources.get(index, ())),
            speaker_confidence=speakers[index][1] if index in speakers else 0.0,
            implicit=tuple(implicit.get(index, ())),
            about=tuple(abouts.get(index, ())),
            negated=attrs["negated"][index],
            hedged=attrs["hedged"][index],
        )
        for index, span in enumerate(group)
    ]


def ties(doc: Doc) -> list[Tie]:
    """The ties of a Doc in reading order, several between two names where the text states several."""
    group = doc.spans[TIES]
    columns = (group.attrs[key] for key in ("subject", "object", "confidence"))
    return [Tie(a, b, span.label_, sure) for span, a, b, sure in zip(group, *columns, strict=True)]


def _choices(doc: Doc, layer: str) -> dict[int, list[tuple[int, float]]]:
    """For each cue the names of a layer, as indices, with their chances."""
    places = {(name.start_char, name.end_char): index for index, name in enumerate(doc.spans[NAMES])}
    found: dict[int, list[tuple[int, float]]] = {}
    for cue, span, chance in _linked(doc, layer):
        found.setdefault(cue, []).append((places[span.start, span.end], chance))
    return found


def _linked(doc: Doc, layer: str) -> Iterator[tuple[int, TextSpan, float]]:
    """(cue, span, confidence) of a layer whose spans belong to cues."""
    group = doc.spans[layer]
    for cue, span, confidence in zip(group.attrs["cue"], group, group.attrs["confidence"], strict=True):
        yield cue, TextSpan(span.start_char, span.end_char), confidence
