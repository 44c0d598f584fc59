"""Docs for tests as the model would fill them: names and claims given as words of the text."""

from collections.abc import Mapping, Sequence

import spacy
from spacy.tokens import Doc

from kg.annotate.findings import CueFound, Findings, NameFound
from kg.annotate.pipeline import CharacterTokenizer, write_layers
from kg.annotate.tokens import token_spans

NLP = spacy.blank("zh")
Said = tuple[str | None, str, str | Sequence[str]]  # speaker, cue, content


def doc(text: str, names: Mapping[str, str], said: Sequence[Said], source: str = "") -> Doc:
    """A Doc with every occurrence of ``names`` and the claims of ``said``, searched for in order.

    ``source`` is the name that the model would think the source of every claim.
    """
    places = [(i, word, type_) for word, type_ in names.items() for i in found(text, word)]
    kept: list[NameFound] = []
    for start, word, type_ in sorted(places, key=lambda place: (place[0], -len(place[1]))):
        span = tokens(text, start, start + len(word))
        if not kept or kept[-1].end <= span[0]:
            kept.append(NameFound(*span, type_, 0.9))
    chances = [0.0] * len(token_spans(text))
    for start in found(text, source) if source else []:
        low, high = tokens(text, start, start + len(source))
        chances[low:high] = [0.8] * (high - low)
    cues = sorted(cues_of(text, said, tuple(chances)), key=lambda cue: cue.start)
    result = CharacterTokenizer(NLP.vocab)(text)
    write_layers(result, Findings(tuple(kept), tuple(cues)))
    return result


def cues_of(text: str, said: Sequence[Said], chances: tuple[float, ...]) -> list[CueFound]:
    cues, last = [], 0
    for speaker, cue, content in said:
        parts = [content] if isinstance(content, str) else list(content)
        spans = tuple(tokens(text, text.index(part), text.index(part) + len(part)) for part in parts)
        at = text.index(cue, text.index(speaker, last) if speaker else last)
        who = None
        if speaker:
            start = text.rindex(speaker, 0, at + len(cue) + len(speaker))
            who = tokens(text, start, start + len(speaker))
        cues.append(CueFound(*tokens(text, at, at + len(cue)), 0.9, who, 0.9, spans, 0.9, chances))
        last = at + len(cue)
    return cues


def found(text: str, word: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(word, i)]


def tokens(text: str, start: int, end: int) -> tuple[int, int]:
    spans = token_spans(text)
    inside = [i for i, span in enumerate(spans) if span.start < end and start < span.end]
    return inside[0], inside[-1] + 1
