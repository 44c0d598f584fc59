"""Who is meant by a surname with a title."""

import pytest

from kg.extract.found import Name
from kg.extract.full_names import bearer_of, full_names
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
