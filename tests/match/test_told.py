import pytest

from kg.match.told import told


def test_what_a_sentence_says_beside_a_name() -> None:
    found = told("南京市的青禾科技总经理王磊乘OpenCar到场。", "王磊")
    assert found.firms == {"青禾科技"}
    assert found.places == {"南京"}
    assert found.titles == {"总经理"}
    assert "opencar" in found.words


def test_a_name_says_nothing_of_itself() -> None:
    assert not told("青禾科技", "青禾科技").firms


@pytest.mark.parametrize(
    ("sentence", "cities", "countries"),
    [
        ("青禾在南京市。", {"南京"}, {"中国"}),
        ("青禾在海川市。", {"海川"}, {"中国"}),
        ("青禾在美国伦敦街。", {"伦敦"}, {"美国"}),
        ("中国青禾发言。", set(), {"中国"}),
        ("青禾在中国经营。", set(), set()),
    ],
)
def test_places(sentence: str, cities: set[str], countries: set[str]) -> None:
    found = told(sentence, "青禾")
    assert (set(found.places), set(found.countries)) == (cities, countries)


def test_the_year_before_a_name() -> None:
    assert told("2023年的工作报告很长。", "工作报告").year == "2023"
    assert told("工作报告谈到2023年。", "工作报告").year == ""
