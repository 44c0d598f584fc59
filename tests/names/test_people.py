import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.people import person


@pytest.mark.parametrize(
    ("name", "bare", "titles", "firm"),
    [
        ("张鹏CEO", "张鹏", ("ceo",), ""),
        ("CEO张鹏", "张鹏", ("ceo",), ""),
        ("周总", "周", ("总",), ""),
        ("林海川主任医师", "林海川", ("主任医师",), ""),
        ("林海川副市长", "林海川", ("副市长",), ""),
        ("美国总统特朗普", "特朗普", ("总统",), "美国"),
        ("清华大学教授唐杰", "唐杰", ("教授",), "清华大学"),
        ("何先生", "何", ("先生",), ""),
        ("小李", "李", ("小",), ""),
        ("总统", "总统", (), ""),
        ("馬斯克", "马斯克", (), ""),
    ],
)
def test_titles_come_off(name: str, bare: str, titles: tuple[str, ...], firm: str) -> None:
    found = person(name)
    assert (found.name, found.titles, found.firm) == (bare, titles, firm)


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [("周鸿祎", "周", "鸿祎"), ("马云", "马", "云"), ("欧阳明高", "欧阳", "明高"), ("特朗普", "", "")],
)
def test_a_chinese_name_has_a_surname(name: str, surname: str, given: str) -> None:
    assert (person(name).surname, person(name).given) == (surname, given)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("埃隆·马斯克", ("埃隆", "马斯克")),
        ("J.K.罗琳", ("j", "k", "罗琳")),
        ("Sam Altman", ("sam", "altman")),
        ("Fei-Fei Li", ("fei", "fei", "li")),
    ],
)
def test_a_foreign_name_has_parts(name: str, parts: tuple[str, ...]) -> None:
    assert person(name).parts == parts


@pytest.mark.parametrize(("name", "is_chinese"), [("马云", True), ("马斯克", False), ("埃隆·马斯克", False)])
def test_a_name_spelled_out_is_not_chinese(name: str, is_chinese: bool) -> None:
    assert person(name).is_chinese is is_chinese


@given(st.text(alphabet="张鹏周总统美国特朗普CEO·. 教授先生小老某", min_size=1, max_size=10))
def test_a_name_is_never_empty(name: str) -> None:
    assert person(name).name or not person(name).key.strip("·. ")
