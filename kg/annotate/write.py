"""Findings written into the Doc's span groups: the layers that extract/ reads."""

from collections.abc import Callable, Sequence
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from kg.annotate.findings import CueFound, Findings, NameFound, TieFound
from kg.annotate.layers import ABOUT, CONTENTS, CUES, IMPLICIT, NAMES, SOURCES, SPEAKERS, TIES

CHANCE = 0.1  # a name less likely than this to be the source, or a subject, is not worth a span

Row = tuple[int, tuple[int, int], float]  # cue, token range, chance
Chance = Callable[[CueFound, int, int], float]


def write_layers(doc: Doc, findings: Findings) -> None:
    """Put what was found into the Doc's span groups."""
    names, cues = findings.names, findings.cues
    spans = [Span(doc, name.start, name.end, label=name.type) for name in names]
    _group(doc, NAMES, spans, [name.confidence for name in names])
    _write_cues(doc, cues)
    _linked(doc, SPEAKERS, [(i, c.speaker, c.speaker_confidence) for i, c in enumerate(cues) if c.speaker])
    _linked(
        doc, CONTENTS, [(i, span, c.content_confidence) for i, c in enumerate(cues) for span in c.content]
    )
    _linked(doc, SOURCES, _likely(cues, names, CueFound.source_chance))
    _linked(doc, IMPLICIT, _likely(cues, names, CueFound.implicit_chance))
    _linked(doc, ABOUT, _likely(cues, names, CueFound.about_chance, least=0.0))
    _write_ties(doc, findings.ties, names)


def _write_cues(doc: Doc, cues: Sequence[CueFound]) -> None:
    group = _group(doc, CUES, [Span(doc, c.start, c.end) for c in cues], [c.confidence for c in cues])
    group.attrs["negated"] = [round(cue.negated, 3) for cue in cues]
    group.attrs["hedged"] = [round(cue.hedged, 3) for cue in cues]


def _write_ties(doc: Doc, ties: Sequence[TieFound], names: Sequence[NameFound]) -> None:
    """The ties of names that are still there: windows overlap, and a user's own list wins over both."""
    places = {(name.start, name.end): index for index, name in enumerate(names)}
    kept = [tie for tie in ties if tie.left in places and tie.right in places]
    spans = [Span(doc, tie.left[0], tie.right[1], label=tie.type) for tie in kept]
    group = _group(doc, TIES, spans, [tie.confidence for tie in kept])
    ends = [(places[tie.left], places[tie.right]) for tie in kept]
    turned = [pair if tie.left_is_subject else pair[::-1] for pair, tie in zip(ends, kept, strict=True)]
    group.attrs["subject"] = [subject for subject, _ in turned]
    group.attrs["object"] = [object_ for _, object_ in turned]


def _likely(
    cues: Sequence[CueFound], names: Sequence[NameFound], chance: Chance, *, least: float = CHANCE
) -> list[Row]:
    """The names that are likely enough, cue by cue; those of which the model says nothing are left out."""
    return [
        (index, (name.start, name.end), value)
        for index, cue in enumerate(cues)
        for name in names
        if (value := chance(cue, name.start, name.end)) >= least and value > 0.0
    ]


def _linked(doc: Doc, layer: str, rows: Sequence[Row]) -> None:
    spans = [Span(doc, start, end) for _, (start, end), _ in rows]
    group = _group(doc, layer, spans, [chance for _, _, chance in rows])
    group.attrs["cue"] = [cue for cue, _, _ in rows]


def _group(doc: Doc, layer: str, spans: list[Span], confidence: list[float]) -> SpanGroup:
    attrs: dict[str, Any] = {"confidence": [round(value, 3) for value in confidence]}
    group = SpanGroup(doc, name=layer, spans=spans, attrs=attrs)
    doc.spans[layer] = group
    return group
