"""Dates as news write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.ties.dates import dates
from kg.records import TextSpan

ISO = re.compile(r"\d{4}(-\d\d){0,2}")


def values(text: str, published: str | None = "2024-04-13", *, ahead: bool = False) -> list[str]:
    return [it.value for it in dates(text, TextSpan(0, len(text)), published=published, ahead=ahead)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019年3月5日", "2019-03-05"),
        ("2019年3月", "2019-03"),
        ("2019年第三季度", "2019"),
        ("2019 年 3 月", "2019-03"),
        ("二〇二一年五月", "2021-05"),
        ("2019-3-5", "2019-03-05"),
    ],
)
def test_a_date_that_needs_no_paper(text: str, value: str) -> None:
    assert values(text) == values(text, None) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("去年11月", "2023-11"),
        ("今年", "2024"),
        ("前年", "2022"),
        ("3月5日", "2024-03-05"),
        ("11月", "2023-11"),
        ("上月", "2024-03"),
        ("本月5日", "2024-04-05"),
        ("4日", "2024-04-04"),
        ("20日", "2024-03-20"),
        ("昨日", "2024-04-12"),
        ("周三", "2024-04-10"),
        ("上周三", "2024-04-03"),
        ("三年前", "2021"),
    ],
)
def test_a_date_that_counts_from_the_paper(text: str, value: str) -> None:
    assert values(text) == [value]
    assert values(text, None) == [text]


def test_a_plan_looks_ahead() -> None:
    assert values("11月", ahead=True) == ["2024-11"]
    assert values("20日", ahead=True) == ["2024-04-20"]


def test_a_paper_of_a_known_year_alone() -> None:
    assert values("去年", "2024") == ["2023"]
    assert values("3月5日", "2024") == ["3月5日"]


@pytest.mark.parametrize(
    "text", ["1-3月", "前3月", "90年代", "一周年", "3个月", "周期", "300日元", "以上月份"]
)
def test_what_is_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["2月30日", "同年11月"])
def test_what_no_calendar_tells_stays_as_written(text: str) -> None:
    assert values(text) == [text]


@given(
    st.text(alphabet="0123456789〇一二十年月日前去今明昨周上本下同-/ ，青", max_size=30),
    st.sampled_from([None, "2024", "2024-01", "2024-02-29"]),
    st.booleans(),
)
def test_dates_are_apart_and_iso_or_as_written(text: str, published: str | None, ahead: bool) -> None:
    last = 0
    for it in dates(text, TextSpan(0, max(1, len(text))), published=published, ahead=ahead):
        assert last <= it.span.start < it.span.end <= len(text)
        assert ISO.fullmatch(it.value) or it.value == it.span.of(text)
        last = it.span.end
