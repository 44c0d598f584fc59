"""Features of two sentences in which one name stands: what they share, and what cannot be one bearer's."""

import re

from kg.match.people import last_name_alone
from kg.match.profile import Profile
from kg.match.senses import BUSINESS, sense_of
from kg.match.sides import FIRM, OTHER, PERSON, PRODUCT, Pair
from kg.match.ties import Value
from kg.match.told import Told, told
from kg.names import name_key
from kg.names.words import words

ENOUGH = 2  # words, or a word and a place, that two sentences share by more than chance
UNSURE = 0.5  # where they share nothing, but nothing in them clashes either
WORD = 2  # characters
SHORTEST_PLACE = 2  # characters of a place that a longer name begins with
SHOWN = 4  # of what two sentences share
OWN, OTHERS = "\x01", "\x02"  # stand for the two names in a sentence
_NAMED = f"(?:{'|'.join(words('以下简称 下称 简称 又名 也叫 又称 人称 全称 原名 曾用名 前身 英文名 中文名'))}"
_NAMED += f"|{'|'.join(words('本名 笔名 改名 更名 改称 易名'))})"
_BEFORE_NAME = "(?:[为是作叫:,“《「就了的即])*"
_RENAMED = re.compile(
    rf"{OWN}[^。;]{{0,12}}[由从]{OTHERS}.{{0,3}}(?:改|更|易)名"
    rf"|{OWN}[^。;]{{0,12}}{_NAMED}{_BEFORE_NAME}{OTHERS}|{OTHERS}[^。;]{{0,12}}{_NAMED}{_BEFORE_NAME}{OWN}"
)


def contexts_apart(pair: Pair) -> Value:
    """1 where the sentences on one name name two firms, places or years, 0.5 where they share nothing."""
    if not (_has_two(pair) and _names_agree(pair)):
        return None
    left, right = (_told_of(profile) for profile in pair.profiles)
    if (clash := _clash(pair, left, right)) and not clash.startswith("years") and left.firms & right.firms:
        return None
    if clash:
        return 1.0, clash
    is_one_key = pair.left.key == pair.right.key and not _is_unmistakable(pair)
    if (not is_one_key and pair.kind != PERSON) or _shared(pair, left, right):
        return None
    return UNSURE, "the sentences share nothing"


def contexts_agree(pair: Pair) -> Value:
    """1 where the sentences share an organisation and a title or more words, half with words alone."""
    if not _has_two(pair):
        return None
    left, right = (_told_of(profile) for profile in pair.profiles)
    shared = _shared(pair, left, right)
    if not shared or _clash(pair, left, right):
        return None
    is_strong = bool(left.firms & right.firms) and len(shared) > 1
    return (1.0 if is_strong else UNSURE), f"the sentences share: {'、'.join(shared[:SHOWN])}"


def named_in_full(pair: Pair) -> Value:
    """1 where the sentence of a surname with a title names the other in full: 周见山到会，周总…"""
    a, b = pair.left.person, pair.right.person
    if not a.surname or a.surname != b.surname or bool(a.given) == bool(b.given):
        return None
    (short, profile), (whole, _) = sorted(
        zip((a, b), pair.profiles, strict=True), key=lambda side: bool(side[0].given)
    )
    text = name_key(profile.context)
    rest = text.replace(short.key, "").replace(whole.name, "")
    if whole.name not in text or short.surname in rest:
        return None
    return 1.0, f"its sentence names {whole.name}"


def renamed_in_context(pair: Pair) -> Value:
    """1 where a sentence says that one is another name of the other: 青禾由海川智造改名而来."""
    for profile, other in zip(pair.profiles, (pair.right, pair.left), strict=True):
        text, own = name_key(profile.context), name_key(profile.name)
        if not text or own in other.key or other.key in own:
            continue
        if _RENAMED.search(text.replace(own, OWN).replace(other.key, OTHERS)):
            return 1.0, f"a sentence says that it is one: {profile.name} / {other.name}"
    return None


def place_in_context(pair: Pair) -> Value:
    """1 where what the longer name has before the shorter stands in its sentence: 海川的车厂星图."""
    for (one, profile), other in (
        ((pair.left, pair.profiles[0]), pair.right),
        ((pair.right, pair.profiles[1]), pair.left),
    ):
        before = other.firm.core[: max(other.firm.core.find(one.firm.core), 0)]
        if profile.context and len(before) >= SHORTEST_PLACE and before in name_key(profile.context):
            return 1.0, f"its sentence speaks of {before}"
    return None


def _has_two(pair: Pair) -> bool:
    return bool(pair.profiles[0].context and pair.profiles[1].context)


def _names_agree(pair: Pair) -> bool:
    """Whether the names alone would make the two one, and no list does."""
    a, b = pair.left, pair.right
    if a.key == b.key:
        return True
    if pair.kind == PERSON:
        return a.person.name == b.person.name or (
            not (a.owner and b.owner) and last_name_alone(pair) is not None
        )
    return pair.kind == FIRM and a.firm.core == b.firm.core


def _told_of(profile: Profile) -> Told:
    return told(profile.context, profile.name)


def _is_unmistakable(pair: Pair) -> bool:
    """Whether hardly two bear the name: 北京青禾科技有限公司, 浙江大学, a firm called 青禾保险."""
    one = pair.left.firm
    is_placed = bool(one.places and (one.form or one.body))
    is_firm = "company" in (pair.left.type, pair.right.type) and bool(one.form or one.body or one.trade)
    return pair.kind == FIRM and (is_placed or is_firm) and not one.number


def _is_known(pair: Pair) -> bool:
    return pair.left.owner is not None or pair.right.owner is not None


def _clash(pair: Pair, left: Told, right: Told) -> str:
    """What the two sentences say that one bearer can hardly have; "" if nothing."""
    if left.year and right.year and left.year != right.year and pair.kind in (PRODUCT, OTHER):
        return f"years differ: {left.year} / {right.year}"
    if pair.kind == PERSON:  # a known one may be tied to many firms: 马斯克
        return "" if _is_known(pair) else _two(left.firms, right.firms)
    if pair.kind == PRODUCT:
        return ""
    return _two(left.countries, right.countries) or _two(left.places, right.places)


def _two(left: frozenset[str], right: frozenset[str]) -> str:
    """What the two sentences name of a kind, "" unless both name some and none is the same."""
    if not left or not right or left & right:
        return ""
    return f"the sentences speak of {'、'.join(sorted(left))} and of {'、'.join(sorted(right))}"


def _shared(pair: Pair, left: Told, right: Told) -> list[str]:
    """The organisations, titles and words that both sentences hold; one word or place alone is none."""
    found = sorted(left.firms & right.firms)
    is_elsewhere = _two(left.places, right.places) or _two(left.countries, right.countries)
    has_firm = bool(left.firms or right.firms)
    if left.places & right.places or found or not (has_firm or is_elsewhere):  # any firm has a 首席执行官
        found += sorted(left.titles & right.titles)
    if pair.kind == OTHER:  # 鼓楼区 of 南京 in both
        found += sorted(left.places & right.places)
    found += _latin(left.words & right.words)
    both = left.words & right.words
    if len(set("".join(both))) // WORD + bool(left.places & right.places) >= ENOUGH and both:
        found += sorted(both)
    if not found and pair.kind == FIRM and _is_known(pair):
        senses = {sense_of(profile.context, profile.name).sense for profile in pair.profiles}
        found += [BUSINESS] if senses == {BUSINESS} else []
    return found


def _latin(found: frozenset[str]) -> list[str]:
    return sorted(word for word in found if word.isascii() and not word.isdigit())
