"""The layers of a Doc as plain values."""

import spacy

from kg.annotate.findings import CueFound, Findings, NameFound
from kg.annotate.pipeline import CharacterTokenizer, write_layers
from kg.extract.found import cues, names
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
    cue = CueFound(2, 3, 0.9, (0, 2), 0.8, ((4, 9),), 0.7, (0.9, 0.9) + (0.0,) * 13)
    doc = CharacterTokenizer(spacy.blank("zh").vocab)(TEXT)
    write_layers(doc, Findings((NameFound(0, 2, "company", 0.9), NameFound(4, 6, "company", 0.9)), (cue,)))
    (found,) = cues(doc)
    assert found.speaker == TextSpan(0, 2)
    assert found.contents == (TextSpan(4, 9),)
    assert found.sources == ((0, 0.9),)
