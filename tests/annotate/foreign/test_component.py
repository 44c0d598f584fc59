"""Another model's names on our tokens, in our types."""

from collections.abc import Sequence

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.annotate.foreign.component import (
    LONGEST,
    ForeignModel,
    ForeignReader,
    Labelled,
    pieces,
)
from kg.annotate.naming import FOREIGN
from kg.annotate.pipeline import CharacterTokenizer
from kg.records import TextSpan

VOCAB = spacy.blank("zh").vocab


def marked(sentences: Sequence[str]) -> list[list[Labelled]]:
    """A model that takes the text between < and > for a firm, and every 日 for a date."""
    found = []
    for sentence in sentences:
        firms = [(i + 1, sentence.find(">", i), "ORG") for i, c in enumerate(sentence) if c == "<"]
        dates = [(i, i + 1, "DATE") for i, c in enumerate(sentence) if c == "日"]
        found.append([Labelled(*name) for name in firms + dates])
    return found


def read(text: str, body: tuple[TextSpan, ...] | None = None) -> Doc:
    component = ForeignReader()
    component.other = ForeignModel("marks", "0", marked)
    doc = CharacterTokenizer(VOCAB)(text)
    doc.user_data["body"] = body
    return component(doc)


def names(doc: Doc) -> list[tuple[int, str, str]]:
    return [(span.start_char, span.text, span.label_) for span in doc.spans[FOREIGN]]


def test_names_of_several_sentences_have_article_offsets() -> None:
    text = "一日，<青禾>说好。\n<禾苗>说不。"
    assert names(read(text)) == [
        (text.index("青禾"), "青禾", "organisation"),
        (text.index("禾苗"), "禾苗", "organisation"),
    ]


def test_a_run_of_letters_counts_whole_and_blanks_go() -> None:
    assert names(read("<Open>AI和< 青禾 >")) == [(1, "Open", "organisation"), (11, "青禾", "organisation")]
    assert names(read("Open<A>I")) == [(5, "A", "organisation")]
    assert names(read("< >")) == []


def test_only_the_body_is_read() -> None:
    assert names(read("<甲>\n<乙>", body=(TextSpan(4, 7),))) == [(5, "乙", "organisation")]
    assert names(read("")) == []


@given(st.text("甲乙。\n ", max_size=3 * LONGEST))
def test_pieces_are_short_and_lose_nothing(text: str) -> None:
    body = [TextSpan(0, len(text))] if text else []
    found = list(pieces(text, body))
    assert all(len(piece.of(text)) <= LONGEST for piece in found)
    assert "".join("".join(piece.of(text) for piece in found).split()) == "".join(text.split())
