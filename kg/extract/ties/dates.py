"""Dates as news write them, in ISO as precisely as the text allows: 2019年3月 is 2019-03.

What counts from the day of the paper (去年11月, 昨日, 周三) needs that day and stays as written without it.
A month or day without its year is the last such one, or the next where the text looks ahead.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from kg.dates import DIGITS, iso, number
from kg.records import TextSpan

_SMALL = rf"(?:\d{{1,2}}|[一二三]?十[一二三四五六七八九]?|[{DIGITS}])"
_NOT_LATER = rf"(?<![\d{DIGITS}.\-~—至到前年])"  # 1-3月 and 前3月 are stretches, 同年3月 is another year's
_DAY = rf"\s?(?P<day>{_SMALL})\s?[日号]"
_MONTH = rf"(?P<month>{_SMALL})\s?月(?!亮|球|薪|饼)份?"
_MONTH_DAY = rf"(?:{_MONTH}(?:{_DAY})?)"

_YEARS = {"大前": -3, "前": -2, "去": -1, "今": 0, "本": 0, "明": 1, "后": 2}
_MONTHS = {"上上个": -2, "上个": -1, "上": -1, "这个": 0, "本": 0, "当": 0, "下个": 1, "下": 1}
_DAYS = {"前天": -2, "前日": -2, "昨": -1, "今": 0, "明": 1, "后天": 2}
_WEEKS = {"上": -1, "本": 0, "这": 0, "下": 1}
_WEEKDAYS = "一二三四五六日"


class Day(Struct, frozen=True):
    """The day of the paper as precisely as it is known, and whether the text looks ahead of it."""

    year: int
    month: int | None = None
    day: int | None = None
    ahead: bool = False

    @classmethod
    def of(cls, published: str, *, ahead: bool = False) -> "Day":
        """The day of an ISO date of any precision; times after it are left out."""
        year, month, day = (*map(int, published[:10].split("-")), None, None)[:3]
        return cls(year or 0, month, day, ahead)


class Dated(Struct, frozen=True):
    """A date in the text; ``value`` is ISO, or the words where they do not say which day it was."""

    span: TextSpan
    value: str


def dates(text: str, span: TextSpan, *, published: str | None = None, ahead: bool = False) -> Iterator[Dated]:
    """The dates of a span in reading order, apart from each other."""
    base = Day.of(published, ahead=ahead) if published else None
    found = [
        (match.start(), -match.end(), match, read)
        for pattern, read in FORMS
        for match in pattern.finditer(text, span.start, span.end)
    ]
    last = span.start
    for start, _, match, read in sorted(found, key=lambda item: item[:2]):
        if start >= last:
            last = match.end()
            yield Dated(TextSpan(start, last), read(match, base) or match.group())


def _parts(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Month and day of a match, each None where it has none."""
    month, day = match["month"], match["day"]
    return number(month) if month else None, number(day) if day else None


def _full(match: re.Match[str], _: Day | None) -> str | None:
    """2019年3月5日, 二〇二一年."""
    return iso(number(match["year"]), *_parts(match))


def _written(match: re.Match[str], _: Day | None) -> str | None:
    """2019-03-05, 2019/3/5."""
    return iso(*(int(part) for part in re.split(r"\D", match.group())))


def _of_year(match: re.Match[str], base: Day | None) -> str | None:
    """去年, 今年3月5日."""
    return iso(base.year + _YEARS[match["word"]], *_parts(match)) if base else None


def _of_month(match: re.Match[str], base: Day | None) -> str | None:
    """上月, 本月5日."""
    if base is None or base.month is None:
        return None
    months = base.year * 12 + base.month - 1 + _MONTHS[match["word"]]
    return iso(months // 12, months % 12 + 1, number(match["day"]) if match["day"] else None)


def _month_day(match: re.Match[str], base: Day | None) -> str | None:
    """3月5日, 11月: the last one before the paper, or the next one after it."""
    month, day = _parts(match)
    if base is None or base.month is None or month is None:
        return None
    here, there = (base.month, base.day or 31), (month, day or 1)
    if base.ahead:
        return iso(base.year + (there < (base.month, base.day or 1) and month != base.month), month, day)
    return iso(base.year - (there > here), month, day)


def _day_alone(match: re.Match[str], base: Day | None) -> str | None:
    """4日: of the paper's month, else of the month before."""
    if base is None or base.month is None or base.day is None:
        return None
    day = number(match["day"])
    months = base.year * 12 + base.month - 1 - (day > base.day and not base.ahead)
    return iso(months // 12, months % 12 + 1, day)


def _ago(match: re.Match[str], base: Day | None) -> str | None:
    """三年前."""
    return iso(base.year - number(match["count"])) if base else None


def _near(match: re.Match[str], base: Day | None) -> str | None:
    """昨日, 前天."""
    return _shifted(base, lambda _: _DAYS[match["word"]])


def _weekday(match: re.Match[str], base: Day | None) -> str | None:
    """周三, 上周三: without a word the last one before the paper."""
    wanted = _WEEKDAYS.index(match["weekday"].replace("天", "日"))
    week = match["word"]

    def shift(today: int) -> int:
        if week:
            return wanted - today + 7 * _WEEKS[week]
        return wanted - today - 7 * (wanted > today)

    return _shifted(base, shift)


def _shifted(base: Day | None, shift: Callable[[int], int]) -> str | None:
    """The paper's day moved by days; ``shift`` is given its weekday, Monday as 0."""
    if base is None or base.month is None or base.day is None:
        return None
    day = date(base.year, base.month, base.day)
    return (day + timedelta(days=shift(day.weekday()))).isoformat()


def _as_it_stands(match: re.Match[str], base: Day | None) -> str | None:
    """同年11月: only the text before it says which year."""
    return None


Reader = Callable[[re.Match[str], Day | None], str | None]
FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d|[一二][{DIGITS}]{{3}})\s?年(?!代)\s?{_MONTH_DAY}?"), _full),
    (re.compile(r"(?<!\d)(?:19|20)\d\d(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}(?!\d)"), _written),
    (re.compile(rf"(?P<word>大前|(?<!大)前|[去今本明])年{_MONTH_DAY}?"), _of_year),
    (re.compile(rf"(?P<word>上上个|(?<!上)上个|(?<!以)上|这个|本|下个|(?<!以)下)月(?:{_DAY})?"), _of_month),
    (re.compile(rf"{_NOT_LATER}{_MONTH_DAY}"), _month_day),
    (re.compile(rf"(?<![\d{DIGITS}.\-~至到月])(?P<day>\d{{1,2}})日(?!元|圆|均|常|内|间|本|线)"), _day_alone),
    (re.compile(rf"(?P<count>{_SMALL})\s?年多?(?:以|之)?前(?!夕)"), _ago),
    (re.compile("(?P<word>前天|前日(?!本)|昨|今|明|后天)(?:(?<=[昨今明])[天日早晚晨])?(?<![昨今明])"), _near),
    (re.compile("(?P<word>上|本|这|下)?(?:周|星期)(?P<weekday>[一二三四五六日天])(?![年个分期])"), _weekday),
    (re.compile(rf"[同当次翌]年{_MONTH_DAY}?"), _as_it_stands),
)
