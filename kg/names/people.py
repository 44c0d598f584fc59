"""People's names taken apart: 美国总统特朗普 is 特朗普, a 总统, of 美国; 周总 is somebody called 周."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg.names.firms import HAN
from kg.names.key import name_key, simplify
from kg.names.surnames import COMPOUND, SINGLE, SPELLING
from kg.names.titles import FIELDS, fields
from kg.names.words import words
from kg.seeds import titles as seed_titles
from kg.text import fold

__all__ = ["Person", "fields", "person"]

# How people are addressed: 周总, 马董, 何先生, 张某, 小李, 老王
AFTER_NAMES = ("先生", "女士", "某某", "某")  # 何晓东先生, 张某某: these follow any name, 总 a surname alone
ADDRESSES = words(
    """
    先生 女士 小姐 太太 夫人 老师 老板 总 董 某某 某 叔 姐 哥 教授 院长 主席 会长 秘书长 主任 发言人 博士
    法官 律师 警官 医生 书记 局长 导演 教练
    """
)
DEPUTY = "副"  # 林海川副市长
NICKNAMING = ("小", "老", "阿")
LONGEST_CHINESE = 3  # characters of a name with a surname of one; 欧阳娜娜 has one of two
_PARTS = re.compile(r"[·•‧・∙⋅]|(?<=[a-z])\.\s*")  # 埃隆·马斯克, J.K.罗琳
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)


class Person(NamedTuple):
    """The parts of a person's name, as keys; what is not there is empty."""

    key: str
    name: str  # without titles: 特朗普
    titles: tuple[str, ...] = ()
    firm: str = ""  # what stood before a title: 美国, openai
    surname: str = ""  # of a Chinese name
    given: str = ""
    parts: tuple[str, ...] = ()  # of a foreign name, in order: 埃隆, 马斯克; sam, altman

    @property
    def is_chinese(self) -> bool:
        """Whether it is a surname and a given name in Chinese, not a foreign name spelled out."""
        return bool(self.given) and (len(self.given) == 1 or not set(self.given) <= SPELLING)

    @property
    def is_spelled(self) -> bool:
        """Whether it may be a foreign name in Chinese characters."""
        return not self.given or set(self.given) <= SPELLING


@lru_cache(maxsize=1 << 14)
def person(name: str) -> Person:
    """The parts of a person's name; a name that is only a title keeps it as its name."""
    key = name_key(name)
    if not HAN.search(key):
        return Person(key, key, parts=tuple(_WORDS.findall(fold(name))) or (key,))
    front = _front_title(simplify(fold(name)))
    bare, back = _back_title(front.rest)
    parts = tuple(filter(None, map(name_key, _PARTS.split(bare))))
    surname, given = _surname(parts[0]) if len(parts) == 1 else ("", "")
    held = tuple(filter(None, (front.title, back)))
    return Person(key, name_key(bare), held, name_key(front.firm), surname, given, parts)


class _Front(NamedTuple):
    firm: str
    title: str
    rest: str


def _front_title(text: str) -> _Front:
    """美国, 总统 and 特朗普; of several titles the last one parts the name from what stands before."""
    for found in reversed(list(title_words().finditer(text))):
        rest = text[found.end() :].lstrip()
        # what is left of 首席执行官任 is no name, nor is 医师 of 林海川主任医师
        if len(rest) > 1 and not title_words().fullmatch(rest):
            return _Front(text[: found.start()].rstrip(), found[0], rest)
    return _Front("", "", text)


def _back_title(text: str) -> tuple[str, str]:
    """张鹏 and CEO, 周 and 总, 林海川 and 主任医师; what would leave nothing stays."""
    found = next((title for title in title_words().finditer(text) if title.end() == len(text)), None)
    if found and found.start():
        head = text[: found.start()].rstrip()
        bare = head.removesuffix(DEPUTY)
        name, more = _back_title(bare if len(bare) > 1 else head)
        return name, text[len(name) :].lstrip() if more or bare != head else found[0]
    address = next((word for word in ADDRESSES if text.endswith(word)), "")
    rest = text.removesuffix(address)
    if address and rest and (_is_surname(rest) or address in AFTER_NAMES):
        return rest, address
    if len(text) == 2 and text[0] in NICKNAMING and text[1] in SINGLE:
        return text[1], text[0]
    return text, ""


def _is_surname(text: str) -> bool:
    return text in SINGLE or text in COMPOUND


def _surname(name: str) -> tuple[str, str]:
    """周, 鸿祎; a bare surname has no given name, and what is no Chinese name has neither."""
    for length, known in ((2, COMPOUND), (1, SINGLE)):
        if name[:length] in known and length <= len(name) <= length + LONGEST_CHINESE - 1:
            return name[:length], name[length:]
    return "", ""


@cache
def title_words() -> re.Pattern[str]:
    """The titles that stand before or behind names; of those that start together the longest."""
    words = {fold(row.zh) for row in seed_titles()} | {part for parts in FIELDS.values() for part in parts}
    ordered = sorted((word for word in words if len(word) > 1), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)))
