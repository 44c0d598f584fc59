"""Blocks of names: two names of one bearer nearly always share one, and a block stays small.

The keys come of the written form alone, not of what else is known, so that an entity table that grew
article by article has the pairs of one built at once. What only an article can tell (周总 is 周鸿祎) has
no block: a surname's block would hold thousands.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, groupby
from itertools import product as combine

from kg.match.short_forms import FREE, KEPT, SIGNS
from kg.match.sides import Side, side
from kg.match.things import KINDS
from kg.names.endings import BODIES, FORMS_LATIN, SOFT_LATIN
from kg.names.firms import Firm, tails
from kg.names.latin import letters, sound, spellings, surname_spellings, syllables
from kg.names.people import Person
from kg.names.places import places, take_places
from kg.names.products import Product
from kg.names.surnames import SPELLING

NAMED, OWNED, SPELLED, HEARD, SHORTENED, SLIPPED, VERSIONED = "n:", "k:", "p:", "s:", "a:", "d:", "v:"
# Of many that end in 史密斯, many firms called 青禾, many Chinese names read Li Li no two are one
# for that: names with such a key are near those with the plain one, and not each other.
LAST, READ, BEGUN, TRADED = "l:", "q:", "i:", "t:"
PLAIN = {LAST: NAMED, READ: SPELLED}

SHORTEST = 2  # characters of a name that stands for a longer one: 智谱 of 智谱华章
SHORTEST_WHOLE = 4  # characters of a name that a shorter one may begin, or that a slip leaves alike: 智谱华章
LONGEST_SLIPPED = 8  # characters of a name that is asked for slips; each costs a key
FEW_LETTERS = 4  # of pinyin: fewer say too little
FEW_SOUNDS, MOST_SOUNDS = 3, 4  # KK is 库克 and many others; beyond four, spellings differ too much
SHORTEST_FOREIGN = 3  # characters: 普京 has two, but so have 川威 and all brands
FOREIGN_PARTS = 3  # of a foreign name: Taiwan Semiconductor Manufacturing Company is nobody's
LONGEST_SHORT = 6  # characters of a short form: 国家发改委
ACRONYM = 3  # letters of the shortest acronym
PINYIN = re.compile(r"^x|zh|q(?!u)|(?<=[ng])x")  # no European name is spelled so, but Xinghuo is
TRADE = 2  # characters of a trade's end
HALVES = 2  # deepseek and 深度求索
ENDS = frozenset(
    char for body in BODIES for word in (body, *KEPT.get(body, ())) for char in (word[0], word[-1])
)  # of short forms: 行 in 工行, 委 in 发改委
HEADS = frozenset(word[0] for word in FREE)  # 中 in 中石化


def blocks(form: str) -> frozenset[str]:
    """The block keys of a written form; every form has at least that of its own key."""
    one = side(form, None)
    parts = () if one.product.version else (*_of_firms(one.firm), *_of_people(one.person))
    return frozenset((NAMED + one.key, *_of_anything(one), *_whole_brand(one.firm), *parts))


def plain(block: str) -> str:
    """The key that a name must have to be near one with this key, which itself may be such a plain one."""
    return PLAIN.get(block[:2], block[:2]) + block[2:]


def sought(found: Iterable[str]) -> frozenset[str]:
    """The keys of which a name must have one to be near a name with these keys."""
    others = {key: other for other, key in PLAIN.items()}
    both = (
        (block, others[block[:2]] + block[2:]) if block[:2] in others else (plain(block),) for block in found
    )
    return frozenset(chain.from_iterable(both))


def _of_anything(one: Side) -> Iterator[str]:
    """The known entity, the product without blanks and kind, what a slip or a shorter name leaves of it."""
    if one.owner:
        yield OWNED + one.owner.id
    yield from _of_products(one.product)
    if not (one.person.titles or one.product.version):  # 通义2.5 and 通义3.5 are no slip apart
        yield from (slip + _trade(one.firm) for slip in _slips(one.firm.core))
        yield from (NAMED + part for part in _shorter(one.firm))


def _of_products(what: Product) -> Iterator[str]:
    """gpt4 for GPT-4 and GPT 4, sora for Sora模型."""
    kind = max((kind for kind in KINDS if what.family.endswith(kind)), key=len, default="")
    family = what.family.removesuffix(kind)
    if what.version:
        yield VERSIONED + (family or what.family) + "".join(what.version)
    elif kind and len(family) >= SHORTEST:
        yield NAMED + family


def _slips(name: str) -> Iterator[str]:
    """The name and what is left of it without any one character; two names one slip apart share one."""
    if not SHORTEST_WHOLE - 1 <= len(name) <= LONGEST_SLIPPED or name.isascii():
        return
    yield SLIPPED + name
    if len(name) >= SHORTEST_WHOLE:  # of two short names a slip leaves nothing to know them by
        yield from (SLIPPED + name[:at] + name[at + 1 :] for at in range(len(name)))


def _whole_brand(what: Firm) -> Iterator[str]:
    """智谱华章 of 北京智谱华章科技有限公司; 北京大学 has none but 北京, which is no brand.

    One that says its trade is near those of the same trade: 青禾食品 and 青禾汽车 share but a brand.
    """
    if len(what.core) >= SHORTEST and not (what.body and what.core in what.places):
        brand = what.core + what.number
        yield from (LAST + brand, TRADED + brand + _trade(what)) if what.trade else (NAMED + brand,)


def _trade(what: Firm) -> str:
    """The end of the trade, which is the same where one name says more: 科技 of 智能科技."""
    return what.trade[-TRADE:]


def _of_firms(what: Firm) -> Iterator[str]:
    """The brand in pinyin, and short forms."""
    if what.core == what.key:
        read = "".join(syllables(what.core))
        yield from _spelled(read, by=READ) if read else _spelled(letters(what.core))
    yield from (SHORTENED + part for part in _abbreviations(what))
    yield from (NAMED + part for part in _acronyms(what))


def _shorter(what: Firm) -> Iterator[str]:
    """智谱 of 智谱华章, deepseek and 深度求索 of both in one, 证监会 of 中国证监会."""
    latin = "".join(char for char in what.core if char.isascii())
    chinese = "".join(char for char in what.core if not char.isascii())
    if latin and chinese:
        yield from (half for half in (latin, chinese) if len(half) >= SHORTEST)
    elif SHORTEST_WHOLE <= len(chinese) <= LONGEST_SHORT and not set(chinese) <= SPELLING:
        yield from {chinese[:SHORTEST]} - _leading()
    if what.places and len(rest := take_places(what.key).rest) >= SHORTEST and rest not in tails():
        yield rest


@cache
def _leading() -> frozenset[str]:
    """What begins names of many bearers, and stands for none of them: 北京, 国家."""
    return places() | frozenset(FREE)


def _spelled(*parts: str, by: str = SPELLED) -> Iterator[str]:
    """A name in pinyin, whatever the order of its parts: Yiming Zhang, Zhang Yiming."""
    if sum(map(len, parts)) >= FEW_LETTERS:
        yield by + ".".join(sorted(parts))


def _abbreviations(what: Firm) -> Iterator[str]:
    """First and last character of what may be a short form (发改委), and of all that a long name may give."""
    is_short = SHORTEST <= len(what.key) <= LONGEST_SHORT and not (what.form or what.trade)
    if is_short and what.key[-1] in ENDS:
        yield what.key[0] + what.key[-1]
    if is_short and what.key[0] in HEADS and len(what.key) > SHORTEST:
        yield what.key[1] + what.key[-1]  # 科院 of 中科院: half the country begins with 中
    if what.body or set(what.places) & set(FREE):
        yield from map("".join, combine(_firsts(what), _lasts(what)))


def _firsts(what: Firm) -> Iterator[str]:
    """What a short form may begin with: 海 or 沪 of 上海海事法院, 工 of 中国工商银行."""
    places = [place for place in what.places if place not in FREE]
    yield from (first for place in places[-1:] for first in (place[0], *SIGNS.get(place, "")))
    yield take_places(what.core + what.trade).rest[:1]


def _lasts(what: Firm) -> Iterator[str]:
    """What it may end with: 大 and 学 of 大学, 院 of 人民法院; without a body what the middle ends with."""
    if not what.body:
        yield (what.core + what.trade)[-1:]
        return
    for word in (what.body, *KEPT.get(what.body, ())):
        yield from (word[0], word[-1])


def _acronyms(what: Firm) -> Iterator[str]:
    """tsmc of taiwan semiconductor manufacturing company, with and without the last words."""
    initials = "".join(word[0] for word in what.words) if all(map(str.isalpha, what.words)) else ""
    for length in range(max(ACRONYM, len(initials) - HALVES), len(initials) + 1):
        yield initials[:length]


def _of_people(who: Person) -> Iterator[str]:
    """The name without titles, its pinyin, a foreign name's last part, and how that sounds."""
    if len(who.name) >= SHORTEST and who.name not in tails():
        yield NAMED + who.name
    if who.surname and who.given:
        for spelling in spellings(who.surname, ""):
            yield from _spelled(spelling, "".join(syllables(who.given)), by=READ)
    if 1 < len(who.parts) <= FOREIGN_PARTS and who.parts[-1] not in _common():
        yield LAST + who.parts[-1]
        yield f"{BEGUN}{sound(who.parts[0])[:1]}.{who.parts[-1]}"  # 蒂姆·库克 and 提姆·库克
    if who.name.isascii():
        words = [letters(part) for part in who.parts]
        for at in {1, len(words) - 1} if 1 < len(words) <= FOREIGN_PARTS else ():
            yield from _spelled("".join(words[:at]), "".join(words[at:]))
    if len(who.parts) <= FOREIGN_PARTS and may_be_foreign(who):
        yield from _heard(who.parts)


@cache
def _common() -> frozenset[str]:
    """Last words that many names end with and none goes by: Group, Technologies; Zhang."""
    return FORMS_LATIN | SOFT_LATIN | surname_spellings()


def may_be_foreign(who: Person) -> bool:
    """Whether it has parts (埃隆·马斯克), is Latin but surely no pinyin, or is written as such."""
    (first, *rest) = who.parts
    if first.isascii():
        return not PINYIN.search(who.key)
    return bool(rest) or (len(first) >= SHORTEST_FOREIGN and set(first) <= SPELLING)


def _heard(parts: Sequence[str]) -> Iterator[str]:
    """S.ATMN for 萨姆·奥特曼 and Sam Altman, .ATMN for 奥特曼; an h is not always heard, nor TT as two."""
    heard = sound(parts[-1])
    if len(heard) >= FEW_SOUNDS:
        plain = "".join(char for char, _ in groupby(heard.replace("H", "")))
        first = sound(parts[0])[:1] if len(parts) > 1 else ""
        yield f"{HEARD}{first}.{plain[:MOST_SOUNDS]}"
