"""The layers of a Doc as plain values."""

import spacy

from kg.annotate.findings import Choices, CueFound, Findings, NameFound, TieFound
from kg.annotate.pipeline import CharacterTokenizer
from kg.annotate.write import write_layers
from kg.extract.found import Tie, cues, names, ties
from kg.records import TextSpan

TEXT = "星图说，星图会涨价。星图不错。"


def read(findings: Findings) -> tuple[list[str], list[TextSpan | None]]:
    doc = CharacterTokenizer(spacy.blank("zh").vocab)(TEXT)
    write_layers(doc, findings)
    return [name.type for name in names(doc)], [cue.speaker for cue in cues(doc)]


def test_one_text_has_one_type() -> None:
    found = [
        NameFound(0, 2, "company", 0.9),
        NameFound(4, 6, "product", 0.7),
        NameFound(10, 12, "company", 0.4),
    ]
    assert read(Findings(tuple(found), ()))[0] == ["company"] * 3


def test_a_cue_has_its_own_parts() -> None:
    cue = CueFound(
        start=2,
        end=3,
        confidence=0.9,
        speaker=(0, 2),
        speaker_confidence=0.8,
        content=((4, 9),),
        content_confidence=0.7,
        negated=0.6,
        choices=Choices(source=(0.9, 0.9) + (0.0,) * 13, about=(0.0,) * 4 + (0.7, 0.7) + (0.0,) * 9),
    )
    doc = CharacterTokenizer(spacy.blank("zh").vocab)(TEXT)
    write_layers(doc, Findings((NameFound(0, 2, "company", 0.9), NameFound(4, 6, "company", 0.9)), (cue,)))
    (found,) = cues(doc)
    assert (found.speaker, found.speaker_confidence) == (TextSpan(0, 2), 0.8)
    assert found.contents == (TextSpan(4, 9),)
    assert (found.sources, found.about, found.implicit) == (((0, 0.9),), ((1, 0.7),), ())
    assert (found.negated, found.hedged) == (0.6, 0.0)


def test_a_tie_knows_its_names() -> None:
    tie = TieFound((0, 2), (4, 6), "acquires", False, 0.8)
    doc = CharacterTokenizer(spacy.blank("zh").vocab)(TEXT)
    both = (NameFound(0, 2, "company", 0.9), NameFound(4, 6, "company", 0.9))
    write_layers(doc, Findings(both, (), (tie,)))
    assert ties(doc) == [Tie(1, 0, "acquires", 0.8)]
