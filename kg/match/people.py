"""Features of two people's names."""

import re

from rapidfuzz.distance import Levenshtein

from kg.match.sides import Pair
from kg.match.sounds import (
    ALIKE,
    INITIAL,
    UNLIKE,
    are_turned,
    likeness,
    may_be_initial,
    same_part,
    surety,
)
from kg.match.ties import Value
from kg.names.latin import letters, sound, spellings, syllables
from kg.names.people import Person
from kg.names.surnames import SPELLING

# 德桑蒂斯 is hardly another's; 鲍威尔 is many people's, so that an article must hold both
RARE, COMMON = 4, 0.7
MIDDLE = 0.7  # where only one has a middle name: 约翰·昆西·亚当斯
ELDERS, HEIRS = frozenset("小老大"), frozenset(("二世", "三世", "四世", "之子", "夫人", "jr"))
_INITIALLED = re.compile(r"(?P<initial>[a-z])(?P<last>[\u4e00-\u9fff]+)")


def same_person_name(pair: Pair) -> Value:
    """1 for one name with and without title, in another order or width: 张鹏CEO / 张鹏."""
    a, b = _people(pair)
    if a.key == b.key or a.name != b.name or not _is_full(a):
        return None
    return 1.0, f"the same name without titles: {a.name}"


def titled_surname(pair: Pair) -> Value:
    """1 for a surname with a title and a full name: 周总 / 周鸿祎."""
    a, b = _people(pair)
    if not a.surname or a.surname != b.surname or bool(a.given) == bool(b.given):
        return None
    return 1.0, f"surname alone: {a.key} / {b.key}"


def surname_differs(pair: Pair) -> Value:
    """1 for two Chinese names of two surnames: 马云 / 雷军."""
    a, b = _people(pair)
    if not (a.surname and b.surname) or a.surname == b.surname:
        return None
    is_sure = (a.is_chinese or not a.given) and (b.is_chinese or not b.given)
    return (1.0, f"surnames differ: {a.surname} / {b.surname}") if is_sure else None


def given_differs(pair: Pair) -> Value:
    """1 for two given names to one surname: 马云 / 马化腾; little where they sound alike: 李彦宏 / 李艳宏."""
    a, b = _people(pair)
    if a.surname != b.surname or not (a.is_chinese and b.is_chinese) or a.given == b.given:
        return None
    alike = syllables(a.given) == syllables(b.given)
    return (0.15 if alike else 1.0, f"given names differ: {a.name} / {b.name}")


def given_alone(pair: Pair) -> Value:
    """1 for a given name and the whole: 鸿祎 / 周鸿祎."""
    a, b = _people(pair)
    if not any(len(p.given) > 1 and p.given == q.name for p, q in ((a, b), (b, a))):
        return None
    return 1.0, f"given name alone: {a.name} / {b.name}"


def last_name_alone(pair: Pair) -> Value:
    """1 for a foreign name's last part and the whole: 马斯克 / 埃隆·马斯克, 芒格 / 查理芒格."""
    short, whole = _short_and_whole(pair)
    if short is not None and whole is not None:
        is_last = same_part(short.parts[0], whole.parts[-1])
    else:
        short, whole = sorted(_people(pair), key=lambda one: len(one.name))
        before = whole.name.removesuffix(short.name)
        is_last = (
            whole.name.endswith(short.name)
            and len(before) > 1
            and whole.is_spelled
            and set(before) <= SPELLING
        )
    is_rare = len(short.name) >= RARE
    return (1.0 if is_rare else COMMON, f"last name alone: {short.name} / {whole.name}") if is_last else None


def not_a_known_name(pair: Pair) -> Value:
    """1 where the last name alone is a known person's, the whole is not: 马斯克 / 金博尔·马斯克."""
    short, whole = sorted((pair.left, pair.right), key=lambda one: len(one.name))
    if short.owner is None or whole.owner is not None or not last_name_alone(pair):
        return None
    return 1.0, f"not a known name of {short.owner.name}: {whole.name}"


def first_name_alone(pair: Pair) -> Value:
    """1 for a foreign name's first part and the whole: 埃隆 / 埃隆·马斯克."""
    short, whole = _short_and_whole(pair)
    if short is None or whole is None or short.parts[0] != whole.parts[0]:
        return None
    return 1.0, f"first name alone: {short.name} / {whole.name}"


def no_part_shared(pair: Pair) -> Value:
    """1 for a foreign name of one part that is no part of the other: 马斯克 / 萨姆·奥特曼."""
    short, whole = _short_and_whole(pair)
    if (
        short is None
        or whole is None
        or initial_and_last_name(pair)
        or any(likeness(short.parts[0], part) >= ALIKE for part in whole.parts)
    ):
        return None
    return 1.0, f"not a part of the other: {short.name} / {whole.name}"


def junior_added(pair: Pair) -> Value:
    """1 where one is the other's child or elder by a word: 特朗普 / 小特朗普, 布什 / 老布什."""
    short, whole = sorted(_people(pair), key=lambda one: len(one.name))
    before, behind = whole.name.removesuffix(short.name), whole.name.removeprefix(short.name)
    is_other = len(short.name) > 1 and short.is_spelled and (before in ELDERS or behind in HEIRS)
    return (1.0, f"another of the name: {whole.name} / {short.name}") if is_other else None


def initial_and_last_name(pair: Pair) -> Value:
    """1 for an initial with the head of a last name: C罗 / 克里斯蒂亚诺·罗纳尔多."""
    short, whole = sorted(_people(pair), key=lambda one: len(one.name))
    found = _INITIALLED.fullmatch(short.name)
    if found is None or len(whole.parts) < 2 or not whole.parts[-1].startswith(found["last"]):
        return None
    if sound(found["initial"])[:1] != sound(whole.parts[0])[:1]:
        return None
    return 1.0, f"an initial and a last name: {short.name} / {whole.name}"


def first_names_differ(pair: Pair) -> Value:
    """1 for two first names to one last name: 埃隆·马斯克 / 金博尔·马斯克; an initial may be either's."""
    a, b = _people(pair)
    if min(len(a.parts), len(b.parts)) < 2 or not same_part(a.parts[-1], b.parts[-1]):
        return None
    if may_be_initial(a.parts[0], b.parts[0]) or likeness(a.parts[0], b.parts[0]) >= ALIKE:
        return None
    return 1.0, f"first names differ: {a.parts[0]} / {b.parts[0]}"


def last_names_differ(pair: Pair) -> Value:
    """1 for two foreign names whose last parts differ: 萨姆·奥特曼 / 萨姆·班克曼."""
    a, b = _people(pair)
    if min(len(a.parts), len(b.parts)) < 2:
        return None
    if likeness(a.parts[-1], b.parts[-1]) > UNLIKE or spelled_pinyin(pair) or are_turned(a, b):
        return None
    return 1.0, f"last names differ: {a.parts[-1]} / {b.parts[-1]}"


def whole_names_alike(pair: Pair) -> Value:
    """1 for names alike part by part (山姆·奥特曼 / Sam Altman), or turned (Yiming Zhang / Zhang Yiming)."""
    a, b = _people(pair)
    if a.name == b.name or min(len(a.parts), len(b.parts)) < 2:
        return None
    if are_turned(a, b):
        return 1.0, f"the same name turned: {a.key} / {b.key}"
    first = INITIAL if may_be_initial(a.parts[0], b.parts[0]) else likeness(a.parts[0], b.parts[0])
    alike = min(first, likeness(a.parts[-1], b.parts[-1]))
    if alike < ALIKE:
        return None
    has_middle = len(a.parts) != len(b.parts) and first != INITIAL
    return alike * (MIDDLE if has_middle else 1.0), f"alike in sound: {a.name} / {b.name}"


def sounds_alike(pair: Pair) -> Value:
    """The likeness of two spellings of one foreign word, from 0.75: 奥特曼 / 阿尔特曼 / Altman."""
    words = _single_words(pair)
    if words is None or junior_added(pair):
        return None
    alike = likeness(*words)
    if alike < ALIKE:
        return None
    return alike * surety(*words), f"alike in sound: {words[0]} / {words[1]}"


def sounds_differ(pair: Pair) -> Value:
    """1 for two foreign words that are not one: 特朗普 / 拜登."""
    words = _single_words(pair)
    if words is None or (alike := likeness(*words)) >= ALIKE:
        return None
    return (1.0 if alike <= UNLIKE else 0.6), f"not alike in sound: {words[0]} / {words[1]}"


def spelled_pinyin(pair: Pair) -> Value:
    """1 for a Chinese name and its pinyin, in either order: 张一鸣 / Yiming Zhang."""
    chinese, latin = _chinese_and_latin(pair)
    if (
        chinese is None
        or latin is None
        or letters(latin.key) not in spellings(chinese.surname, chinese.given)
    ):
        return None
    return 1.0, f"spelled in pinyin: {chinese.name} / {latin.key}"


def pinyin_differs(pair: Pair) -> Value:
    """1 for a Chinese name and a Latin one without its surname, half with it: 张一鸣 / Jack Zhang."""
    chinese, latin = _chinese_and_latin(pair)
    if chinese is None or latin is None or spelled_pinyin(pair):
        return None
    surname = spellings(chinese.surname, "")
    has_it = any(letters(part) in surname for part in latin.parts)
    return (0.3 if has_it else 1.0), f"not its pinyin: {chinese.name} / {latin.key}"


def one_character_off(pair: Pair) -> Value:
    """1 for long names that a slip may part: 扎克伯格 / 扎克伯格格."""
    a, b = _people(pair)
    longest = max(len(a.name), len(b.name))
    if longest < 4 or a.name == b.name or Levenshtein.distance(a.name, b.name) != 1:
        return None
    return 1.0, f"one character off: {a.name} / {b.name}"


def parts_together(pair: Pair) -> Value:
    """1 where an article holds both a name and what may be a part of it: 周总 and 周鸿祎."""
    if not pair.evidence.together:
        return None
    if not (titled_surname(pair) or given_alone(pair) or last_name_alone(pair) or first_name_alone(pair)):
        return None
    return 1.0, f"both in {pair.evidence.together} articles, one a part of the other"


def _people(pair: Pair) -> tuple[Person, Person]:
    return pair.left.person, pair.right.person


def _is_full(one: Person) -> bool:
    return bool(one.given) or not one.surname


def _short_and_whole(pair: Pair) -> tuple[Person, Person] | tuple[None, None]:
    """The name of one part and that of several, if they are so and not Chinese."""
    short, whole = sorted(_people(pair), key=lambda one: len(one.parts))
    is_chinese = short.is_chinese and short.parts[0] not in whole.parts  # 贾西 reads like 贾 and 西
    if len(short.parts) != 1 or len(whole.parts) < 2 or is_chinese:
        return None, None
    return short, whole


def _single_words(pair: Pair) -> tuple[str, str] | None:
    """Two foreign names of one part each, at least one not to be read as a Chinese name."""
    a, b = _people(pair)
    if len(a.parts) != 1 or len(b.parts) != 1 or a.name == b.name:
        return None
    if (
        a.is_chinese
        or b.is_chinese
        or last_name_alone(pair)
        or (a.surname and not a.given)
        or (b.surname and not b.given)
    ):
        return None
    return a.parts[0], b.parts[0]


def _chinese_and_latin(pair: Pair) -> tuple[Person, Person] | tuple[None, None]:
    a, b = _people(pair)
    if a.name.isascii() == b.name.isascii():
        return None, None
    latin, chinese = (a, b) if a.name.isascii() else (b, a)
    return (chinese, latin) if chinese.surname and chinese.given and len(latin.parts) > 1 else (None, None)
