"""The date of a tie."""

import pytest

from kg.extract.ties.date import date
from tests.extract.ties.marked import marked


def day(words: str, type_: str, *, ahead: bool = False) -> str | None:
    return date(*marked(words), type_, published="2024-04-13", ahead=ahead)


@pytest.mark.parametrize(
    ("words", "type_", "value"),
    [
        ("2019年3月，<青禾科技>收购[星图汽车]。", "acquires", "2019-03"),
        ("去年11月，<青禾科技>以两亿元收购了[星图汽车]。", "acquires", "2023-11"),
        ("<林晓岚>自2019年起担任[青禾科技]首席执行官。", "role_of", "2019"),
        ("2021年，[青禾科技]任命<林晓岚>为首席执行官。", "role_of", "2021"),
        ("<林晓岚>于2015年创立[青禾科技]。", "founder", "2015"),
        ("[青禾科技]成立于2015年，由<林晓岚>创办。", "founder", "2015"),
        ("4月2日，<青禾科技>与[星图汽车]签署合作协议。", "cooperates_with", "2024-04-02"),
        ("<青禾科技>在2022年入股[星图汽车]。", "invests_in", "2022"),
    ],
)
def test_the_date_beside_the_act(words: str, type_: str, value: str) -> None:
    assert day(words, type_) == value


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("4月2日，[青禾科技]首席执行官<林晓岚>来了。", "role_of"),
        ("4月2日，[青禾科技]创始人<林晓岚>来了。", "founder"),
        ("2021年，[青禾科技]的<林晓岚>加入星图汽车。", "role_of"),
        ("<林晓岚>表示，[青禾科技]收购了别家。", "role_of"),
        ("2023年，<星图汽车>是[青禾科技]的子公司。", "subsidiary_of"),
        ("2019年，<林晓岚>毕业。后来创立[青禾科技]。", "founder"),
    ],
)
def test_no_act_no_date(words: str, type_: str) -> None:
    assert day(words, type_) is None


def test_the_day_of_the_words_is_not_the_day_of_the_act() -> None:
    assert day("4月2日，周见山表示，<青禾科技>收购了[星图汽车]。", "acquires") is None


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("<林晓岚>的[青禾科技]2019年收购星图汽车。", "founder"),
        ("<林晓岚>2021年加入星图汽车创办的[青禾科技]。", "founder"),
        ("担任[青禾科技]董事长的<林晓岚>2020年接受采访。", "role_of"),
    ],
)
def test_the_date_of_something_else(words: str, type_: str) -> None:
    assert day(words, type_) is None


def test_a_stretch_begins_at_its_first_year() -> None:
    assert day("<林晓岚>2012年至2015年任[青禾科技]董事长。", "role_of") == "2012"


def test_the_nearest_date_wins() -> None:
    words = "2018年，他离开学校，2020年<青禾科技>收购[星图汽车]。"
    assert day(words, "acquires") == "2020"


def test_a_plan() -> None:
    assert day("<青禾科技>将于11月收购[星图汽车]。", "acquires", ahead=True) == "2024-11"
