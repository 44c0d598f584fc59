import pytest

from kg.match.readings import Form, are_near, form_blocks, may_be_one


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("奥特曼", "阿尔特曼"),
        ("张鹏CEO", "张鹏"),
        ("青禾", "青禾科技有限公司"),
        ("GPT-4", "GPT4"),
        ("林晓岚", "Lin Xiaolan"),
    ],
)
def test_what_may_be_one_as_something_may_be_one(left: str, right: str) -> None:
    assert may_be_one(left, right)
    assert may_be_one(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [("马云", "雷军"), ("青禾科技", "星图科技"), ("GPT-4", "GPT-3.5"), ("天科公司", "天聚公司")],
)
def test_what_differs_as_anything_is_not_near(left: str, right: str) -> None:
    assert not may_be_one(left, right)


WHOLE, CALLED, OWN = Form("肖恩·维斯特", "肖恩维斯特"), Form("维斯特", "肖恩维斯特"), Form("维斯特", "维斯特")


def test_what_somebody_is_called_leads_to_the_name_written_so() -> None:
    assert form_blocks(CALLED) < form_blocks(OWN)
    assert are_near(CALLED, OWN)


def test_two_who_are_called_alike_are_not_near_for_that() -> None:
    assert not are_near(CALLED, Form("维斯特", "达娜维斯特"))


def test_what_somebody_is_called_leads_to_no_name_like_it() -> None:
    assert may_be_one("维斯特", "维斯特尔")
    assert not are_near(CALLED, Form("维斯特尔", "维斯特尔"))


def test_a_surname_that_somebody_is_called_by_leads_nowhere() -> None:
    assert form_blocks(Form("林总", "林晓岚")) == frozenset()
