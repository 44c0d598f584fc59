import pytest

from kg.match.declared import declared
from tests.factory import art, men


def pairs(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    """The names are the last places at which they stand."""
    article = art(text)
    mentions = [men(article, name, type_, nth=text.count(name) - 1) for name, type_ in names]
    return [(left.name, right.name) for left, right in declared(text, mentions)]


@pytest.mark.parametrize(
    "text",
    [
        "海川青禾科技有限公司（以下简称“青禾”）昨天说，产品不卖了。",
        "海川青禾科技有限公司（下称青禾）昨天说，产品不卖了。",
        "海川青禾科技有限公司(简称:青禾)昨天说，产品不卖了。",
        "海川青禾科技有限公司（以下简称为“青禾公司”）昨天说，产品不卖了。",
    ],
)
def test_a_short_name_in_brackets(text: str) -> None:
    found = pairs(text, ("海川青禾科技有限公司", "company"), ("青禾", "company"))
    assert found == [("海川青禾科技有限公司", "青禾")]


def test_a_name_in_another_script() -> None:
    text = "青禾科技（Qinghe）的林晓岚（Lin Xiaolan）说，好。"
    names = (("青禾科技", "company"), ("Qinghe", "company"), ("林晓岚", "person"), ("Lin Xiaolan", "person"))
    assert pairs(text, *names) == [("青禾科技", "Qinghe"), ("林晓岚", "Lin Xiaolan")]


@pytest.mark.parametrize(
    ("text", "other", "type_"),
    [
        ("青禾科技（海川）昨天关门。", "海川", "company"),  # a place, whatever its type
        ("青禾科技（Qinghe One）昨天关门。", "Qinghe One", "product"),
        ("青禾科技和Qinghe昨天关门。", "Qinghe", "company"),
        ("青禾科技（由Qinghe持有）昨天关门。", "Qinghe", "company"),
    ],
)
def test_no_other_name(text: str, other: str, type_: str) -> None:
    assert pairs(text, ("青禾科技", "company"), (other, type_)) == []
