"""Chinese names in Latin letters: pinyin in both orders, and how foreign names sound in either script."""

import re
import unicodedata
from functools import cache, lru_cache

from kg.names.firms import HAN
from kg.names.key import name_key
from kg.names.surnames import COMPOUND, READINGS, SINGLE

# the classes of sounds that transliterations keep apart; voiced and voiceless are one, so are l and r
_INITIALS = {
    **dict.fromkeys(("b", "p"), "P"),
    **dict.fromkeys(("d", "t"), "T"),
    **dict.fromkeys(("g", "k"), "K"),
    **dict.fromkeys(("zh", "ch", "sh", "z", "c", "s", "j", "q", "x"), "S"),
    **dict.fromkeys(("l", "r"), "L"),
    **dict.fromkeys(("f", "w"), "F"),  # 维 writes the v that 夫 writes
    **{"m": "M", "n": "N", "h": "H"},
}
_WHOLE = {"er": "", "chuan": "TLN"}
_HARD = str.maketrans("加迦伽", "嘎嘎嘎")  # 加缪 is Camus, 加西亚 García: these are read jia, and heard ga
_VOWELS = "aeiouy"
_DOUBLED = re.compile(r"([A-Z])\1+")  # Jassy: one sound, but two in Cook
# spellings of one sound in European names, longest first
_SPELLINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""),
        (r"sch|tch|tsch|sh|ch|zz|ts|tz|cz", "S"),
        (r"ph|gh(?=$)|ff", "F"),
        (r"th|dt|tt|dd", "T"),
        (r"ck|cc(?![iey])|qu|kh", "K"),
        (r"x", "KS"),
        (r"c(?=[iey])|[zsj]", "S"),
        (r"[ckgq]", "K"),
        (r"[dt]", "T"),
        (r"[bp]", "P"),
        (r"m(?=[PSTK])|mn|n+g?(?=[^aeiouy]|$)|n", "N"),
        (r"m", "M"),
        (r"[fvw]", "F"),
        (r"(?<![aeiouy])h|^h", "H"),
        (r"[lr]+(?=[aeiouy])", "L"),
        (r"[lrh]", ""),  # Altman is 奥特曼, Berg is 伯格: before consonants they are not heard
    )
)


@lru_cache(maxsize=1 << 16)
def syllables(name: str) -> tuple[str, ...]:
    """The toneless pinyin of each Chinese character; other characters give nothing."""
    return tuple(read for char in name if (read := _reading(char)))


def spellings(surname: str, given: str) -> frozenset[str]:
    """Both orders of a Chinese name in pinyin, without blanks: zhangyiming, yimingzhang."""
    first = "".join(READINGS.get(surname, "") or "".join(syllables(surname)))
    last = "".join(syllables(given))
    return frozenset((first + last, last + first))


@cache
def surname_spellings() -> frozenset[str]:
    """All Chinese surnames in pinyin: zhang, ouyang."""
    return frozenset(spelled for surname in SINGLE | COMPOUND for spelled in spellings(surname, ""))


def letters(name: str) -> str:
    """The name's Latin letters without accents, blanks and hyphens: lifeifei for Li Fei-Fei."""
    plain = unicodedata.normalize("NFD", name.lower())
    return "".join(char for char in plain if "a" <= char <= "z")


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """How a foreign word sounds, without vowels but one at the start: ATMN for 奥特曼 and Altman."""
    return _chinese_sound(word) if HAN.search(word) else _latin_sound(letters(word))


def _chinese_sound(word: str) -> str:
    read = syllables(name_key(word).translate(_HARD))
    found = "".join(_syllable_sound(syllable) for syllable in read).replace("NM", "M")  # 山姆 is Sam
    start = "A" if read and (read[0][0] in _VOWELS or read[0][0] == "y") else ""
    return start + found


def _syllable_sound(syllable: str) -> str:
    """T of te, MN of man; er is the r that is not heard, chuan the tr of 川普."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    start = syllable[: 2 if syllable[:2] in _INITIALS else 1]
    is_nasal = len(syllable) > 1 and syllable.endswith(("n", "ng"))
    return _INITIALS.get(start, "") + ("N" if is_nasal else "")


def _latin_sound(word: str) -> str:
    start = "A" if word[:1] in tuple(_VOWELS) else ""
    for pattern, found in _SPELLINGS:
        word = pattern.sub(found, word)
    return start + "".join(char for char in _DOUBLED.sub(r"\1", word) if char.isupper())


def _reading(char: str) -> str:
    read = _readings().get(ord(char), "").split(",")[0]
    return "".join(c for c in unicodedata.normalize("NFD", read) if c.isascii() and c.isalpha())


@cache
def _readings() -> dict[int, str]:
    """The readings of each character, commonest first."""
    from pypinyin.pinyin_dict import pinyin_dict  # takes half a second, and most names never need it

    return pinyin_dict
