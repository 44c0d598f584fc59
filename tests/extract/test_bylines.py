"""Labels of those who made the page."""

import pytest

from kg.extract.bylines import first_byline, is_byline


@pytest.mark.parametrize(
    ("text", "expected"),
    [("责任编辑：李四", True), ("本报记者：王五", True), ("林晓岚：不搬。", False)],
)
def test_whether_a_label_is_one(text: str, expected: bool) -> None:
    assert is_byline(text, text.index("：")) is expected


def test_where_the_first_begins() -> None:
    text = "不搬。（责任编辑：李四）"
    assert first_byline(text, 0, len(text)) == text.index("（")
    assert first_byline(text, 0, 3) is None
