"""Tokens cover the text, and every one has a form that the vocabulary may know."""

from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.tokens import Places, is_line_end, is_sentence_end, model_form, token_spans


def words(text: str) -> list[str]:
    return [span.of(text) for span in token_spans(text)]


def test_characters_stand_alone() -> None:
    assert words("张三说") == ["张", "三", "说"]


def test_letters_and_digits_run() -> None:
    assert words("青禾AI发布K7-2000") == ["青", "禾", "AI", "发", "布", "K", "7", "-", "2000"]


def test_full_width_letters_run() -> None:
    assert words("ＡＩ公司") == ["ＡＩ", "公", "司"]


def test_a_very_long_run_is_cut() -> None:
    assert {len(word) for word in words("a" * 1000)} == {20}


@given(st.text())
def test_tokens_cover_the_text(text: str) -> None:
    assert "".join(words(text)) == text


@given(st.text(min_size=1))
def test_forms_are_never_empty(text: str) -> None:
    assert all(model_form(word) for word in words(text))


def test_quotes_keep_their_direction() -> None:
    assert [model_form(c) for c in "“”‘’"] == ["「", "」", "『", "』"]


def test_line_breaks_and_blanks_have_signs() -> None:
    assert [model_form(c) for c in "\n\r \u3000\x00"] == ["§", "§", "¤", "¤", "¤"]


def test_chinese_punctuation_stays() -> None:
    assert [model_form(c) for c in "，。！？；"] == list("，。！？；")


def test_ends() -> None:
    assert is_sentence_end("。")
    assert is_sentence_end(model_form("\n"))
    assert not is_sentence_end("，")
    assert is_line_end(model_form("\n"))
    assert not is_line_end("。")


def test_a_run_that_is_touched_counts_whole() -> None:
    text = "青禾AI发布"
    assert Places(token_spans(text)).tokens(3, 5) == (2, 4)


@given(st.text(min_size=1), st.data())
def test_places_hold_their_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low, high = Places(token_spans(text)).tokens(start, end)
    spans = token_spans(text)[low:high]
    assert spans[0].start <= start < end <= spans[-1].end
