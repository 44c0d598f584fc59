"""Dates in ISO, and Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import iso, number


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("九十九", 99),
        ("二〇二一", 2021),
        ("07", 7),
    ],
)
def test_numbers(word: str, value: int) -> None:
    assert number(word) == value


@pytest.mark.parametrize("word", ["", "百", "十十", "青", "三百"])
def test_what_is_no_number(word: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        number(word)


@given(st.integers(0, 9999))
def test_digits_are_themselves(value: int) -> None:
    assert number(str(value)) == value


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((2024, 4, 13), "2024-04-13"),
        ((2024, 4), "2024-04"),
        ((987,), "0987"),
        ((2023, 2, 29), None),
        ((2024, 13), None),
    ],
)
def test_iso(parts: tuple[int, ...], expected: str | None) -> None:
    assert iso(*parts) == expected
