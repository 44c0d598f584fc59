"""Quotation marks and edges."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.quotes import EDGES, quoted, trimmed
from kg.records import TextSpan


def test_only_what_stands_between_is_quoted() -> None:
    marks = quoted("他说“走吧”。")
    assert "".join(c for c, mark in zip("他说“走吧”。", marks, strict=True) if mark) == "走吧"


def test_a_quote_opened_again_in_the_next_paragraph() -> None:
    text = "“走吧。\n“快走。”好。"
    assert quoted(text)[text.index("快")] and not quoted(text)[-2]


@given(st.text(alphabet="张三说“”「」。，？ \n", min_size=1), st.data())
def test_trimmed_spans_are_inside_and_have_clean_edges(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = trimmed(text, TextSpan(start, end))
    if span is None:
        assert set(text[start:end]) <= EDGES
    else:
        assert start <= span.start < span.end <= end
        assert text[span.start] not in EDGES and text[span.end - 1] not in EDGES
