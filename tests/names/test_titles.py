import pytest

from kg.names.titles import clashing, fields, fields_of


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("主任医师", {"medicine"}),
        ("博士生导师", {"academia"}),
        ("博士生", {"student"}),
        ("专栏作家", {"media"}),
        ("足球教练", {"sport"}),
        ("首席经济学家", {"business", "academia"}),
        ("主席", set()),
        ("CEO", {"business"}),
    ],
)
def test_the_fields_of_a_title(title: str, found: set[str]) -> None:
    assert fields(title) == found


def test_a_lawyer_hardly_trains_a_team() -> None:
    assert clashing(fields("律师"), fields("足球教练")) == ("law", "sport")


@pytest.mark.parametrize(("one", "other"), [("教授", "创始人"), ("教授", "教授"), ("主席", "教练")])
def test_what_one_person_may_be(one: str, other: str) -> None:
    assert clashing(fields(one), fields(other)) is None


def test_one_field_that_goes_together_is_enough() -> None:
    assert clashing(fields_of(["律师", "教授"]), fields_of(["创始人"])) is None
