"""Names as they are typed in Latin letters: pinyin in both orders, others without accents and hyphens."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.names.firms import HAN
from kg.names.latin import spellings, syllables
from kg.names.people import person
from kg.names.surnames import COMPOUND, READINGS
from kg.store.asked import Names

CHARACTERS = range(0x4E00, 0xA000)  # a key's characters are simplified; rarer ones stand beyond
LONGEST_PERSON = 4  # characters of a Chinese name: 欧阳娜娜
V_FOR_U = re.compile(r"(?<=[ln])v")  # lvbu, nvwa: keyboards have no ü for 吕 and 女


def plain(text: str) -> str:
    """The text's Latin letters and digits, small and without accents: Zhāng Péng and zhang-peng give one."""
    return "".join(filter(_is_plain, unicodedata.normalize("NFKD", text).lower()))


def is_latin(text: str) -> bool:
    """Whether the text may be a name typed in Latin letters."""
    return bool(plain(text)) and not HAN.search(text)


def spelled(key: str) -> frozenset[str]:
    """All ways in which a name may be typed: 张鹏 is zhangpeng and pengzhang, 智谱ai is zhipuai."""
    whole = frozenset(("".join(map(_typed, key)),))
    if len(key) > LONGEST_PERSON or not HAN.search(key):
        return whole
    somebody = person(key)
    return whole | (spellings(somebody.surname, somebody.given) if somebody.given else frozenset())


def same_spelling(store: Names, text: str) -> list[str]:
    """The keys of the names that may be typed so, in order; none for what is not in Latin letters."""
    typed = _typed_so(text)
    return [key for key in store.name_keys(_beginnings(typed)) if not typed.isdisjoint(spelled(key))]


def spelled_longer(store: Names, text: str) -> list[str]:
    """The keys of the names that may be typed so and go on, in order: 星图汽车 for xingtu."""
    typed = tuple(_typed_so(text))
    found = ((key, spelled(key) - set(typed)) for key in store.name_keys(_beginnings(typed)))
    return [key for key, spellings in found if any(one.startswith(typed) for one in spellings)]


def same_sound(store: Names, key: str) -> list[str]:
    """The keys of the other Chinese names that sound like this one: 张朋 and 章鹏 for 张鹏."""
    sounds = spelled(key)
    found = store.name_keys(_beginnings({"".join(map(_typed, key))}))
    return [one for one in found if len(one) == len(key) and one != key and sounds & spelled(one)]


def _typed_so(text: str) -> set[str]:
    return {plain(text), V_FOR_U.sub("u", plain(text))} if is_latin(text) else set()


def _beginnings(typed: Iterable[str]) -> Iterator[str]:
    """With what the names that are typed so begin: itself, or what its first or last letters spell.

    The last letters, since a surname may come last: in yimingzhang, 张 is.
    """
    for letters in typed:
        yield letters[:1]
        for i in range(1, len(letters) + 1):
            yield from _read_as().get(letters[:i], ())
            yield from _read_as().get(letters[-i:], ())


@cache
def _read_as() -> Mapping[str, frozenset[str]]:
    """The characters, and surnames of two, by how they are read: zhang for 张, 章 and 长, ouyang for 欧阳."""
    found: dict[str, set[str]] = {}
    for char in map(chr, CHARACTERS):
        found.setdefault(_typed(char), set()).add(char)
    for surname, reading in READINGS.items():
        found.setdefault(reading, set()).add(surname)
    for surname in COMPOUND:
        found.setdefault("".join(map(_typed, surname)), set()).add(surname)
    return {reading: frozenset(starts) for reading, starts in found.items() if reading}


def _typed(char: str) -> str:
    return "".join(syllables(char)) or plain(char)


def _is_plain(char: str) -> bool:
    return char.isascii() and char.isalnum()
