"""Features of two organisations' brands: one, one in the other, short for the other, or in two scripts."""

import re
from functools import lru_cache

from rapidfuzz.distance import Hamming, Levenshtein

from kg.match.contexts import place_in_context
from kg.match.short_forms import abbreviates, initials_of
from kg.match.sides import Pair, owners
from kg.match.ties import Value, known_brand
from kg.names.endings import BODIES
from kg.names.firms import SHARE_HEAD, Firm, take_apart
from kg.names.latin import letters, sound, syllables

SHORTEST_CORE = 2  # characters: a brand of one stands in too many names
HEADS = ("中国", "国家", "中共", "国务院", "中华")  # 证监会 = 中国证监会, 外汇局 = 国家外汇局
PEOPLES = "人民"  # 人民医院
TEAM = "队"  # 海川雄鹰队
ORGANISATION = "organisation"
# 瑞金医院 of 上海交通大学医学院附属瑞金医院
HOSPITAL, SEATS = "医院", ("附属", "大学", "学院", "医学院")
CHANNELS = frozenset(("抖音", "天猫", "京东", "淘宝", "微博", "微信", "快手", "小红书"))  # behind a brand
LONG = 4  # characters of a brand in which one other may be a slip: 智谱华章 / 智普华章
HALF = 0.5  # of the characters shared: brands that are more likely two writings of one
SHORT = 0.75  # how much three sounds say: 特斯拉
SPOKEN = 5  # letters of a Latin name that is spoken as a word: Tesla
HEARD, FEW = 0.8, 3  # likeness of sounds, and how many there must be: 特斯拉 / Tesla
_MIXED = re.compile(r"([a-z0-9]{2,})([^a-z0-9]{2,})|([^a-z0-9]{2,})([a-z0-9]{2,})")  # deepseek深度求索


def same_core(pair: Pair) -> Value:
    """1 for one brand with other trades, forms or places: 智谱华章 / 北京智谱华章科技有限公司."""
    a, b = firms_of(pair)
    if a.core != b.core:
        return None
    # 北京 is no 北京大学, but 海川第四医院 is 海川第四人民医院
    is_of_place = a.is_named_after_place and a.body.removeprefix(PEOPLES) != b.body.removeprefix(PEOPLES)
    is_numbered = a.is_named_after_place and a.body != b.body and not (a.number and a.number == b.number)
    is_weak = len(a.core) < SHORTEST_CORE or is_of_place or is_numbered
    return (0.3 if is_weak else 1.0), f"the same brand: {a.core}"


def core_within(pair: Pair) -> Value:
    """How much of the longer brand the shorter name is, at its head: 大疆 / 大疆智造 0.5."""
    a, b = by_core(pair)
    whole = a.core + a.trade + a.unit + a.body
    if (
        len(a.core) < SHORTEST_CORE
        or a.core == b.core
        or a.is_named_after_place
        or not b.core.startswith(whole)
    ):
        return None
    return len(a.core) / len(b.core), f"begins with the other's brand: {a.core} / {b.core}"


def name_at_end(pair: Pair) -> Value:
    """1 where the shorter name stands behind 中国 or 国家 (证监会), less where behind others (烟台万科)."""
    a, b = by_key(pair)
    whole = b.key if a.key.endswith(TEAM) else b.key.removesuffix(TEAM)
    if len(a.key) < SHORTEST_CORE or a.core == b.core or not whole.endswith(a.key):
        return None
    before = whole.removesuffix(a.key)
    if whole != b.key:
        return (1.0, f"a team and where it plays: {a.key} / {b.key}") if before in b.places else None
    is_hospital = a.body == HOSPITAL and before.endswith(SEATS) and not a.number and a.core not in BODIES
    return (1.0 if before in HEADS or is_hospital else 0.5), f"stands at the other's end: {a.key} / {b.key}"


def other_script_beside(pair: Pair) -> Value:
    """1 for a name, and the same with its form in the other script beside it: DeepSeek深度求索."""
    a, b = by_core(pair)
    if a.core == b.core or any((a.unit, a.body, a.trade, b.unit, b.body, b.trade, a.places, b.places)):
        return None
    halves = _MIXED.fullmatch(b.core)
    if halves is None or a.core not in halves.groups() or _is_anothers(pair, halves):
        return None
    return 1.0, f"the name in the other script beside it: {a.core} / {b.core}"


def _is_anothers(pair: Pair, halves: re.Match[str]) -> bool:
    """Whether the two halves are known names of two: lululemon抖音 is a channel."""
    found = {owner.id for half in halves.groups() if half and (owner := owners().get(half))}
    held = {one.owner.id for one in (pair.left, pair.right) if one.owner}
    return len(found | held) > 1 or any(half in CHANNELS for half in halves.groups())


def abbreviation(pair: Pair) -> Value:
    """1 for a short form that takes a character of every part: 工行 / 中国工商银行, 发改委, 上交所."""
    a, b = by_key(pair)
    short, whole = a.key, b
    if a.unit and a.unit == b.unit:  # 建行深圳分行, 中行上海分行
        known = owners()
        if (owner := known.get(a.core)) and owner == known.get(b.core + b.body):
            return 1.0, f"one known firm's: {a.key} / {b.key}"
        short, whole = a.core, b._replace(unit="", key=b.core + b.body)
    is_club = pair.left.type == ORGANISATION
    if not abbreviates(short, whole, is_club=is_club) or _is_known_for_another(pair, a, b):
        return None
    return 1.0, f"short for the other: {a.key} / {b.key}"


def _is_known_for_another(pair: Pair, short: Firm, whole: Firm) -> bool:
    """Whether the short form is a known name of one that is not called so: 南大 is 南京大学, not 南昌大学."""
    owner = pair.left.owner if pair.left.firm is short else pair.right.owner
    if owner is None or not owner.is_whole:
        return False
    known = take_apart(owner.name)
    is_short = len(known.key) <= len(short.key) or abbreviates(known.key, whole)  # 邮储银行 is its own name
    return not is_short and (known.core, known.body) != (whole.core, whole.body)


def share_name(pair: Pair) -> Value:
    """1 where a marked share leaves out a character, for it has but four: *ST獐岛 / 獐子岛."""
    a, b = sorted(firms_of(pair), key=lambda one: not SHARE_HEAD.search(one.key))
    whole = b.core + b.trade + b.body
    if a.core == b.core or not SHARE_HEAD.search(a.key) or len(whole) - len(a.core) > 1:
        return None
    rest = iter(whole)
    is_short = a.core[0] == whole[0] and all(char in rest for char in a.core)
    return (1.0, f"a marked share's name: {a.key} / {whole}") if is_short else None


def acronym(pair: Pair) -> Value:
    """1 for the initials of a Latin name: TSMC / Taiwan Semiconductor Manufacturing Company."""
    a, b = by_key(pair)
    if not initials_of(a.key, b.words):
        return None
    return 1.0, f"the initials of the other: {a.key} / {' '.join(b.words)}"


def pinyin_brand(pair: Pair) -> Value:
    """1 for a Chinese brand and the same in pinyin: 华为 / Huawei."""
    scripts = two_scripts(pair)
    if scripts is None or not _is_pinyin(*scripts):
        return None
    return 1.0, f"spelled in pinyin: {scripts[0]} / {scripts[1]}"


def brand_sounds_alike(pair: Pair) -> Value:
    """The likeness, from 0.8, of a Chinese and a Latin brand of three sounds or more: 特斯拉 / Tesla."""
    scripts = two_scripts(pair)
    if scripts is None or _is_pinyin(*scripts) or (likeness := _heard(*scripts)) < HEARD:
        return None
    if len(scripts[0]) < FEW or len(letters(scripts[1])) < SPOKEN:  # AMD is a code, no word like 银泰
        return None
    is_long = len(sound(scripts[1])) > FEW
    return likeness * (1.0 if is_long else SHORT), f"alike in sound: {scripts[0]} / {scripts[1]}"


def brands_in_two_scripts(pair: Pair) -> Value:
    """1 for a Chinese and a Latin brand that nothing in their letters makes one: 微软 / Microsoft."""
    scripts = two_scripts(pair)
    if scripts is None or _is_pinyin(*scripts) or _heard(*scripts) >= HEARD:
        return None
    return 1.0, f"not one in sound: {scripts[0]} / {scripts[1]}"


def cores_differ(pair: Pair) -> Value:
    """1 for brands of one script of which neither is short for the other, half where they share much."""
    a, b = by_core(pair)
    if a.core == b.core or a.core.isascii() != b.core.isascii():
        return None
    if is_short_form(pair) or known_brand(pair) or place_in_context(pair):
        return None
    is_near = a.core in b.core or Levenshtein.normalized_similarity(a.core, b.core) > HALF
    return (0.5 if is_near else 1.0), f"brands differ: {a.core} / {b.core}"


def slip(pair: Pair) -> Value:
    """1 for long brands one character apart: 智谱华章 / 智普华章."""
    a, b = firms_of(pair)
    if len(a.core) != len(b.core) or len(a.core) < LONG or Hamming.distance(a.core, b.core) != 1:
        return None
    return 1.0, f"one character off: {a.core} / {b.core}"


def short_together(pair: Pair) -> Value:
    """1 where an article holds both a name and what may be its short form: 青禾 and 青禾智造."""
    a, b = firms_of(pair)
    if not pair.evidence.together or a.core == b.core or not is_short_form(pair):
        return None
    return 1.0, f"both in {pair.evidence.together} articles, one short for the other"


def is_short_form(pair: Pair) -> bool:
    """Whether the shorter name may stand for the longer."""
    return any(ask(pair) for ask in SHORT_FORMS)


SHORT_FORMS = (core_within, name_at_end, other_script_beside, abbreviation, share_name, acronym)


def firms_of(pair: Pair) -> tuple[Firm, Firm]:
    """Both names taken apart."""
    return pair.left.firm, pair.right.firm


def by_core(pair: Pair) -> tuple[Firm, Firm]:
    """The firm of the shorter brand first."""
    a, b = firms_of(pair)
    return (a, b) if len(a.core) <= len(b.core) else (b, a)


def by_key(pair: Pair) -> tuple[Firm, Firm]:
    """The firm of the shorter name first."""
    a, b = firms_of(pair)
    return (a, b) if len(a.key) <= len(b.key) else (b, a)


def two_scripts(pair: Pair) -> tuple[str, str] | None:
    """The Chinese and the Latin brand, if they are so."""
    a, b = firms_of(pair)
    if a.core.isascii() == b.core.isascii() or _MIXED.match(a.core) or _MIXED.match(b.core):
        return None
    return (b.core, a.core) if a.core.isascii() else (a.core, b.core)


@lru_cache(maxsize=1 << 16)
def _is_pinyin(chinese: str, latin: str) -> bool:
    return len(latin) >= LONG and letters(latin) == "".join(syllables(chinese))


@lru_cache(maxsize=1 << 16)
def _heard(chinese: str, latin: str) -> float:
    a, b = sound(chinese), sound(latin)
    return Levenshtein.normalized_similarity(a, b) if min(len(a), len(b)) >= FEW else 0.0
