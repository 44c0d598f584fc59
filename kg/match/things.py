"""Features of products', works', places' and events' names."""

import re

from rapidfuzz.distance import Levenshtein

from kg.match.sides import FIRM, Pair, Side, owners
from kg.match.ties import Value
from kg.names import name_key
from kg.names.latin import letters, syllables
from kg.names.places import STEMS, places, take_places
from kg.names.products import Product, number_of
from kg.names.words import words

# what a text adds to a product's name: Sora模型, Kimi智能助手, 文心一言大模型
KINDS = frozenset(
    words(
        """
    号 模型 大模型 语言模型 智能助手 助手 系统 软件 平台 app 手机 汽车 芯片 系列 机器人 聊天机器人 版 浏览器
    """
    )
)
# the kinds that are said of one and the same thing in turn: 星图大模型 is 星图平台, but no 星图手机
SAID_IN_TURN = KINDS - frozenset(words("号 手机 汽车 芯片 机器人 聊天机器人 浏览器"))
SHORTEST = 2  # characters of a family that another may hold
STATES = ("中华人民共和国",)  # before laws
STATE = "州"
PLACE_ENDINGS = (*STEMS, "新区", "区", "县", STATE)
TITLED, TITLE = "法会节赛展", (3, 4)  # last characters of such a title, and how long its short form is
PARA = "残"  # 冬残奥会 is no 冬奥会
TITLE_HEADS = ("中国", "国际", "世界", "第届")  # 第届 is what is left of 第六届
SERIAL = "号"  # 神舟十三号
WORD = 2  # characters of a family that one stands for: 神 of 神舟
ROMAN = {"ii": "2", "iii": "3", "iv": "4", "ⅱ": "2", "ⅲ": "3", "ⅳ": "4"}  # 战狼Ⅱ
_LAST = re.compile(r"(?P<head>.*[\u4e00-\u9fff])(?P<number>[一二三四五六七八九]|ii|iii|iv|[ⅱⅲⅳ])")
_NUMBERED = re.compile(
    r"(?P<head>[\u4e00-\u9fff])(?P<number>[一二三四五六七八九]|十[一二三四五六七八九]?)号?"
)
WORK = "work"
PINYIN = 4  # letters: fewer are spelled so by chance
_TITLED = re.compile(r".+[·•・:：—]\s*(?P<last>[^·•・:：—]{2,})")
LONG = 5  # characters of a name in which one may be a slip


def same_product(pair: Pair) -> Value:
    """1 for one family and version in two spellings: GPT-4 / GPT4."""
    a, b = products_of(pair)
    if pair.left.key == pair.right.key:
        return None
    is_one = _bare_family(a) == _bare_family(b) and _numbered(a) == _numbered(b)
    return (1.0, f"one family and version: {a.family} {' '.join(a.version)}") if is_one else None


def version_differs(pair: Pair) -> Value:
    """1 for two versions: GPT-4 / GPT-3.5; also in names of firms and events that hold numbers."""
    a, b = products_of(pair)
    if not a.version or not b.version or _numbered(a) == _numbered(b):
        return None
    return 1.0, f"versions differ: {' '.join(a.version)} / {' '.join(b.version)}"


def version_added(pair: Pair) -> Value:
    """1 where only one names a version: GPT / GPT-4."""
    a, b = products_of(pair)
    if bool(a.version) == bool(b.version) or short_family(pair) or maker_added(pair):
        return None
    return 1.0, f"only one has a version: {' '.join(a.version or b.version)}"


def kind_added(pair: Pair) -> Value:
    """1 where one only adds what it is: Sora / Sora模型."""
    before, added = _added(pair)
    if added not in KINDS and before not in STATES:
        return None
    return 1.0, f"only adds what it is: {added or before}"


def maker_added(pair: Pair) -> Value:
    """1 where one only adds its maker: Sora / OpenAI Sora, iPhone 15 / 苹果iPhone 15."""
    short, whole = sorted((pair.left, pair.right), key=lambda one: len(one.key))
    is_whole = len(short.key) >= SHORTEST and short.key != whole.key and whole.key.endswith(short.key)
    before = owners().get(whole.key.removesuffix(short.key)) if is_whole else None
    if before is not None and before.kind == FIRM:  # 华为P60
        return 1.0, f"only adds its maker: {before.name}"
    maker = _added(pair)[0]
    owner = owners().get(maker) if maker else None
    if owner is None or owner.kind != FIRM or len({_numbered(one) for one in products_of(pair)}) > 1:
        return None
    return 1.0, f"only adds its maker: {maker}"


def place_named_fully(pair: Pair) -> Value:
    """1 for a place with and without its ending: 北京 / 北京市; 吉林市 and 吉林省 are two."""
    if pair.left.type != "place":
        return None
    ending = _added(pair)[1]
    is_two = ending == STATE and min(pair.left.key, pair.right.key, key=len) in places()  # 海南, and 海南州
    if ending in PLACE_ENDINGS and not is_two:
        return 1.0, f"only adds what place it is: {ending}"
    short, whole = sorted((pair.left.key, pair.right.key), key=len)
    seated = take_places(whole)
    is_bare = short in {_bare(seated.rest), seated.rest} and seated.places and len(short) >= SHORTEST
    return (1.0, f"only adds where it is: {'、'.join(seated.places)}") if is_bare else None


def _bare(place: str) -> str:
    """雄安 for 雄安新区, 首都机场 for 首都国际机场."""
    ending = next((one for one in PLACE_ENDINGS if place.endswith(one) and len(place) > len(one) + 1), "")
    return place.removesuffix(ending).replace("国际机场", "机场")


def family_within(pair: Pair) -> Value:
    """1 where one family begins or ends with the other: 豆包 / 豆包手机助手, GPT / ChatGPT."""
    short, whole = sorted((one.family for one in products_of(pair)), key=len)
    if short == whole or any(ask(pair) for ask in WAYS if ask is not family_within):
        return None
    is_within = len(short) > 1 and (whole.startswith(short) or whole.endswith(short))
    return (1.0, f"one within the other: {short} / {whole}") if is_within else None


def short_title(pair: Pair) -> Value:
    """1 for the short name of a law or a fair: 个保法 / 个人信息保护法, 进博会 / 中国国际进口博览会."""
    (short, one), (whole, other) = sorted(((p.family, p.version) for p in products_of(pair)), key=_length)
    for head in (*STATES, *TITLE_HEADS):
        whole = whole.removeprefix(head)
    if one != other or not TITLE[0] <= len(short) <= TITLE[1] or len(whole) - len(short) < WORD:
        return None
    is_framed = short[0] == whole[0] and short[-1] == whole[-1] and short[-1] in TITLED
    rest = iter(whole)
    is_through = short[:-1] not in whole and PARA not in whole and all(char in rest for char in short)
    return (1.0, f"short for the other: {short} / {whole}") if is_framed and is_through else None


def spelled_family(pair: Pair) -> Value:
    """1 for a Chinese family and the same in pinyin: 飞书 / Feishu."""
    a, b = products_of(pair)
    latin, chinese = sorted((a, b), key=lambda one: not one.family.isascii())
    if latin.version != chinese.version or not latin.family.isascii() or len(latin.family) < PINYIN:
        return None
    if letters(latin.family) != "".join(syllables(chinese.family)):
        return None
    return 1.0, f"spelled in pinyin: {chinese.family} / {latin.family}"


def subtitle(pair: Pair) -> Value:
    """1 for a work's title with and without what stands before it: 青禾传 / 山海·青禾传."""
    short, whole = sorted((one.name for one in (pair.left, pair.right)), key=len)
    found = _TITLED.fullmatch(whole)
    if (
        WORK not in (pair.left.type, pair.right.type)
        or found is None
        or name_key(found["last"]) != name_key(short)
    ):
        return None
    return 1.0, f"its title behind another: {whole}"


def capitals(pair: Pair) -> Value:
    """1 for the capitals of a Latin family with the same number: PS5 / PlayStation 5."""
    short, whole = sorted((pair.left, pair.right), key=lambda one: len(one.name))
    number = _numbered(short.product)
    if not number or number != _numbered(whole.product) or len(short.product.family) < SHORTEST:
        return None
    initials = "".join(char for char in whole.name if char.isascii() and char.isupper()).lower()
    is_short = short.product.family == initials != whole.product.family
    return (1.0, f"its capitals: {initials} {number} / {whole.name}") if is_short else None


def short_family(pair: Pair) -> Value:
    """1 for the head characters of a family before its number: 神十三 / 神舟十三号, 复联4 / 复仇者联盟4."""
    (short, one), (family, other) = sorted(map(_family_and_number, (pair.left, pair.right)), key=_length)
    family = family.removesuffix(SERIAL)
    if not one or one != other or not short or short[0] != family[:1] or short.isascii():
        return None
    is_head = len(short) == 1 and len(family) == WORD
    rest = iter(family)
    is_through = 1 < len(short) < len(family) and short not in family and all(char in rest for char in short)
    return (1.0, f"short for the other: {short} {one} / {family}") if is_head or is_through else None


def _family_and_number(one: Side) -> tuple[str, str]:
    """神 and 13 of 神十三, 长 and 5 of 长五, whose numeral stands uncounted."""
    if found := _NUMBERED.fullmatch(one.key):
        return found["head"], str(number_of(found["number"]))
    return one.product.family, _numbered(one.product)


def _length(named: tuple[str, object]) -> int:
    return len(named[0].removesuffix(SERIAL))


WAYS = (
    *(kind_added, maker_added, place_named_fully, family_within, short_family, short_title, capitals),
    *(spelled_family, subtitle),
)


def families_differ(pair: Pair) -> Value:
    """1 for two families, less where they share much: 文心一言 / 通义千问."""
    a, b = map(_bare_family, products_of(pair))
    if a == b or _without_kind(a) == _without_kind(b) or any(ask(pair) for ask in WAYS):
        return None
    likeness = Levenshtein.normalized_similarity(a, b)
    is_slip = max(len(a), len(b)) >= LONG and Levenshtein.distance(a, b) == 1
    return (0.4 if is_slip else 1.0 if likeness < 0.5 else 0.8), f"not one name: {a} / {b}"


def products_of(pair: Pair) -> tuple[Product, Product]:
    """Both products; where one alone has a number, the other's last numeral is one: 流浪地球二, 红旗九."""
    a, b = pair.left.product, pair.right.product
    if bool(a.version) == bool(b.version):
        return a, b
    return (a, _counted(b, a)) if a.version else (_counted(a, b), b)


def _counted(one: Product, other: Product) -> Product:
    found = _LAST.fullmatch(one.family)
    if found is None or found["head"] != other.family:
        return one
    number = ROMAN.get(found["number"]) or str(number_of(found["number"]))
    return Product(found["head"], (number,))


def _bare_family(one: Product) -> str:
    """长津湖水门桥 for 长津湖之水门桥, 嫦娥 for 嫦娥6号."""
    return one.family.removesuffix(SERIAL if one.version else "").replace("之", "") or one.family


def _without_kind(family: str) -> str:
    """星图 for 星图大模型 and 星图平台."""
    kinds = (kind for kind in SAID_IN_TURN if family.endswith(kind) and len(family) - len(kind) >= SHORTEST)
    return family.removesuffix(max(kinds, key=len, default=""))


def _added(pair: Pair) -> tuple[str, str]:
    """What the longer family has before and behind the shorter; nothing where the two do not fit."""
    short, whole = sorted((one.family for one in products_of(pair)), key=len)
    if short == whole or len(short) < SHORTEST:
        return "", ""
    if whole.startswith(short):
        return "", whole.removeprefix(short)
    return (whole.removesuffix(short), "") if whole.endswith(short) else ("", "")


def _numbered(one: Product) -> str:
    """The version in one word: 15pro, whether it was written so or with a blank."""
    return "".join(one.version)
