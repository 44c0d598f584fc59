"""Dates in ISO, and Chinese numerals as numbers: 三 is 3, 十一 is 11, 二〇二一 is 2021."""

import re
from datetime import date

DIGITS = "〇○零一二三四五六七八九两"
_VALUES = {"〇": 0, "○": 0, "零": 0, "两": 2} | {char: 1 + i for i, char in enumerate("一二三四五六七八九")}
_TENS = re.compile("([一二三四五六七八九])?十([一二三四五六七八九])?")


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The date as 2024-04-13, 2024-04 or 2024; None where the calendar has no such day (2月30日)."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    parts = [f"{year:04}"] + [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)


def number(word: str) -> int:
    """The number that digits, Chinese digits in a row, or tens up to 九十九 write; else a ValueError."""
    if word.isdecimal():
        return int(word)
    if tens := _TENS.fullmatch(word):
        return 10 * _VALUES[tens[1] or "一"] + (_VALUES[tens[2]] if tens[2] else 0)
    if not word or any(char not in _VALUES for char in word):
        raise ValueError(f"{word!r} is no number below a hundred, nor a row of digits")
    return int("".join(str(_VALUES[char]) for char in word))
