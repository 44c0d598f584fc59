"""Products' names: the family, and the version that tells its members apart (GPT-4, iPhone 15 Pro)."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.names.key import name_key
from kg.names.words import words
from kg.text import fold

# Words that with numbers name a member of a family: iPhone 15 Pro Max, GPT-4o mini, Kimi K2 预览版
_MODELS = words(
    """
    pro max plus mini ultra turbo lite air flash nano preview instruct base chat vision thinking se fe gt
    sonnet opus haiku large small medium xl xs
    """
)
_EDITIONS = words("专业版 标准版 青春版 旗舰版 企业版 国际版 预览版 开源版 轻量版 增强版 改款 长续航版")
_VERSION = re.compile(
    r"(?:19|20)\d\d(?=年)年|(?:(?<![a-z])[a-z])?\d+(?:[.\-]\d+)*(?:[a-z](?![a-z]))?|第?[一二三四五六七八九十]+代"
    + rf"|(?<![a-z])(?:{'|'.join(_MODELS)})+(?![a-z])|{'|'.join(_EDITIONS)}"
)
# 嫦娥六号, 第十三届, 双十一: numerals before a counting word, and those of several characters
_COUNTED = re.compile(
    r"[一二三四五六七八九十]+(?=[号届期季部集版世])"
    r"|[一二三四五六七八九]?十[一二三四五六七八九]|[一二三四五六七八九]十"
)
_MARKS = re.compile(r"[\s\-_(),，。:：;；!！?？、…~]+")
_NUMERALS = {char: str(number) for number, char in enumerate("零一二三四五六七八九十")}


class Product(NamedTuple):
    """A product's name in two parts."""

    family: str  # gpt, iphone; "" where all is version
    version: tuple[str, ...]  # 4, 15 and pro, in order


@lru_cache(maxsize=1 << 14)
def product(name: str) -> Product:
    """The family and the version; a name that is all number (360, 58) is a family."""
    text = _COUNTED.sub(lambda found: str(number_of(found[0])), fold(name))
    found = tuple(_plain(match[0]) for match in _VERSION.finditer(text))
    family = name_key(_MARKS.sub("", _VERSION.sub("", text)))
    return Product(family, found) if family else Product(name_key(text), ())


def number_of(numerals: str) -> int:
    """13 for 十三, 20 for 二十, 6 for 六."""
    tens, ten, ones = numerals.rpartition("十")
    if not ten:
        return int("".join(_NUMERALS[char] for char in ones))
    return 10 * int(_NUMERALS.get(tens, "1")) + int(_NUMERALS.get(ones, "0"))


def _plain(version: str) -> str:
    """3 for 第三代 and v3."""
    bare = version.removeprefix("第").removesuffix("代").removesuffix("年")
    numbers = "".join(_NUMERALS.get(char, char) for char in bare)
    return re.sub(r"^v(?=\d)", "", numbers)
