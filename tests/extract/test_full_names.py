"""Whose short forms are a surname with a title, a firm without its form, an authority without its country."""

import pytest

from kg.extract.found import Name
from kg.extract.full_names import bearer_of, full_names, is_short_form
from kg.records import TextSpan


def people(*names: str) -> list[Name]:
    return [Name(TextSpan(10 * i, 10 * i + len(name)), name, "person", 0.9) for i, name in enumerate(names)]


@pytest.mark.parametrize("phrase", ["林总", "林副院长", "林教授", "林主任", "林先生"])
def test_surname_and_title(phrase: str) -> None:
    assert bearer_of(phrase, people("周见山", "林晓岚")) == 1


def test_two_of_one_surname_are_nobody_in_particular() -> None:
    assert bearer_of("林总", people("林晓岚", "林见山")) is None


def test_a_description_is_nobody() -> None:
    assert bearer_of("林业专家", people("林晓岚")) is None


def test_a_surname_alone_is_the_one_bearer() -> None:
    assert full_names(people("林晓岚", "周见山", "林")) == {"林": 0}


@pytest.mark.parametrize(
    ("short", "other", "expected"),
    [
        ("维斯特", "卡尔·维斯特", True),
        ("周总", "周见山", True),
        ("周女士", "周见山", True),
        ("周见", "周见山", False),
        ("林总", "周见山", False),
        ("周总", "周总", False),
    ],
)
def test_short_forms(short: str, other: str, expected: bool) -> None:
    assert is_short_form(short, other) is expected


def bodies(*names: str, type_: str = "company") -> list[Name]:
    return [Name(TextSpan(10 * i, 10 * i + len(name)), name, type_, 0.9) for i, name in enumerate(names)]


@pytest.mark.parametrize(
    "full",
    ["青禾集团", "青禾控股", "青禾股份有限公司", "青禾科技集团有限公司", "青禾有限责任公司", "青禾科技"],
)
def test_a_firm_without_its_form(full: str) -> None:
    assert full_names(bodies("青禾", full)) == {"青禾": 1}
    assert full_names(bodies(full, "青禾")) == {"青禾": 0}


@pytest.mark.parametrize("other", ["青禾汽车", "青禾云", "青禾研究院", "上海青禾", "新青禾集团"])
def test_a_firm_of_one_brand_may_be_another(other: str) -> None:
    assert full_names(bodies("青禾", other)) == {}


def test_forms_of_one_firm_are_one() -> None:
    assert full_names(bodies("青禾", "青禾集团", "青禾集团有限公司")) == {"青禾": 2, "青禾集团": 2}


def test_of_two_firms_of_one_brand_neither_is_meant() -> None:
    assert full_names(bodies("青禾", "青禾科技", "青禾控股")) == {}


def test_the_word_company_is_part_of_a_name_where_it_mostly_stands() -> None:
    assert full_names(bodies("青禾公司", "青禾", "青禾公司")) == {"青禾": 0}
    assert full_names(bodies("青禾公司", "青禾", "青禾")) == {"青禾公司": 1}


def test_an_authority_without_its_country() -> None:
    found = bodies("证监会", "中国证监会", "海川市统计局", "统计局", type_="government")
    assert full_names(found) == {"证监会": 1, "统计局": 2}


@pytest.mark.parametrize("short", ["外交部", "法院", "警方"])
def test_an_authority_of_ones_own_country_or_town_is_not_the_one_before(short: str) -> None:
    assert full_names(bodies(f"星河国{short}", short, type_="government")) == {}


def test_an_authority_named_only_later_is_another() -> None:
    assert full_names(bodies("统计局", "海川市统计局", type_="government")) == {}
