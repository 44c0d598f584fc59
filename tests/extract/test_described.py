"""Whom 报道, 法官 and a description told more fully before mean, in our own small articles."""

import pytest

from tests.extract.test_speakers import speakers

MEDIA = {"海川日报": "media", "星河周刊": "media"}


def test_a_report_is_the_papers_that_spoke_last() -> None:
    text = "海川日报称，工厂要搬。报道称，路很远。"
    said = [("海川日报", "称", "工厂要搬"), ("报道", "称", "路很远")]
    assert speakers(text, MEDIA, said)[1] == ("海川日报", "context")


def test_a_report_is_nobodys_in_particular_after_another_paper() -> None:
    text = "海川日报称，工厂要搬。星河周刊也登了长文。报道称，路很远。"
    said = [("海川日报", "称", "工厂要搬"), ("报道", "称", "路很远")]
    assert speakers(text, MEDIA, said)[1] == ("报道", "written")


def test_a_report_far_from_the_paper_stays_a_report() -> None:
    text = f"海川日报称，工厂要搬。{'天很蓝。' * 120}报道称，路很远。"
    said = [("海川日报", "称", "工厂要搬"), ("报道", "称", "路很远")]
    assert speakers(text, MEDIA, said)[1] == ("报道", "written")


def test_an_office_is_whoever_holds_it() -> None:
    text = "法官说，明天宣判。法官林晓岚走进了法庭。"
    assert speakers(text, {"林晓岚": "person"}, [("法官", "说", "明天宣判")]) == [("林晓岚", "context")]


def test_an_office_that_two_hold_stays_an_office() -> None:
    text = "法官林晓岚和法官周见山到了。法官说，明天宣判。"
    names = {"林晓岚": "person", "周见山": "person"}
    assert speakers(text, names, [("法官", "说", "明天宣判")]) == [("法官", "written")]


def test_a_lawyer_may_be_another_one() -> None:
    text = "律师林晓岚到了。律师说，明天宣判。"
    assert speakers(text, {"林晓岚": "person"}, [("律师", "说", "明天宣判")]) == [("律师", "written")]


def test_a_description_goes_on_with_the_fuller_one() -> None:
    text = "青禾客服表示，路很远。客服还说，工厂要搬。"
    said = [("青禾客服", "表示", "路很远"), ("客服", "说", "工厂要搬")]
    assert speakers(text, {}, said)[1] == ("青禾客服", "context")


@pytest.mark.parametrize("anybody", ["知情人士", "网友", "法院", "数据"])
def test_whom_articles_cite_again_and_again_are_others_each_time(anybody: str) -> None:
    text = f"海川{anybody}表示，路很远。{anybody}还说，工厂要搬。"
    said = [(f"海川{anybody}", "表示", "路很远"), (anybody, "说", "工厂要搬")]
    assert speakers(text, {}, said)[1] == (anybody, "written")


def test_a_description_is_another_one_once_somebody_else_has_spoken() -> None:
    text = "青禾客服表示，路很远。林晓岚说，太吵。客服还说，工厂要搬。"
    said = [("青禾客服", "表示", "路很远"), ("林晓岚", "说", "太吵"), ("客服", "说", "工厂要搬")]
    assert speakers(text, {"林晓岚": "person"}, said)[2] == ("客服", "written")
