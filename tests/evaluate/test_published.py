"""The table of published figures."""

import msgspec
import pytest
import yaml

from kg.evaluate.published import TABLE, Published, published
from kg.evaluate.suite import TITLES

ROWS = msgspec.convert(yaml.safe_load(TABLE.read_text(encoding="utf-8")), list[Published])


def test_every_set_of_the_suite_has_a_published_figure() -> None:
    assert {row.set for row in ROWS} == set(TITLES)
    assert all(published(name) for name in TITLES)
    assert published("another") == ()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.set} {row.system}")
def test_a_figure_says_what_it_is_of(row: Published) -> None:
    assert 0 < row.value < 1
    assert row.part in ("dev", "test")
    assert row.measure in ("micro F1", "macro F1")
    assert row.source


def test_a_misspelt_field_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="checked"):
        msgspec.convert([{"set": "uner", "checked": True}], list[Published])
