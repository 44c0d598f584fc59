"""Short forms of people's names: 维斯特, 周总 and 卫副院长 are somebody whose full name stands elsewhere."""

import re
from collections.abc import Sequence

from kg.extract.found import Name

PEOPLE = ("person",)
FULL = 4  # characters of a Chinese name at most: 欧阳青山
# 周总, 郁主任, 卫副院长: a surname and what its bearer is
_HONORIFIC = re.compile(
    "^.(?:总|董|工|先生|女士|小姐|院士|博士|老师|法官|律师|医生|大夫|警官|记者|导演|教练|总监|经理"
    "|副?(?:总?经理|院长|主任|校长|会长|局长|厅长|处长|科长|部长|市长|县长|省长|区长|镇长|村长|所长|馆长"
    "|社长|站长|台长|行长|教授|书记|秘书长|董事长|总裁|主席|主编))$"
)


def full_names(names: Sequence[Name]) -> dict[str, int]:
    """For each short form of a person the index of the full name: 库克 -> 蒂姆·库克, 张总 -> 张鹏."""
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
