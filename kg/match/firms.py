"""Features of what stands round two organisations' brands: place, number, body, unit, trade, legal form."""

from kg.match.brands import firms_of, two_scripts
from kg.match.short_forms import abbreviates
from kg.match.sides import Pair
from kg.match.ties import Value
from kg.names import name_key
from kg.names.endings import BUSINESSES, LIGHT_TRADES
from kg.names.firms import SHARE_HEAD, Firm, take_apart
from kg.names.words import words

# A short name leaves these out (清华, 协和, 商务印书馆); 平安 is no 平安银行
LEFT_OUT = frozenset(
    words("大学 学院 医院 交易所 律师事务所 会计师事务所 事务所 出版社 通讯社 电视台 日报 报社 航空")
)
LIGHT_PLACES = frozenset(("中国", "国际", "全球"))
# bodies of which every place has its own: 司法部, 中级人民法院
SEATED = frozenset(
    words(
        """
    部 厅 局 总局 署 法院 检察院 公安局 政府 委员会 大学 医院 人民医院 银行 商会 协会 央行 海关
    """
    )
)
MEDIA = "media"
ARMS = tuple(sorted(BUSINESSES))
GOODS = frozenset("药酒乳煤钢")  # say a trade by one character
LIGHTER = 0.2  # of a business that only a known whole name says
SCHOOLS = ("大学", "学院", "医院")
OF_KNOWN = 0.7  # behind a known brand: 京东科技
IN_FULL, SAYS_MORE = 0.5, 0.2  # where one trade says more than the other, in registered names and in others
LIGHT, OTHER_TRADE = 0.1, 0.3  # how much a trade that only one says speaks against: 科技, 食品
# 中国石油集团 owns 中国石油股份公司; 伊利股份 and 伊利集团 are said of one
GROUP, SHARES, SPOKEN = "集团", "股份", ("股份",)
# what the whole firm does and a short name leaves out, not an arm of it: 顺丰速运, 曹操出行
MAIN_TRADES = words("速运 速递 快递 快运 鲜生 乳业 啤酒 咖啡 火锅 超市 百货 钢铁 药业 制药")
MAIN_BUSINESSES = frozenset(words("出行 货运 招聘 快运"))
SHORT_SEAT = 2  # characters of a place that keeps its ending: 忠县
FULL_FORM = 3  # characters: 有限公司 and 集团公司 are forms in law, 集团 and 公司 are ways to speak


def place_differs(pair: Pair) -> Value:
    """1 for names of two places: 上海农商行 / 北京农商行."""
    a, b = firms_of(pair)
    if not a.places or not b.places or _seats(a) & _seats(b):
        return None
    return 1.0, f"places differ: {'、'.join(a.places)} / {'、'.join(b.places)}"


def _seats(one: Firm) -> set[str]:
    """朝阳 for 朝阳区 as well: a court's short name leaves 区 out."""
    return {
        place.removesuffix("区").removesuffix("县") if len(place) > SHORT_SEAT else place
        for place in one.places
    }


def place_added(pair: Pair) -> Value:
    """1 where only one authority names its place (司法部 / 美国司法部), less for firms and for 中国."""
    a, b = firms_of(pair)
    if not _are_of_one_script(pair) or bool(a.places) == bool(b.places):
        return None
    places = a.places or b.places
    bare = b if a.places else a
    if (
        bare.form == GROUP
        and not set(a.places or b.places) & LIGHT_PLACES
        and not (a if a.places else b).form
        and a.core == b.core
    ):
        return 1.0, f"a group, and one of its firms: {'、'.join(a.places or b.places)}"
    is_light = bool(a.form or b.form) or set(places) <= LIGHT_PLACES or a.core != b.core
    is_seat = pair.left.type == "government" or (a.body or b.body) in SEATED or a.core in SEATED
    return (0.2 if is_light else 1.0 if is_seat else 0.5), f"only one names a place: {'、'.join(places)}"


def number_differs(pair: Pair) -> Value:
    """1 for bodies of two numbers: 第一医院 / 第二医院."""
    a, b = firms_of(pair)
    if not a.number or not b.number or a.number == b.number:
        return None
    return 1.0, f"numbers differ: {a.number} / {b.number}"


def number_added(pair: Pair) -> Value:
    """1 where only one has a number: 北京大学医院 / 北京大学第三医院."""
    a, b = firms_of(pair)
    if not _are_of_one_script(pair) or bool(a.number) == bool(b.number):
        return None
    return 1.0, f"only one has a number: {a.number or b.number}"


def body_differs(pair: Pair) -> Value:
    """1 for bodies of two kinds: 平安银行 / 平安保险."""
    a, b = firms_of(pair)
    if not a.body or not b.body or a.body.endswith(b.body) or b.body.endswith(a.body):
        return None
    return 1.0, f"not one kind of body: {a.body} / {b.body}"


def body_added(pair: Pair) -> Value:
    """1 where only one says what body it is (平安 / 平安银行), little where short names do not (清华)."""
    a, b = firms_of(pair)
    if a.core != b.core or bool(a.body) == bool(b.body) or a.unit or b.unit:
        return None
    bare, whole = (a, b) if b.body else (b, a)
    is_school = whole.body in SCHOOLS and pair.left.type == "company"  # 华为 is no 华为大学
    is_short = whole.body in LEFT_OUT and not (
        is_school or bare.trade or bare.form
    )  # 友谊集团 is no 友谊医院
    is_short = is_short and not _is_known_body(pair, whole)
    return (0.2 if is_short else 1.0), f"only one is a body: {whole.body}"


def _is_known_body(pair: Pair, whole: Firm) -> bool:
    """Whether the bare name is known for another kind of body: 北大 is a university, no 北大医院."""
    bare = pair.right if pair.left.firm is whole else pair.left
    return bare.owner is not None and take_apart(bare.owner.name).body not in ("", whole.body)


def unit_added(pair: Pair) -> Value:
    """1 where only one is a part of the other or its product: 华为 / 华为云, OpenAI / OpenAI安全委员会."""
    unit = _added_unit(pair)
    if unit and unit not in BUSINESSES:
        return 1.0, f"only one is a unit: {unit}"
    section = _section(pair)
    return (1.0, f"only one is a section: {section}") if section else None


def _section(pair: Pair) -> str:
    """What stands behind a paper's name and a dot: 自然·通讯 is no 自然."""
    short, whole = sorted((pair.left, pair.right), key=lambda one: len(one.key))
    head, dot, rest = whole.name.strip("《》").partition("·")
    return rest if dot and whole.type == MEDIA and name_key(head) == short.key else ""


def business_added(pair: Pair) -> Value:
    """1 where only one says a business that may be a part or all: 小米 / 小米汽车, 奇瑞 / 奇瑞汽车."""
    unit = _added_unit(pair)
    if unit not in BUSINESSES:
        return None
    are_bare = not any(one.trade or one.form for one in firms_of(pair))
    is_main = unit in MAIN_BUSINESSES and are_bare and pair.left.owner is pair.right.owner is None
    return (LIGHTER if is_main or _is_only_known(pair) else 1.0), f"only one says this business: {unit}"


def _is_only_known(pair: Pair) -> bool:
    """Whether the longer name is a known firm's and the shorter nobody's: 小鹏汽车, not 小米汽车."""
    short, whole = sorted((pair.left, pair.right), key=lambda one: len(one.key))
    is_bare = short.owner is None and not (short.firm.trade or short.firm.unit)
    return is_bare and whole.owner is not None and whole.owner.is_whole


def _added_unit(pair: Pair) -> str:
    a, b = firms_of(pair)
    whole, part = (a, b) if b.unit else (b, a)
    if whole.unit or not part.unit or not _are_of_one_script(pair):
        return ""
    is_said = part.unit in whole.trade and not _weighty(whole.trade.replace(part.unit, ""))
    return "" if is_said or part.unit in whole.body else part.unit  # 淘米动漫 / 淘米动漫科技有限公司


def unit_differs(pair: Pair) -> Value:
    """1 for two parts: OpenAI中国研究院 / OpenAI安全委员会."""
    a, b = firms_of(pair)
    ends = (a.unit or a.body, b.unit or b.body)
    if not (a.unit or b.unit) or not all(ends) or ends[0].endswith(ends[1]) or ends[1].endswith(ends[0]):
        return None
    return 1.0, f"units differ: {ends[0]} / {ends[1]}"


def trade_differs(pair: Pair) -> Value:
    """1 for one brand in two trades (青禾科技 / 青禾食品), less where one only says more (智能装备)."""
    a, b = firms_of(pair)
    if a.core != b.core or not a.trade or not b.trade:
        return None
    one, other = _weighty(a.trade), _weighty(b.trade)
    are_light = not (one or other or a.form or b.form or set(a.trade) & set(b.trade))
    if are_light:  # 浪潮信息 / 浪潮软件
        return OTHER_TRADE, f"trades differ: {a.trade} / {b.trade}"
    if one == other or (one and other and _is_one_trade(one, other)):
        return None
    are_two = bool(one and other) or not set(a.trade) & set(b.trade)
    value = 1.0 if are_two else IN_FULL if a.form and b.form else SAYS_MORE
    return value, f"trades differ: {a.trade} / {b.trade}"


def _is_one_trade(one: str, other: str) -> bool:
    """石化 and 石油化工, 药业 and 医药; 金属 and 金融 are two, whatever character they share."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    pairs = {short[at : at + 2] for at in range(len(short) - 1)}
    shares_goods = bool(set(one) & set(other) & GOODS)
    return shares_goods or any(two in long for two in pairs) or all(char in rest for char in short)


def _weighty(trade: str) -> str:
    """The trade without what any firm may add: 装备 of 智能装备."""
    for word in LIGHT_TRADES:
        trade = trade.replace(word, "")
    return trade


def trade_added(pair: Pair) -> Value:
    """Where only one says its trade: 0.1 for 青禾科技, 0.3 for 青禾食品, 1 for a part (平安资管)."""
    a, b = firms_of(pair)
    if a.core != b.core or bool(a.trade) == bool(b.trade) or a.unit or b.unit:
        return None
    bare, whole = (a, b) if b.trade else (b, a)
    return _added_trade(pair, bare, whole), f"only one says its trade: {whole.trade}"


def _added_trade(pair: Pair, bare: Firm, whole: Firm) -> float:
    if bare.body and bare.body == whole.body:  # 应急部 = 应急管理部
        return LIGHT if abbreviates(bare.key, whole) else 1.0
    is_share = bool(SHARE_HEAD.search(bare.key)) and not whole.places  # *ST众泰 / 众泰汽车
    if is_share or _is_only_known(pair) or (whole.trade in MAIN_TRADES and not bare.form):
        return LIGHT
    if whole.trade.endswith(ARMS):
        return 1.0
    if _is_known_brand(pair) and not whole.form:
        return OF_KNOWN
    if whole.trade.endswith(LIGHT_TRADES) and not bare.body:
        return LIGHT
    return 1.0 if bare.form or bare.body else OTHER_TRADE


def _is_known_brand(pair: Pair) -> bool:
    """Whether the shorter name is a known firm's that is never called the longer: 京东 / 京东科技."""
    short, whole = sorted((pair.left, pair.right), key=lambda one: len(one.key))
    return short.owner is not None and short.owner.is_whole and whole.owner is None


def form_differs(pair: Pair) -> Value:
    """1 for two forms in law (集团有限公司 / 股份有限公司), little for a way to speak (集团)."""
    a, b = firms_of(pair)
    if a.core != b.core or not a.form or not b.form or a.form.endswith(b.form) or b.form.endswith(a.form):
        return None
    is_share = any(SHARES in form and form not in SPOKEN for form in (a.form, b.form))
    is_group = any(GROUP in form and SHARES not in form for form in (a.form, b.form))
    are_full = min(len(a.form), len(b.form)) >= FULL_FORM or (is_share and is_group)
    are_full = are_full and _are_of_one_script(pair)
    return (1.0 if are_full else 0.2), f"legal form differs: {a.form} / {b.form}"


def _are_of_one_script(pair: Pair) -> bool:
    """Whether the parts round the brands can be compared: 天图投资 / Tian Tu Capital cannot."""
    return two_scripts(pair) is None
