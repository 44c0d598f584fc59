import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.names import name_key
from kg.resolve.spelled import is_latin, plain, same_sound, same_spelling, spelled, spelled_longer
from kg.store import Store


@pytest.mark.parametrize("text", ["Zhāng Péng", "zhang-peng", "ＺＨＡＮＧ ＰＥＮＧ", "zhang'peng"])
def test_plain_letters_have_no_accents_blanks_and_marks(text: str) -> None:
    assert plain(text) == "zhangpeng"


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("张鹏", {"zhangpeng", "pengzhang"}),
        ("欧阳娜娜", {"ouyangnana", "nanaouyang"}),
        ("智谱AI", {"zhipuai"}),
        ("01.AI", {"01ai"}),
        ("星图汽车公司", {"xingtuqichegongsi"}),
    ],
)
def test_how_a_name_is_typed(name: str, spellings: set[str]) -> None:
    assert spelled(name_key(name)) == spellings


def test_a_surname_may_be_read_in_its_own_way() -> None:
    assert {"zengming", "mingzeng"} <= spelled("曾鸣")


@pytest.mark.parametrize(
    ("text", "is_one"), [("zhipu", True), ("360", True), ("智谱AI", False), ("《》", False)]
)
def test_what_may_be_a_name_in_latin_letters(text: str, is_one: bool) -> None:
    assert is_latin(text) is is_one


@pytest.mark.parametrize("text", ["wangwu", "wu wang", "Wáng Wǔ", "WANG-WU"])
def test_pinyin_finds_the_name_in_both_orders(store: Store, text: str) -> None:
    assert same_spelling(store, text) == ["王五"]


@pytest.mark.parametrize("text", ["王五", "wang", "五 wang", "", "·"])
def test_nothing_else_is_spelled_so(store: Store, text: str) -> None:
    assert same_spelling(store, text) == []


def test_a_name_may_go_on(store: Store) -> None:
    assert spelled_longer(store, "qinghe") == ["青禾科技"]
    assert spelled_longer(store, "qinghekeji") == []


def test_other_characters_of_one_sound(store: Store) -> None:
    assert same_sound(store, "王武") == ["王五"]
    assert same_sound(store, "王五") == []


@given(st.text())
@example("℠")  # a capital only once it is taken apart
def test_any_text_can_be_typed(text: str) -> None:
    assert all(plain(one) == one for one in spelled(name_key(text)))
