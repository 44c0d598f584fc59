"""What 他, 该公司 and 该负责人 stand for, in our own small articles."""

import pytest

from kg.extract.antecedents import pronoun_kind
from tests.extract.test_speakers import speakers


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("他", "person"),
        ("该公司", "company"),
        ("这位厂长", "role"),
        ("上述平台", "company"),
        ("一位厂长", None),
    ],
)
def test_pronoun_kinds(phrase: str, kind: str | None) -> None:
    assert pronoun_kind(phrase) == kind


def test_he_is_a_person_under_the_full_name() -> None:
    text = "卡尔·维斯特到了会场。维斯特很忙。他说，工厂要搬。"
    names = {"卡尔·维斯特": "person", "维斯特": "person"}
    assert speakers(text, names, [("他", "说", "工厂要搬")]) == [("卡尔·维斯特", "context")]


def test_he_is_whom_the_model_is_sure_of_not_who_was_described() -> None:
    text = "林晓岚走了。一位司机说，路很远。他说，工厂要搬。"
    said = [("一位司机", "说", "路很远"), ("他", "说", "工厂要搬")]
    assert speakers(text, {"林晓岚": "person"}, said)[1] == ("一位司机", "context")
    assert speakers(text, {"林晓岚": "person"}, said, source="林晓岚")[1] == ("林晓岚", "model")


@pytest.mark.parametrize("source", ["税务部门", "催告书", "一家媒体", "有人", "当地酒店"])
def test_what_is_no_person_is_no_he(source: str) -> None:
    text = f"林晓岚到了会场。{source}说，路很远。他说，工厂要搬。"
    said = [(source, "说", "路很远"), ("他", "说", "工厂要搬")]
    assert speakers(text, {"林晓岚": "person"}, said)[1] == ("林晓岚", "context")


def test_he_before_any_name_is_whom_the_model_is_sure_of() -> None:
    text = "他说，工厂要搬。林晓岚是厂长。"
    said = [("他", "说", "工厂要搬")]
    assert speakers(text, {"林晓岚": "person"}, said) == [("他", "written")]
    assert speakers(text, {"林晓岚": "person"}, said, source="林晓岚") == [("林晓岚", "model")]


def test_a_role_goes_on_with_who_has_it() -> None:
    text = "青禾科技一位负责人说，路很远。一位网友说，太吵。该负责人称，工厂要搬。"
    said = [
        ("青禾科技一位负责人", "说", "路很远"),
        ("一位网友", "说", "太吵"),
        ("该负责人", "称", "工厂要搬"),
    ]
    assert speakers(text, {"青禾科技": "company"}, said)[2] == ("青禾科技一位负责人", "context")


def test_a_role_is_nobody_who_was_described_otherwise() -> None:
    text = "一位网友说，太吵。该负责人称，工厂要搬。"
    said = [("一位网友", "说", "太吵"), ("该负责人", "称", "工厂要搬")]
    assert speakers(text, {}, said)[1] == ("该负责人", "written")


def test_that_man_may_have_been_described_in_any_words() -> None:
    text = "一位司机说，太吵。该男子称，工厂要搬。"
    said = [("一位司机", "说", "太吵"), ("该男子", "称", "工厂要搬")]
    assert speakers(text, {}, said)[1] == ("一位司机", "context")


def test_the_company_is_the_firm_under_its_full_name() -> None:
    text = "青禾科技集团开了会。青禾科技很忙。该公司称，工厂要搬。"
    names = {"青禾科技集团": "company", "青禾科技": "company"}
    assert speakers(text, names, [("该公司", "称", "工厂要搬")]) == [("青禾科技集团", "context")]
