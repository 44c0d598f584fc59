import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.latin import letters, sound, spellings, syllables


@pytest.mark.parametrize(
    "words",
    [
        ("奥特曼", "阿尔特曼", "Altman"),
        ("川普", "特朗普", "Trump"),
        ("扎克伯格", "Zuckerberg"),
        ("库克", "Cook"),
        ("马斯克", "Musk"),
        ("特鲁多", "杜鲁道", "Trudeau"),
        ("里根", "雷根", "Reagan"),
        ("贝佐斯", "Bezos"),
        ("山姆", "萨姆", "Sam"),
    ],
)
def test_spellings_of_one_foreign_name_sound_alike(words: tuple[str, ...]) -> None:
    assert len({sound(word) for word in words}) == 1


def test_other_names_sound_otherwise() -> None:
    assert len({sound(word) for word in ("特朗普", "拜登", "普京", "马斯克", "Altman", "Cook")}) == 6


def test_pinyin_in_both_orders() -> None:
    assert spellings("张", "一鸣") == {"zhangyiming", "yimingzhang"}


def test_a_surname_has_its_own_reading() -> None:
    assert "zengguofan" in spellings("曾", "国藩")


def test_letters_are_bare() -> None:
    assert letters("Li Fei-Fei") == "lifeifei"
    assert letters("Beyoncé") == "beyonce"


def test_only_chinese_characters_have_syllables() -> None:
    assert syllables("智谱AI") == ("zhi", "pu")


@given(st.text())
def test_every_text_has_a_sound(text: str) -> None:
    assert sound(text) == "" or sound(text).isupper()
