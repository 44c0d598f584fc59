"""What the Doc's layers say, as plain values in characters."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from spacy.tokens import Doc

from kg.annotate.layers import CONTENTS, CUES, NAMES, SOURCES, SPEAKERS
from kg.records import TextSpan


class Name(Struct, frozen=True):
    """A name as the annotator found it."""

    span: TextSpan
    text: str
    type: str
    confidence: float


class Cue(Struct, frozen=True):
    """A cue with its parts; ``sources`` are (index of a name, chance that it is the source's own)."""

    span: TextSpan
    text: str
    confidence: float
    speaker: TextSpan | None
    contents: tuple[TextSpan, ...]
    content_confidence: float
    sources: tuple[tuple[int, float], ...]


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
    """The cues of a Doc in reading order, with speaker, contents and likely sources."""
    group = doc.spans[CUES]
    speakers = {cue: span for cue, span, _ in _linked(doc, SPEAKERS)}
    contents: dict[int, list[tuple[TextSpan, float]]] = {}
    for cue, span, confidence in _linked(doc, CONTENTS):
        contents.setdefault(cue, []).append((span, confidence))
    places = {(name.start_char, name.end_char): index for index, name in enumerate(doc.spans[NAMES])}
    sources: dict[int, list[tuple[int, float]]] = {}
    for cue, span, chance in _linked(doc, SOURCES):
        sources.setdefault(cue, []).append((places[span.start, span.end], chance))
    return [
        Cue(
            span=TextSpan(span.start_char, span.end_char),
            text=span.text,
            confidence=confidence,
            speaker=speakers.get(index),
            contents=tuple(content for content, _ in contents.get(index, ())),
            content_confidence=min((chance for _, chance in contents.get(index, ())), default=0.0),
            sources=tuple(sources.get(index, ())),
        )
        for index, (span, confidence) in enumerate(zip(group, group.attrs["confidence"], strict=True))
    ]


def _linked(doc: Doc, layer: str) -> Iterator[tuple[int, TextSpan, float]]:
    """(cue, span, confidence) of a layer whose spans belong to cues."""
    group = doc.spans[layer]
    for cue, span, confidence in zip(group.attrs["cue"], group, group.attrs["confidence"], strict=True):
        yield cue, TextSpan(span.start_char, span.end_char), confidence
