"""What a sentence says beside a name: organisations, places, titles, and words that few sentences hold."""

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kg.match.sides import FIRM, owners
from kg.names import name_key
from kg.names.endings import trades
from kg.names.people import title_words
from kg.names.places import COUNTRIES, places, stem
from kg.names.words import words

LONGEST_NAME, SHORTEST_NAME = 8, 2  # characters of a known name or place that a sentence is asked for
SHORTEST_LISTED = 3  # characters of a listed company's: 机器人 and 太阳能 are words, and so is many a 国际
CHINA = "中国"
# cities that stand among the countries
CITIES = frozenset(words("纽约 伦敦 巴黎 东京 旧金山 洛杉矶 加州 纽约州 得州 莫斯科 柏林 硅谷"))
WIDE = frozenset(("全球", "世界", "国际", "亚洲", "欧洲", CHINA))  # places that any two bearers share
_KINDS = words(
    """
    大学 学院 小学 中学 公司 集团 科技 汽车 银行 医院 律师事务所 法院 检察院 足球队 篮球队 电视台 报社 出版社
    """
)
# 海川大学, 青禾科技, 360集团: two characters or a Latin word before what an organisation's name ends with
_ORGANISATION = re.compile(
    rf"(?P<brand>[a-z0-9]{{2,}}|[\u4e00-\u9fff]{{2}})(?:{'|'.join(_KINDS)}|队(?![员长伍]))"
)
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年?的?[《“]?$")
_UNLISTED = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[在是到从任于])([\u4e00-\u9fff]{2})(?<![城都超股夜])市(?!场)"
)  # 海川市
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_LATIN = re.compile(r"[a-z][a-z0-9.-]+")
_FILLING = re.compile(
    "[的了是在和与及有为于也就都而被把从对向到由这那其之等着过曾任将个名位家们所以并还让给说称上下中里]"
)
# Words that any two sentences of the news share
COMMON = frozenset(
    words(
        """
        公司 企业 集团 足球 篮球 排球 国家 消防 救援 一支 这支 今年 去年 明年 昨天 今天 表示 认为 介绍
        主持 参加 出席 举行 进行 发布 创立 创办 成立 经营 全国 目前 正式 可以 已经 开始 没有 我们 他们
        自己 工作 问题 情况 活动 会议 记者 消息 城市 地方 方面 时间 主要 负责 带队 相关 部门 机构 全称
        名字 地区 年来 年至 月在 日在 每天 每年 到场 最高 担任 接任 升任 现任 出任 随后 其中 著名 知名
        管理 主管 旗下
        """
    )
)


class Told(NamedTuple):
    """What a sentence says beside a name."""

    firms: frozenset[str] = frozenset()  # ids of known ones, keys of others
    places: frozenset[str] = frozenset()  # cities and provinces
    countries: frozenset[str] = frozenset()  # 中国 too where a Chinese place is named
    titles: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()  # pairs of characters, and Latin words
    year: str = ""  # 2023 of 2023年的政府工作报告


@lru_cache(maxsize=1 << 12)
def told(context: str, name: str) -> Told:
    """What a sentence says beside the name."""
    key, own = name_key(context), name_key(name)
    text = key.replace(own, "|")
    titles = frozenset(title_words().findall(text))
    firms = frozenset((*_known_firms(text), *_organisations(text)))
    named = set(map(stem, _held(text, _narrow_places())))
    cities = frozenset((*named - set(COUNTRIES), *(named & CITIES), *_UNLISTED.findall(text)))
    countries = (named & set(COUNTRIES)) - CITIES | ({CHINA} if cities - CITIES else set())
    if key.partition(own)[0].endswith(CHINA):  # 中国外交部, where 中国 alone stands in every sentence
        countries.add(CHINA)
    found = frozenset(_words(title_words().sub("|", text)))
    return Told(firms, cities, frozenset(countries), titles, found, _year(key, own))


def _year(text: str, own: str) -> str:
    found = _YEAR.search(text.partition(own)[0]) if own in text else None
    return found["year"] if found else ""


@cache
def _narrow_places() -> frozenset[str]:
    return places() - WIDE


def _known_firms(text: str) -> Iterator[str]:
    known = owners()
    for form in _held(text, known):
        owner = known[form]
        is_listed = owner.source != "seeds"
        if owner.kind == FIRM and (not is_listed or len(form) >= SHORTEST_LISTED):
            yield owner.id


def _held(text: str, known: Container[str]) -> Iterator[str]:
    """The longest known names in the text, from left to right."""
    at = 0
    while at < len(text):
        for length in range(min(LONGEST_NAME, len(text) - at), SHORTEST_NAME - 1, -1):
            if (form := text[at : at + length]) in known and not _cuts_latin(text, at, at + length):
                yield form
                at += length - 1
                break
        at += 1


def _cuts_latin(text: str, start: int, end: int) -> bool:
    """Whether a Latin word or a number goes on beyond the cut: AI of OpenAI."""
    return any(
        0 < at < len(text) and all(char.isascii() and char.isalnum() for char in text[at - 1 : at + 1])
        for at in (start, end)
    )


def _organisations(text: str) -> Iterator[str]:
    for found in _ORGANISATION.finditer(text):
        brand = found["brand"]
        if brand not in trades() and brand not in COMMON and not _FILLING.search(brand):
            yield found[0]


def _words(text: str) -> Iterator[str]:
    yield from _LATIN.findall(text)
    for run in _HAN_RUN.findall(_FILLING.sub("|", text)):
        for at in range(len(run) - 1):
            if (word := run[at : at + 2]) not in COMMON and word not in places():
                yield word
