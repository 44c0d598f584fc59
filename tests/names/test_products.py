import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.products import Product, number_of, product


@pytest.mark.parametrize(
    ("name", "family", "version"),
    [
        ("GPT-4", "gpt", ("4",)),
        ("GPT-4o mini", "gpt", ("4o", "mini")),
        ("iPhone15ProMax", "iphone", ("15", "promax")),
        ("Claude 3.5 Sonnet", "claude", ("3.5", "sonnet")),
        ("DeepSeek-V3", "deepseek", ("3",)),
        ("DeepSeek-R1", "deepseek", ("r1",)),
        ("骁龙8 第三代", "骁龙", ("8", "3")),
        ("文心一言", "文心一言", ()),
        ("360", "360", ()),
        ("嫦娥六号", "嫦娥号", ("6",)),
        ("神舟十三号", "神舟号", ("13",)),
        ("第二十届青禾节", "第届青禾节", ("20",)),
        ("三体", "三体", ()),
        ("你好，李焕英！", "你好李焕英", ()),
        ("2024年CES", "ces", ("2024",)),
    ],
)
def test_family_and_version(name: str, family: str, version: tuple[str, ...]) -> None:
    assert product(name) == Product(family, version)


@pytest.mark.parametrize(
    ("numerals", "number"), [("六", 6), ("十", 10), ("十三", 13), ("二十", 20), ("九十九", 99)]
)
def test_numerals(numerals: str, number: int) -> None:
    assert number_of(numerals) == number


@given(st.text(alphabet="GPT-4.5o 15Pro第三代年文心", min_size=1, max_size=10))
def test_a_product_always_has_a_family(name: str) -> None:
    assert product(name).family
