"""LAC's words become spans of the very characters of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.lac import Texts, by_lac, lac_spans, measured, sentences
from kg.evaluate.public import Span

TEXT = "张三在海川。青禾科技说：好！\n李四走了"


def test_words_as_spans() -> None:
    words = [("张三", "PER"), ("在", "p"), ("海川", "LOC"), ("。", "w")]
    assert list(lac_spans(words, 10, "张三在海川。")) == [(10, 12, "PER"), (13, 15, "LOC")]


def test_words_that_do_not_spell_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="do not spell"):
        list(lac_spans([("张三", "PER")], 0, "张 三"))


def test_sentences_keep_their_ends() -> None:
    assert [part for _, part in sentences(TEXT)] == ["张三在海川。", "青禾科技说：好！\n", "李四走了"]


@given(st.text(alphabet="张三。！\n;A ", max_size=40))
def test_sentences_are_the_whole_text(text: str) -> None:
    found = list(sentences(text))
    assert "".join(part for _, part in found) == text
    assert all(text[start:].startswith(part) for start, part in found)
    assert all(part for _, part in found)


def test_a_row_has_every_tagger_and_the_ratio() -> None:
    gold: list[Span] = [(0, 2, "PER"), (3, 5, "LOC")]
    namers = {"kg": lambda texts: [gold], "LAC": lambda texts: [gold[:1]]}
    rows = list(measured(namers, {"甲": Texts(["张三在海川。"], [gold])}))
    assert rows[0] == "| | names | kg | LAC | kg / LAC |"
    assert rows[2] == "| 甲, strict | 2 | 1.000 | 0.667 | 1.500 |"
    assert "| 甲, LOC | 1 | 1.000 | 0.000 | – |" in rows


def test_lac_itself_spells_the_text() -> None:
    (found,) = by_lac()([TEXT])
    assert (0, 2, "PER") in found
    assert all(TEXT[start:end].strip() for start, end, _ in found)
