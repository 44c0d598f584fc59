import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers.dates import iso_date


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2024-04-13", "2024-04-13"),
        ("2024/4/13", "2024-04-13"),
        ("2024.04.13", "2024-04-13"),
        ("2024年4月13日 21:05", "2024-04-13"),
        ("２０２４年４月１３日", "2024-04-13"),
        ("二〇二四年四月十三日", "2024-04-13"),
        ("二零二四年十二月二十日", "2024-12-20"),
        ("20240413", "2024-04-13"),
        ("20240413210500", "2024-04-13"),
        ("2024-04-13T21:05:00+08:00", "2024-04-13"),
        ("2024-04-13 21:05:00", "2024-04-13"),
        ("发布时间：2024-04-13 星期六", "2024-04-13"),
        ("Sat, 13 Apr 2024 21:05:00 +0800", "2024-04-13"),
        ("April 13, 2024", "2024-04-13"),
        ("13th April 2024", "2024-04-13"),
        ("2024年4月", "2024-04"),
        ("2024-04", "2024-04"),
        ("2024年十月", "2024-10"),
        ("Apr. 2024", "2024-04"),
        ("2024", "2024"),
        ("2024年", "2024"),
    ],
)
def test_each_notation_keeps_its_precision(stated, iso):
    assert iso_date(stated) == iso


@pytest.mark.parametrize(
    "stated",
    ["", "昨天", "4月13日", "2024-13-01", "2024-02-30", "04/05/2024", "24-04-13", "2024-4万", "13800138000"],
)
def test_what_states_no_certain_date_gives_none(stated):
    assert iso_date(stated) is None


@given(st.dates())
def test_iso_and_chinese_notation_round_trip(day):
    if 1800 <= day.year < 2200:
        assert iso_date(day.isoformat()) == day.isoformat()
        assert iso_date(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()


@given(st.text(st.sampled_from("0123456789年月日-/. 〇二四十aprT:")))
def test_whatever_is_stated_the_result_is_iso_or_none(stated):
    iso = iso_date(stated)
    assert iso is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", iso)
