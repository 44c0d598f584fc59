"""A firm's or organisation's name taken apart: 深圳市 | 大疆 | 创新科技 | 有限公司.

No part is ever lost: what is no place, trade, body, unit or form is the core, and where nothing else is
left (北京大学, 中国银行) the place is the core.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg.names.endings import (
    BODIES,
    BUSINESSES,
    FORMS_LATIN,
    FORMS_ZH,
    ONE_BODY,
    SOFT_LATIN,
    UNITS,
    VOICES,
    trades,
)
from kg.names.key import name_key
from kg.names.places import ABROAD, place_of, take_places
from kg.names.words import words
from kg.text import fold

SHORTEST_CORE = 2  # 大疆: a brand of one character is none
LONGEST_ENDING = 12  # characters of a trade or body: 婚姻心理指导
HAN = re.compile(r"[\u2e80-\u9fff\U00020000-\U0003ffff]")
LATIN_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BRANCHED = re.compile(r"(?P<firm>.+?(?:有限公司|有限责任公司|集团公司|股份公司))(?P<branch>.+)")
# *ST众泰, XD贵州茅: what exchanges put before a share's short name
SHARE_HEAD = re.compile(r"^(?:s?\*?st|sst|x[dr]|dr|n)(?=[\u4e00-\u9fff]{2,4}$)")
_SHARE = re.compile(r"(?<=.)-(?:s|w|sw|b|r|p|u|swr|sb)$")  # 阿里巴巴-SW: how Hong Kong marks its shares
_LATIN_FORM = re.compile(
    r"(?<=[^\W\d_a-z])[,.]?(?:co\.?,?)?(?:ltd|inc|corp|llc|plc|limited)?\.?$"
)  # 三一重能Co.,Ltd.
_REGISTERED = ("有限公司", "责任公司", "股份公司", "有限合伙", "合伙企业")
WIDE = "国际"  # a place of bodies (国际足联), but a part of a bare name: 国际米兰
_CAMPUSES = frozenset(("大学", "学院", "中学", "小学"))
_REGIONS = frozenset(("华东", "华北", "华南", "华中", "东北", "西北", "西南"))
_BRANCHES = words(
    "分行 支行 分公司 支公司 子公司 分院 分校 分局 支队 营业部 附中 附小 附属中学 附属小学 校区"
)
# 第一医院, 中铁二局, 十三冶, 航天三院, 301医院: a number that tells bodies of one kind apart
_ORDINAL = re.compile(
    r"第[0-9一二三四五六七八九十百]+|(?<=.)[一二三四五六七八九十]+(?=[局院处建冶汽厂]$|医院$)|\d+(?=医院$|厂$|所$|院$)"
)


class Firm(NamedTuple):
    """The parts of an organisation's name, as keys; a part that is not there is empty."""

    key: str
    places: tuple[str, ...] = ()  # 北京, 海淀区: at the head or in brackets
    core: str = ""  # 智谱华章, 大疆
    trade: str = ""  # 科技: what it does, changes little
    body: str = ""  # 银行, 大学, 委员会: what kind of body it is
    unit: str = ""  # 云, 网盘, 研究院, 北京市分行: a part, or somebody else of that brand
    form: str = ""  # 集团有限公司
    number: str = ""  # 第一, 二
    words: tuple[str, ...] = ()  # of a Latin name, with what was taken off: taiwan, semiconductor, …

    @property
    def is_named_after_place(self) -> bool:
        """Whether the place is all the brand that there is: 上海农商行, 北京大学."""
        return bool(self.places) and self.core in self.places


@lru_cache(maxsize=1 << 14)
def take_apart(name: str) -> Firm:
    """The parts of a name in Chinese, Latin or both."""
    key = name_key(name)
    return _chinese(key) if HAN.search(key) else _latin(key, fold(name))


def _latin(key: str, name: str) -> Firm:
    spelled = LATIN_WORD.findall(name) or [key]
    rest = list(spelled)
    form = _take_words(rest, FORMS_LATIN)
    trade = (
        _take_words(rest, SOFT_LATIN) if len("".join(rest[:1])) >= SHORTEST_CORE else ""
    )  # x.ai stays whole
    return Firm(key, core="".join(rest), trade=trade, form=form, words=tuple(spelled))


def _take_words(spelled: list[str], known: frozenset[str]) -> str:
    """Take known words off the end, but not the first word: Group alone is a name."""
    taken: list[str] = []
    while len(spelled) > 1 and spelled[-1] in known:
        taken.insert(0, spelled.pop())
    return " ".join(taken)


def _chinese(key: str) -> Firm:
    inner = _BRACKETS.findall(key)
    text = _BRACKETS.sub("", key) or key
    text = SHARE_HEAD.sub("", _SHARE.sub("", text))
    text = _without(_LATIN_FORM.sub("", text), VOICES)
    branched = _BRANCHED.fullmatch(text)
    text, branch = (branched["firm"], branched["branch"]) if branched else (text, "")
    text, form = _take_forms(text)
    headed = take_places(text)
    number = _ORDINAL.search(headed.rest)
    rest = headed.rest.replace(number[0], "", 1) if number else headed.rest
    rest, body, unit = _take_tail(rest)
    if unit in BUSINESSES and form.endswith(_REGISTERED):  # 淘米动漫有限公司: what a registered firm does
        rest, unit = rest + unit, ""
    core, trade = _take_trades(rest)
    if not unit and (abroad := _ending(core, ABROAD, shortest=SHORTEST_CORE)):  # 索尼中国 is a part of 索尼
        core, unit = core.removesuffix(abroad), abroad
    if body in _CAMPUSES and not unit:
        unit, inner = next((place for place in inner if _is_elsewhere(place, headed.places)), ""), []
    places = (*headed.places, *filter(None, map(place_of, inner)))
    if headed.places[-1:] == (WIDE,) and not (body or trade or form or unit):
        core, places = WIDE + core, headed.places[:-1]
    if (
        not core or core in tails() or (places and core in trades())
    ):  # 北京大学, 中国石油化工: no brand of its own
        core, trade = "".join(headed.places[-1:]) + core + trade or body, ""
    return Firm(
        key,
        places=places,
        core=core,
        trade=trade,
        body=ONE_BODY.get(body, body),
        unit=_branch(branch) or ONE_BODY.get(unit, unit),
        form=form,
        number=number[0].removeprefix("第") if number else "",
    )


def _branch(text: str) -> str:
    """深圳分行 for 深圳市分行."""
    tail = next((tail for tail in _BRANCHES if text.endswith(tail)), "")
    return _plain(text.removesuffix(tail)) + tail if tail else text


def _without(text: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if text.endswith(ending) and len(text) - len(ending) >= SHORTEST_CORE:
            return text.removesuffix(ending)
    return text


def _take_forms(text: str) -> tuple[str, str]:
    """深圳市大疆创新科技有限公司 without 有限公司; 集团 alone stays."""
    rest = _without(text, FORMS_ZH)
    while rest != (shorter := _without(rest, FORMS_ZH)):
        rest = shorter
    return rest, text[len(rest) :]


def _take_tail(text: str) -> tuple[str, str, str]:
    """What stands before the body or unit at the end, the body and the unit."""
    tail = _ending(text, tails(), shortest=0)
    if tail in BODIES or not tail:
        return text.removesuffix(tail), tail, ""
    rest = text.removesuffix(tail)
    if len(rest) < SHORTEST_CORE:
        return text, "", ""
    if tail in _BRANCHES:
        head, body = _last_body(rest) or (_before_place(rest), "")
        return head, body, _plain(rest[len(head) + len(body) :]) + tail
    return rest, "", tail


def _before_place(text: str) -> str:
    """建行 of 建行深圳; a text without a place at its end stays."""
    at = next((at for at in range(SHORTEST_CORE, len(text) - 1) if place_of(text[at:])), len(text))
    return text[:at]


def _plain(place: str) -> str:
    """深圳 for 深圳市."""
    return place_of(place) or place


def _is_elsewhere(place: str, seats: tuple[str, ...]) -> bool:
    """Whether what stands in brackets is another campus: 香港科技大学（广州）."""
    return (bool(place_of(place)) or place in _REGIONS) and _plain(place) not in seats


def _last_body(text: str) -> tuple[str, str] | None:
    """工商银行北京市: what stands before the last body in it, and the body."""
    ends = ((text.rfind(body) + len(body), body) for body in BODIES if len(body) > 1 and body in text)
    end, body = max(ends, key=lambda found: (found[0], len(found[1])), default=(0, ""))
    return (text[: end - len(body)], body) if body else None


def _take_trades(text: str) -> tuple[str, str]:
    """The core and the trades behind it; the core keeps two characters."""
    rest = text
    while trade := _ending(rest, businesses(), shortest=SHORTEST_CORE):
        rest = rest.removesuffix(trade)
    return rest, text[len(rest) :]


def _ending(text: str, known: frozenset[str], *, shortest: int) -> str:
    """The longest known ending that leaves at least so many characters."""
    for length in range(min(LONGEST_ENDING, len(text) - shortest), 0, -1):
        if text[-length:] in known and not _cuts_word(text, len(text) - length):
            return text[-length:]
    return ""


def _cuts_word(text: str, at: int) -> bool:
    """Whether a cut there would take OpenAI apart; 智谱AI may be."""
    return 0 < at < len(text) and text[at - 1 : at + 1].isascii() and text[at - 1 : at + 1].isalnum()


@cache
def businesses() -> frozenset[str]:
    """What a firm may do, said behind its brand."""
    return BUSINESSES | trades()


@cache
def tails() -> frozenset[str]:
    """Bodies and units."""
    return BODIES | UNITS
