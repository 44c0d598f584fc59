"""Quotation marks."""

from kg.extract.quotes import quotations, quoted
from kg.records import TextSpan


def test_what_stands_between() -> None:
    text = "他说“走吧”，又说「不走」。"
    assert [span.of(text) for span in quotations(text)] == ["走吧", "不走"]


def test_a_quote_opened_again_in_the_next_paragraph() -> None:
    text = "“走吧。\n“快走。”好。"
    assert [span.of(text) for span in quotations(text)] == ["走吧。\n“快走。"]
    marks = quoted(text, quotations(text))
    assert marks[text.index("快")]
    assert not marks[-2]


def test_no_quote_leaves_the_body() -> None:
    text = "标题：“不走\n正文：走”吧，“快走”。"
    body = [TextSpan(text.index("正文"), len(text))]
    assert [span.of(text) for span in quotations(text, body)] == ["快走"]


def test_empty_and_unclosed_quotes() -> None:
    assert list(quotations("他说“”和“走")) == []
