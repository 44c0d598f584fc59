"""Dates as sources write them, to ISO with the precision they state."""

import re

from kg.dates import DIGITS, iso, number
from kg.text import fold

_YEAR = r"(?<!\d)((?:18|19|20|21)\d\d)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"({'|'.join(_MONTHS)})[a-z]*\.?"

_LONGEST = 80  # characters: a date with weekday, time and zone has 40; no search in a whole article

_DAY = re.compile(rf"{_YEAR}\s*[-/.年]\s*(\d\d?)\s*[-/.月]\s*(\d\d?)(?!\d)")  # 2024-04-13, 2024年4月13日
_COMPACT = re.compile(rf"{_YEAR}(\d\d)(\d\d)(?:t?\d{{6}}z?|t?\d{{4}})?(?!\d)")  # 20240413, 20240413210500
_DAY_NAME_YEAR = re.compile(rf"(?<!\d)(\d\d?)(?:st|nd|rd|th)?\s+{_NAME},?\s+{_YEAR}(?!\d)")  # 13 April 2024
_NAME_DAY_YEAR = re.compile(rf"\b{_NAME}\s+(\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)")  # Apr. 13, 2024
_NAME_YEAR = re.compile(rf"\b{_NAME},?\s+{_YEAR}(?!\d)")  # April 2024
_MONTH = re.compile(rf"{_YEAR}\s*(?:[-/.]\s*(\d\d?)(?![\d%万亿])|年\s*(\d\d?)\s*月)")  # 2024-04, 2024年4月
_ONLY_YEAR = re.compile(rf"{_YEAR}\s*年?")
# 二〇二四年四月十三日
_CHINESE = re.compile(
    rf"[{DIGITS}]{{4}}(?=年)|[一二三]?十[一二三四五六七八九]?(?=[月日号])|[{DIGITS}](?=[月日号])"
)


def iso_date(stated: str) -> str | None:
    """The date as 2024-04-13, 2024-04 or 2024, as precise as stated; None for no date or one that cannot be.

    Nothing is guessed: 4月13日 has no year, 04/05/2024 has two readings, 昨天 depends on the day of reading.
    """
    text = _CHINESE.sub(lambda match: str(number(match[0])), fold(stated.strip()[:_LONGEST]))
    parts = _parts(text)
    return iso(*parts) if parts else None


def _parts(text: str) -> tuple[int, ...] | None:
    """Year, month and day as far as stated, of the first notation that fits."""
    if match := _DAY.search(text) or _COMPACT.search(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DAY_NAME_YEAR.search(text):
        return int(match[3]), _month(match[2]), int(match[1])
    if match := _NAME_DAY_YEAR.search(text):
        return int(match[3]), _month(match[1]), int(match[2])
    if match := _NAME_YEAR.search(text):
        return int(match[2]), _month(match[1])
    if match := _MONTH.search(text):
        return int(match[1]), int(match[2] or match[3])
    match = _ONLY_YEAR.fullmatch(text)
    return (int(match[1]),) if match else None


def _month(name: str) -> int:
    return _MONTHS.index(name) + 1
