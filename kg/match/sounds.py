"""How alike two foreign names sound, in either script, and how much that says."""

from rapidfuzz.distance import Levenshtein

from kg.names.latin import letters, sound, surname_spellings, syllables
from kg.names.people import Person

ALIKE, UNLIKE = 0.75, 0.5  # of the likeness of sounds: 扎克伯格 / 祖克柏 0.75, 布林肯 / 普京 0.4
SOUND_ALONE = 0.4  # of the likeness of two words of one script that share nothing but consonants
INITIAL = 0.9  # how alike an initial and a first name are
LONG_ENOUGH = 2  # characters of a name that an initial stands for
FEW, SOME, FEW_SURE = 0.6, 0.7, 0.8  # how much two sounds say, three, and two heard in both scripts
FEW_SOUNDS = 3  # 库克 has two, and so has many a name
EXACT = 0.99


def likeness(one: str, other: str) -> float:
    """1 for one word, else how alike they sound; in one script what is written counts as well."""
    if one == other:
        return 1.0
    a, b = sound(one), sound(other)
    if not a or not b:
        return 0.0
    heard = Levenshtein.normalized_similarity(a, b)
    if one.isascii() != other.isascii():
        return heard
    # Altman / Oltmann; 奥特曼 / 阿尔特曼, but 兰贝福 is no 莱恩伯法: vowels tell names of one script apart
    words = (one, other) if one.isascii() else ("".join(syllables(one)), "".join(syllables(other)))
    return min(heard, SOUND_ALONE + (1 - SOUND_ALONE) * Levenshtein.normalized_similarity(*words))


def surety(one: str, other: str) -> float:
    """How much their sounds say, the fewer the less: 布朗 sounds like 布莱恩 with the vowels left out."""
    count = min(len(sound(one)), len(sound(other)))
    if count > FEW_SOUNDS or syllables(one) == syllables(other) != ():
        return 1.0
    if one.isascii() != other.isascii() and likeness(one, other) >= EXACT:
        return 1.0 if count == FEW_SOUNDS else FEW_SURE  # 朔尔茨 / Scholz
    return SOME if count == FEW_SOUNDS else FEW


def same_part(one: str, other: str) -> bool:
    """Whether two parts are one, or one word heard in both scripts."""
    return one == other or (one.isascii() != other.isascii() and likeness(one, other) >= EXACT)


def may_be_initial(one: str, other: str) -> bool:
    """J of J·K·罗琳 for 乔安妮, S of S. Altman for Sam."""
    short, long = sorted((one, other), key=len)
    if len(short) != 1 or not short.isascii() or len(long) < LONG_ENOUGH:
        return False
    # an r is heard before a vowel alone
    return long.startswith(short) if long.isascii() else sound(long)[:1] == sound(f"{short}a")[:1]


def are_turned(one: Person, other: Person) -> bool:
    """Whether both are one Chinese name in pinyin, turned; Paul Martin is no Martin Paul."""
    has_surname = not surname_spellings().isdisjoint(map(letters, one.parts))
    return has_surname and one.parts != other.parts and sorted(one.parts) == sorted(other.parts)
