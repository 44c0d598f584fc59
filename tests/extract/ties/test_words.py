"""The words of the ties."""

import pytest

from kg.extract.ties.words import acts_of, said_by
from kg.schema import schema


@pytest.mark.parametrize("type_", sorted(schema().relations))
def test_every_type_of_the_schema_has_words(type_: str) -> None:
    assert acts_of(type_).pattern
    assert said_by(type_).pattern


def test_somebody_is_no_act() -> None:
    assert acts_of("invests_in").search("青禾科技投资星图汽车")
    assert not acts_of("invests_in").search("星图汽车的投资者")
    assert said_by("invests_in").search("持有星图汽车")
