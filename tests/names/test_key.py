import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names import name_key, simplify
from kg.names.key import trim


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("智谱AI", "智谱ＡＩ"),
        ("《时代》周刊", "时代周刊"),
        ("米拉·穆拉蒂", "米拉•穆拉蒂"),
        ("Sam Altman", "sam altman"),
        ("Brian\nColello", "Brian Colello"),
        ("“青禾”科技", "「青禾」科技"),
        ("O'Brien", "O’Brien"),
        ("臺積電", "台积电"),
        ("衞生署", "卫生署"),  # Hong Kong's 衛
        ("祖克柏", "祖克柏"),
        ("鴻海精密工業", "鸿海精密工业"),
    ],
)
def test_two_written_forms_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("百度", "百胜"), ("智谱AI", "ai"), ("青禾科技", "青禾科技集团"), ("C++", "C"), ("360", "360°")],
)
def test_two_names_have_two_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_chinese_name_is_its_own_key() -> None:
    assert name_key("周鸿祎") == "周鸿祎"


def test_a_name_of_marks_alone_is_kept() -> None:
    assert name_key("《》") == "《》"


@given(st.text(min_size=1))
def test_a_key_is_never_empty(name: str) -> None:
    assert name_key(name)


@given(st.text())
def test_simplifying_keeps_every_offset(text: str) -> None:
    assert len(simplify(text)) == len(text)


@given(st.text())
def test_a_simplified_text_is_simple(text: str) -> None:
    assert simplify(simplify(text)) == simplify(text)


@given(st.text(min_size=1))
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@pytest.mark.parametrize(
    ("name", "trimmed"),
    [
        ("城投)", "城投"),
        ("“青禾科技，", "青禾科技"),
        ("青禾（海川）", "青禾（海川）"),
        ("《青禾》", "《青禾》"),
        ("）", "）"),
    ],
)
def test_what_was_cut_off_with_a_name(name: str, trimmed: str) -> None:
    assert trim(name) == trimmed
