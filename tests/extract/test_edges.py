"""Where contents begin and end."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.edges import EDGES, contents, trimmed
from kg.extract.found import Cue
from kg.extract.quotes import quotations
from kg.records import TextSpan


def placed(text: str, cue: str, *parts: str) -> list[str]:
    """The contents after placing, when the model found ``parts``."""
    spans = tuple(TextSpan(text.index(part), text.index(part) + len(part)) for part in parts)
    at = TextSpan(text.index(cue), text.index(cue) + len(cue))
    found = Cue(at, cue, 0.9, None, spans, 0.9, ())
    return [span.of(text) for span in contents(text, found, list(quotations(text)), TextSpan(0, len(text)))]


def test_a_quote_is_taken_whole() -> None:
    assert placed("林晓岚说：“不涨价。明年也不涨。”", "说", "不涨价。") == ["不涨价。明年也不涨"]


def test_pieces_of_one_quote_are_one() -> None:
    text = "林晓岚说：“不涨价，工厂不搬，人也不走。”"
    assert placed(text, "说", "不涨价", "人也不走") == ["不涨价，工厂不搬，人也不走"]


def test_a_split_quote_stays_split() -> None:
    assert placed("“不涨价。”林晓岚说，“工厂不搬。”", "说", "不涨价", "工厂不搬") == ["不涨价", "工厂不搬"]


def test_the_quote_around_a_cue_is_somebody_elses() -> None:
    assert placed("周见山说：“林晓岚认为不能涨价，我同意。”", "认为", "不能涨价") == ["不能涨价"]


def test_an_end_inside_a_clause_moves_to_its_end() -> None:
    assert placed("林晓岚表示，工厂暂时不搬，工人也留下。", "表示", "工厂暂时") == ["工厂暂时不搬"]


def test_an_end_never_moves_over_the_cue() -> None:
    assert placed("工厂不搬林晓岚说。", "说", "工厂不搬") == ["工厂不搬"]


def test_a_quoted_word_changes_nothing() -> None:
    text = "林晓岚认为，“小步快跑”的办法好。"
    assert placed(text, "认为", "“小步快跑”的办法好") == ["小步快跑”的办法好"]


def test_no_content_leaves_the_body() -> None:
    text = "林晓岚表示，工厂暂时不搬\n关键词: 工厂。"
    at = TextSpan(3, 5)
    found = Cue(at, "表示", 0.9, None, (TextSpan(6, 10),), 0.9, ())
    body = TextSpan(0, text.index("\n"))
    assert [span.of(text) for span in contents(text, found, [], body)] == ["工厂暂时不搬"]


@given(st.text(alphabet="张三说“”「」。，？ \n", min_size=1), st.data())
def test_trimmed_spans_are_inside_and_have_clean_edges(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = trimmed(text, TextSpan(start, end))
    if span is None:
        assert set(text[start:end]) <= EDGES
    else:
        assert start <= span.start < span.end <= end
        assert text[span.start] not in EDGES
        assert text[span.end - 1] not in EDGES


@given(st.text(alphabet="张三说“”「」。，？ \n", min_size=2), st.data())
def test_contents_are_in_order_and_apart(text: str, data: st.DataObject) -> None:
    spans = []
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(text) - 1))
        spans.append(TextSpan(start, data.draw(st.integers(start + 1, len(text)))))
    cue = Cue(TextSpan(0, 1), text[0], 0.9, None, tuple(spans), 0.9, ())
    found = contents(text, cue, list(quotations(text)), TextSpan(0, len(text)))
    assert all(a.end < b.start for a, b in itertools.pairwise(found))
