from hypothesis import given
from hypothesis import strategies as st

from kg.query.passage import passage
from kg.records import TextSpan

TEXT = "第一段。\n\n张三说，走吧。\n第三段。\n第四段。\n"


def at(words):
    start = TEXT.index(words)
    return TextSpan(start, start + len(words))


def test_the_paragraph_with_its_span_marked():
    found = passage(TEXT, (at("走吧"),))
    assert found.text == "张三说，走吧。"
    assert found.marked() == "张三说，⟦走吧⟧。"


def test_context_adds_paragraphs_on_both_sides():
    assert passage(TEXT, (at("走吧"),), context=1).text == "第一段。\n\n张三说，走吧。\n第三段。"


def test_context_ends_where_the_text_ends():
    assert passage(TEXT, (at("第四"),), context=9).text == TEXT.strip()


def test_several_spans_in_several_paragraphs():
    found = passage(TEXT, (at("第三"), at("张三")))
    assert found.marked(left="[", right="]") == "[张三]说，走吧。\n[第三]段。"


@given(st.text("甲乙。\n ", min_size=1), st.data())
def test_any_span_is_inside_and_nothing_is_altered(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = TextSpan(start, data.draw(st.integers(start + 1, len(text))))
    found = passage(text, (span,), context=data.draw(st.integers(0, 2)))
    assert found.text == text[found.start : found.end]
    assert found.start <= span.start < span.end <= found.end
    assert found.marked(left="", right="") == found.text
    assert f"⟦{span.of(text)}⟧" in found.marked()
