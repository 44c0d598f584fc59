"""Whose names count."""

import spacy
from spacy.tokens import Doc, Span

from kg.annotate.findings import Findings, NameFound, TieFound
from kg.annotate.naming import FOREIGN, GIVEN, UNTOLD, body_of, origins, settled, write_names
from kg.annotate.pipeline import CharacterTokenizer
from kg.records import TextSpan

VOCAB = spacy.blank("zh").vocab
TEXT = "青禾科技首席执行官林晓岚在商务部"
OWN = (
    NameFound(0, 4, "company", 0.9),
    NameFound(4, 9, "position", 0.9),
    NameFound(9, 12, "person", 0.9),
    NameFound(13, 16, "government", 0.9),
)


def made(**layers: dict[str, str]) -> Doc:
    """A Doc in which others named words of the text: given={"青禾": "place"}."""
    doc = CharacterTokenizer(VOCAB)(TEXT)
    for layer, names in layers.items():
        places = [(TEXT.index(word), word, type_) for word, type_ in names.items()]
        spans = [Span(doc, start, start + len(word), label=type_) for start, word, type_ in places]
        write_names(doc, {"given": GIVEN, "foreign": FOREIGN}[layer], spans, origin=layer)
    return doc


def named(doc: Doc, findings: Findings) -> list[tuple[str, str, float]]:
    return [(doc[n.start : n.end].text, n.type, n.confidence) for n in settled(doc, findings).names]


def test_our_names_stay_when_nobody_else_named_any() -> None:
    findings = Findings(OWN, ())
    assert settled(made(), findings) is findings


def test_a_given_name_drops_what_it_touches() -> None:
    doc = made(given={"技首席": "product"})
    assert named(doc, Findings(OWN, ())) == [
        ("技首席", "product", 1.0),
        ("林晓岚", "person", 0.9),
        ("商务部", "government", 0.9),
    ]


def test_another_models_names_replace_ours_but_not_the_positions() -> None:
    doc = made(foreign={"林晓岚": "person"})
    assert named(doc, Findings(OWN, ())) == [("首席执行官", "position", 0.9), ("林晓岚", "person", UNTOLD)]


def test_our_finer_type_counts_for_the_same_words() -> None:
    doc = made(foreign={"青禾科技": "organisation", "商务部": "organisation", "晓岚": "place"})
    assert [type_ for _, type_, _ in named(doc, Findings(OWN, ()))] == [
        "company",
        "position",
        "place",
        "government",
    ]


def test_a_given_name_wins_over_another_models() -> None:
    doc = made(foreign={"青禾科技": "organisation"}, given={"青禾": "place"})
    assert named(doc, Findings((), ())) == [("青禾", "place", 1.0)]


def test_ties_follow_the_names() -> None:
    doc = made(given={"青禾": "company", "首席执行官林": "position"})
    kept, lost = (
        TieFound((0, 4), (13, 16), "role_of", True, 0.9),
        TieFound((4, 9), (9, 12), "role_of", True, 0.9),
    )
    (tie,) = settled(doc, Findings(OWN, (), ties=(kept, lost))).ties
    assert (tie.left, tie.right) == ((0, 2), (13, 16))


def test_origins_say_who_named_a_span() -> None:
    doc = made(foreign={"青禾科技": "organisation", "林晓岚": "person"}, given={"青禾科技": "company"})
    assert origins(doc) == {TextSpan(0, 4): "given", TextSpan(9, 12): "foreign"}
    assert origins(made()) == {}


def test_the_body_is_all_of_a_doc_without_one() -> None:
    assert body_of(made()) == (TextSpan(0, len(TEXT)),)
    assert body_of(Doc(VOCAB)) == ()
