"""Short forms of names: 维斯特, 周总, 卫副院长 and 青禾 are somebody whose full name stands elsewhere."""

import re
from collections import Counter
from collections.abc import Sequence

from kg.extract.found import Name

PEOPLE = ("person",)
BODIES = ("company", "organisation", "government", "media")
FULL = 4  # characters of a Chinese name at most: 欧阳青山
# 周总, 郁主任, 卫副院长: a surname and what its bearer is
_HONORIFIC = re.compile(
    "^.(?:总|董|工|先生|女士|小姐|院士|博士|老师|法官|律师|医生|大夫|警官|记者|导演|教练|总监|经理"
    "|副?(?:总?经理|院长|主任|校长|会长|局长|厅长|处长|科长|部长|市长|县长|省长|区长|镇长|村长|所长|馆长"
    "|社长|站长|台长|行长|教授|书记|秘书长|董事长|总裁|主席|主编))$"
)
SHORTEST = 2  # characters of a body's short form: 青禾
# what a firm may leave off: 青禾集团, 青禾控股, 青禾科技股份有限公司; but 青禾汽车 may be another firm
_FORM = re.compile("(?:科技)?(?:控股)?(?:集团)?(?:股份)?(?:(?:有限(?:责任)?)?公司)?")
_COMPANY = "公司"
# what an authority may leave off: 国家外汇局, and any country or town of so many characters if it came first
_STATE = ("国家", "中国", "国务院")
PLACE = 4
# … except where those of one's own country, or just any, are called so: 外交部 behind 日本外交部 is China's
_OWN = frozenset(("外交部", "国防部", "商务部", "财政部", "教育部", "央行", "国务院", "政府", "法院", "警方"))


def full_names(names: Sequence[Name]) -> dict[str, int]:
    """For each short form the index of the full name: 库克 -> 蒂姆·库克, 证监会 -> 中国证监会."""
    return _full_people(names) | _full_bodies(names)


def _full_people(names: Sequence[Name]) -> dict[str, int]:
    """The short forms of people; none where several full names fit."""
    people: dict[str, int] = {}
    for index, name in enumerate(names):
        if name.type in PEOPLE:
            people.setdefault(name.text, index)
    full: dict[str, int] = {}
    for short in people:
        # the full name stands first: 金博尔·马斯克 behind 马斯克 is somebody else
        longer = [other for other in people if people[other] < people[short] and is_short_form(short, other)]
        if len({fold_break(other) for other in longer}) == 1:  # two 库克 in one article: leave it
            full[short] = people[longer[0]]
    return full


def _full_bodies(names: Sequence[Name]) -> dict[str, int]:
    """The short forms of firms and authorities; none where several full names fit."""
    firsts: dict[str, int] = {}
    for index, name in enumerate(names):
        if name.type in BODIES:
            firsts.setdefault(name.text, index)
    counts = Counter(name.text for name in names)
    full: dict[str, int] = {}
    for short in firsts:
        longer = [other for other in firsts if _is_longer(other, short, names, firsts)]
        best = max(longer, key=len, default="")
        # 青禾集团 and 青禾集团有限公司 are one, 青禾科技 and 青禾控股 are not
        if not best or not all(other == best or _is_longer(best, other, names, firsts) for other in longer):
            continue
        # 海川公司 once among many 海川 is how one calls it, not its name
        is_called = best == short + _COMPANY and counts[short] >= counts[best]
        full |= {best: firsts[short]} if is_called else {short: firsts[best]}
    return full


def _is_longer(other: str, short: str, names: Sequence[Name], firsts: dict[str, int]) -> bool:
    """Whether ``other`` is a full form of ``short``: with a firm's form behind, or its country before it."""
    if len(short) < SHORTEST or other == short:
        return False
    if other.startswith(short):
        return bool(_FORM.fullmatch(other[len(short) :]))
    head = other.removesuffix(short)
    if head == other or names[firsts[other]].type != "government":
        return False
    return head in _STATE or (len(head) <= PLACE and short not in _OWN and firsts[other] < firsts[short])


def bearer_of(phrase: str, names: Sequence[Name]) -> int | None:
    """The one person of the article whom 卫副院长 can mean; None if nobody, or several of that surname."""
    if not _HONORIFIC.match(phrase):
        return None
    people = {
        name.text: index
        for index, name in reversed(list(enumerate(names)))
        if name.type in PEOPLE and is_short_form(phrase, name.text)
    }
    return next(iter(people.values())) if len(people) == 1 else None


def is_short_form(short: str, other: str) -> bool:
    """Whether ``short`` is how ``other`` is called after the first time."""
    if short == other:
        return False
    parts = re.split(r"[·•・\s]+", other)
    if len(parts) > 1 and short in (parts[-1], parts[0]):
        return True
    surname = other.startswith(short[0]) and not short.startswith(other)
    alone = len(short) == 1 and not short.isascii() and len(other) <= FULL  # 周 -> 周见山
    return (alone or bool(_HONORIFIC.match(short))) and surname and not _HONORIFIC.match(other)


def fold_break(name: str) -> str:
    """A name with its line break as a blank."""
    return re.sub(r"\s+", " ", name)
