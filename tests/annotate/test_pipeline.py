"""The Doc: tokens that give back the text, and the real model's layers."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.findings import NameFound, WindowFindings
from kg.annotate.layers import CONTENTS, CUES, NAMES, SPEAKERS
from kg.annotate.pipeline import Annotator, CharacterTokenizer, HanlpReader, load, token_ranges
from kg.records import TextSpan
from tests.factory import art

VOCAB = spacy.blank("zh").vocab


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return load()


@given(st.text())
def test_a_doc_gives_back_its_text(text: str) -> None:
    assert CharacterTokenizer(VOCAB)(text).text == text


def test_body_ranges_become_token_ranges() -> None:
    doc = CharacterTokenizer(VOCAB)("标题: AI\n总结: 张三说。")
    (low, high), *_ = token_ranges(doc, [TextSpan(11, 15)])
    assert doc[low:high].text == "张三说。"


def first_character(windows: list[list[str]]) -> list[WindowFindings]:
    """Takes the first token of every window for a person."""
    return [WindowFindings((NameFound(0, 1, "person", 0.9),), ()) for _ in windows]


def test_the_component_reads_the_body_in_the_vocabularys_forms() -> None:
    seen: list[list[str]] = []

    def reader(windows: list[list[str]]) -> list[WindowFindings]:
        seen.extend(windows)
        return first_character(windows)

    text = "标题: AI\n总结: “张三”说。"
    doc = CharacterTokenizer(VOCAB)(text)
    doc.user_data["body"] = (TextSpan(text.index("“"), len(text)),)
    HanlpReader(reader)(doc)
    assert seen == [["「", "张", "三", "」", "说", "。"]]
    assert [(name.start_char, name.text) for name in doc.spans[NAMES]] == [(text.index("“"), "“")]


def test_without_a_body_all_is_read() -> None:
    doc = HanlpReader(first_character)(CharacterTokenizer(VOCAB)("张三说。"))
    assert [name.text for name in doc.spans[NAMES]] == ["张"]


def test_a_component_without_a_model_says_so() -> None:
    with pytest.raises(ValueError, match="no model"):
        HanlpReader()(CharacterTokenizer(VOCAB)("张三说。"))


@pytest.mark.model
def test_the_model_reads_who_said_what(annotator: Annotator) -> None:
    doc = annotator(art("青禾科技首席执行官李四表示，公司明年会推出新的大模型。"))
    assert [span.text for span in doc.spans[CUES]] == ["表示"]
    assert [span.text for span in doc.spans[SPEAKERS]] == ["李四"]
    assert doc.spans[CONTENTS][0].text.startswith("公司明年")
    assert "李四" in [span.text for span in doc.spans[NAMES]]


@pytest.mark.model
def test_only_the_body_is_read(annotator: Annotator) -> None:
    text = "标题: 李四说，不行。\n总结: 王五说，可以。"
    doc = annotator(art(text, body=(TextSpan(text.index("王五"), len(text)),)))
    assert [span.text for span in doc.spans[SPEAKERS]] == ["王五"]


@pytest.mark.model
def test_an_empty_body(annotator: Annotator) -> None:
    assert annotator(art(" \n")).spans[CUES] is not None
