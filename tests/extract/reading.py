"""Docs for tests as the model would fill them: names and claims given as words of the text."""

from collections.abc import Mapping, Sequence

import msgspec
import spacy
from spacy.tokens import Doc

from kg.annotate.findings import Choices, CueFound, Findings, NameFound, TieFound
from kg.annotate.pipeline import CharacterTokenizer
from kg.annotate.tokens import token_spans
from kg.annotate.write import write_layers

NLP = spacy.blank("zh")
Said = tuple[str | None, str, str | Sequence[str]]  # speaker, cue, content
Tied = tuple[str, str, str]  # subject, type, object


def doc(
    text: str,
    names: Mapping[str, str],
    said: Sequence[Said] = (),
    source: str = "",
    *,
    implicit: str = "",
    unlike: str = "",
    ties: Sequence[Tied] = (),
    negated: float = 0.0,
    hedged: float = 0.0,
) -> Doc:
    """A Doc with every occurrence of ``names`` and the claims of ``said``, searched for in order.

    ``source`` is the name that the model would think the source of every claim, ``implicit`` what
    it would think every claim is about, ``unlike`` a name that it thinks none is about. ``ties`` stand
    between the first occurrences of two names.
    """
    places = [(i, word, type_) for word, type_ in names.items() for i in found(text, word)]
    kept: list[NameFound] = []
    for start, word, type_ in sorted(places, key=lambda place: (place[0], -len(place[1]))):
        span = tokens(text, start, start + len(word))
        if not kept or kept[-1].end <= span[0]:
            kept.append(NameFound(*span, type_, 0.9))
    about = [0.9] * len(token_spans(text))
    for index in marked(text, unlike):
        about[index] = 0.01
    choices = Choices(row(text, source), row(text, implicit), tuple(about))
    cues = [
        msgspec.structs.replace(cue, negated=negated, hedged=hedged, choices=choices)
        for cue in sorted(cues_of(text, said), key=lambda cue: cue.start)
    ]
    result = CharacterTokenizer(NLP.vocab)(text)
    write_layers(result, Findings(tuple(kept), tuple(cues), tuple(tie(text, *tied) for tied in ties)))
    return result


def row(text: str, name: str) -> tuple[float, ...]:
    """Chances of all tokens: .8 for the first occurrence of a name."""
    chosen = marked(text, name, first=True)
    return tuple(0.8 if index in chosen else 0.0 for index in range(len(token_spans(text))))


def marked(text: str, name: str, *, first: bool = False) -> set[int]:
    """The tokens of a name's occurrences, or of its first one."""
    starts = found(text, name) if name else []
    return {
        index
        for start in (starts[:1] if first else starts)
        for index in range(*tokens(text, start, start + len(name)))
    }


def tie(text: str, subject: str, type_: str, object_: str) -> TieFound:
    ends = [tokens(text, text.index(word), text.index(word) + len(word)) for word in (subject, object_)]
    left, right = sorted(ends)
    return TieFound(left, right, type_, left_is_subject=left == ends[0], confidence=0.9)


def cues_of(text: str, said: Sequence[Said]) -> list[CueFound]:
    cues, last = [], 0
    for speaker, cue, content in said:
        parts = [content] if isinstance(content, str) else list(content)
        spans = tuple(tokens(text, text.index(part), text.index(part) + len(part)) for part in parts)
        at = text.index(cue, text.index(speaker, last) if speaker else last)
        who = None
        if speaker:
            start = text.rindex(speaker, 0, at + len(cue) + len(speaker))
            who = tokens(text, start, start + len(speaker))
        start, end = tokens(text, at, at + len(cue))
        cues.append(
            CueFound(
                start=start,
                end=end,
                confidence=0.9,
                speaker=who,
                speaker_confidence=0.9,
                content=spans,
                content_confidence=0.9,
            )
        )
        last = at + len(cue)
    return cues


def found(text: str, word: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(word, i)]


def tokens(text: str, start: int, end: int) -> tuple[int, int]:
    spans = token_spans(text)
    inside = [i for i, span in enumerate(spans) if span.start < end and start < span.end]
    return inside[0], inside[-1] + 1
