"""Findings as layers of the Doc."""

import spacy
from spacy.tokens import Doc

from kg.annotate.findings import Choices, CueFound, Findings, NameFound, TieFound
from kg.annotate.layers import ABOUT, CONTENTS, CUES, IMPLICIT, NAMES, SOURCES, SPEAKERS, TIES
from kg.annotate.pipeline import CharacterTokenizer
from kg.annotate.write import CHANCE, write_layers

VOCAB = spacy.blank("zh").vocab
TEXT = "青禾的林晓岚说，禾苗不停产。她说不会。"


def span(word: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(word, start + 1)
    return start, start + len(word)


def row(**chances: float) -> tuple[float, ...]:
    """A chance for every token of a name, else 0."""
    values = [0.0] * len(TEXT)
    for name, chance in chances.items():
        start, end = span(name)
        values[start:end] = [chance] * (end - start)
    return tuple(values)


FIRM, PERSON, PRODUCT = span("青禾"), span("林晓岚"), span("禾苗")
FOUND = (
    NameFound(*FIRM, "company", 0.91),
    NameFound(*PERSON, "person", 0.92),
    NameFound(*PRODUCT, "product", 0.93456),
)
SAID = (
    CueFound(
        start=span("说")[0],
        end=span("说")[1],
        confidence=0.9,
        speaker=PERSON,
        speaker_confidence=0.8,
        content=(span("禾苗不停产"),),
        content_confidence=0.7,
        negated=0.98765,
        choices=Choices(row(林晓岚=0.9, 青禾=0.05), row(青禾=0.2), row(禾苗=0.8)),
    ),
    CueFound(
        start=span("说", 1)[0],
        end=span("说", 1)[1],
        confidence=0.6,
        content=(span("她"), span("不会")),
        content_confidence=0.5,
        hedged=0.4,
        choices=Choices(row(林晓岚=0.6), row(禾苗=CHANCE), row()),
    ),
)
ROLE = TieFound(FIRM, PERSON, "role_of", left_is_subject=False, confidence=0.7)
MAKES = TieFound(FIRM, PRODUCT, "develops", left_is_subject=True, confidence=0.6)


def written(findings: Findings) -> Doc:
    doc = CharacterTokenizer(VOCAB)(TEXT)
    write_layers(doc, findings)
    return doc


DOC = written(Findings(FOUND, SAID, (ROLE, MAKES)))


def linked(layer: str) -> list[tuple[int, str, float]]:
    """(cue, words, confidence) of a layer that belongs to cues."""
    group = DOC.spans[layer]
    return [
        (cue, span.text, confidence)
        for cue, span, confidence in zip(group.attrs["cue"], group, group.attrs["confidence"], strict=True)
    ]


def test_names_with_their_types() -> None:
    assert [(name.text, name.label_) for name in DOC.spans[NAMES]] == [
        ("青禾", "company"),
        ("林晓岚", "person"),
        ("禾苗", "product"),
    ]
    assert DOC.spans[NAMES].attrs["confidence"] == [0.91, 0.92, 0.935]


def test_cues_with_their_polarity() -> None:
    group = DOC.spans[CUES]
    assert [cue.text for cue in group] == ["说", "说"]
    assert group.attrs["confidence"] == [0.9, 0.6]
    assert group.attrs["negated"] == [0.988, 0.0]
    assert group.attrs["hedged"] == [0.0, 0.4]


def test_speakers_and_contents_belong_to_cues() -> None:
    assert linked(SPEAKERS) == [(0, "林晓岚", 0.8)]
    assert linked(CONTENTS) == [(0, "禾苗不停产", 0.7), (1, "她", 0.5), (1, "不会", 0.5)]


def test_only_likely_names_are_chosen() -> None:
    assert linked(SOURCES) == [(0, "林晓岚", 0.9), (1, "林晓岚", 0.6)]
    assert linked(IMPLICIT) == [(0, "青禾", 0.2), (1, "禾苗", CHANCE)]
    assert linked(ABOUT) == [(0, "禾苗", 0.8)]


def test_ties_point_from_subject_to_object() -> None:
    group = DOC.spans[TIES]
    assert [(tie.text, tie.label_) for tie in group] == [
        ("青禾的林晓岚", "role_of"),
        ("青禾的林晓岚说，禾苗", "develops"),
    ]
    assert (group.attrs["subject"], group.attrs["object"]) == ([1, 0], [0, 2])
    assert group.attrs["confidence"] == [0.7, 0.6]


def test_a_tie_without_its_names_goes() -> None:
    doc = written(Findings(FOUND[1:], (), (ROLE, MAKES)))
    assert len(doc.spans[TIES]) == 0
    assert doc.spans[TIES].attrs["subject"] == []


def test_nothing_found_leaves_empty_layers() -> None:
    doc = written(Findings((), ()))
    for layer in (NAMES, CUES, SPEAKERS, CONTENTS, SOURCES, IMPLICIT, ABOUT, TIES):
        assert len(doc.spans[layer]) == 0
        assert doc.spans[layer].attrs["confidence"] == []
