import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.match.sounds import ALIKE, UNLIKE, are_turned, likeness, may_be_initial, same_part, surety
from kg.names.people import person

WORDS = st.text(alphabet="奥特曼阿尔史密斯加马菲altmnsih", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("left", "right"), [("奥特曼", "阿尔特曼"), ("奥特曼", "altman"), ("加马菲", "kamafi")]
)
def test_two_spellings_of_one_word_are_alike(left: str, right: str) -> None:
    assert likeness(left, right) >= ALIKE


@pytest.mark.parametrize(("left", "right"), [("兰贝福", "莱恩伯法"), ("奥特曼", "维斯特")])
def test_consonants_alone_make_no_two_chinese_spellings_alike(left: str, right: str) -> None:
    assert likeness(left, right) < ALIKE


def test_words_without_a_common_sound_are_unlike() -> None:
    assert likeness("奥特曼", "维斯特") <= UNLIKE


@given(WORDS, WORDS)
def test_likeness_may_change_sides_and_is_one_for_one_word(left: str, right: str) -> None:
    assert likeness(left, right) == likeness(right, left)
    assert likeness(left, left) == 1.0


def test_the_fewer_the_sounds_the_less_they_say() -> None:
    assert surety("库克", "克库") < surety("史密斯", "斯密史") < surety("施特劳斯克", "施特罗斯克")


def test_one_word_in_both_scripts_is_one_part() -> None:
    assert same_part("奥特曼", "altman")
    assert not same_part("奥特曼", "阿尔特曼")


def test_an_initial_stands_for_a_first_name() -> None:
    assert may_be_initial("s", "萨姆")
    assert may_be_initial("r", "罗丹")
    assert not may_be_initial("k", "萨姆")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Lin Xiaolan", "Xiaolan Lin", True),
        ("Paul Martin", "Martin Paul", False),
        ("Lin Bo", "Lin Bo", False),
    ],
)
def test_a_name_in_pinyin_may_be_turned(left: str, right: str, expected: bool) -> None:
    assert are_turned(person(left), person(right)) is expected
