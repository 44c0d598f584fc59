"""The sum or the share that belongs to a tie: 以15亿美元收购, 持有近70%股权."""

import re
from collections.abc import Iterator

from kg.extract.ties.evidence import SENTENCE_END, between, clauses, evidence, hull, overlaps, sentence
from kg.extract.ties.status import is_granted
from kg.extract.ties.words import said_by
from kg.records import TextSpan

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千半数几][一二两三四五六七八九十百千零点多]*)"
_CURRENCY = "美元|美金|人民币|港元|港币|欧元|英镑|日元|日圆|韩元|卢比|卢布|瑞郎|澳元|加元|新元|新台币|元"
_SIGN = r"(?:US\$|HK\$|RMB|CNY|USD|[$€£¥￥])"
_ROUGHLY = "(?:近|约|超过?|逾|至少|不超过|最多|最高|高达)?"
_SUM = re.compile(
    rf"{_ROUGHLY}(?:(?:人民币|{_SIGN})\s?)?{_NUMBER}\s?[多余几]?\s?(?:万亿|千亿|百亿|千万|百万|[万亿千百])?[多余]?(?:{_CURRENCY})"
    rf"|{_ROUGHLY}{_SIGN}\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:万亿|[万亿]|(?i:trillion|billion|million|bn|mn|[bmk]\b)))?"
    r"|\d[\d,]*(?:\.\d+)?\s?(?i:trillion|billion|million)(?:\s(?i:US dollars|dollars|yuan|euros))?"
)
_PERCENT = rf"{_ROUGHLY}(?:\d+(?:\.\d+)?\s?[%％]|百分之{_NUMBER}|[一二三四五六七八九]成(?:半|以上)?)"
_SHARE = re.compile(
    rf"(?P<named>{_PERCENT}的?(?:股权|股份|持股|股票|权益|股)|全部股[权份])"
    rf"|(?:持股|占股|出资比例|股权比例|持有)[^，。；：\d%％]{{0,12}}?(?P<bare>{_PERCENT}(?:的?(?:股权|股份|股票|权益))?)"
)
# 估值100亿元, 营收3亿元: what a firm is worth or earns is no part of the tie
_OTHER = re.compile(
    "(?:每股|估值|市值|股[份票]价值|营业?收入?|净?利润|净利|负债|债务|资产|成本|亏损|身家|财富|注册资本|单价|售价|销售额|年薪)"
    "[^，。；\\d]{0,6}$"
)
_OTHER_AFTER = re.compile("的?(?:投资组合|资产|债务|债券|营收|市值|估值)")
# the clause after the pair belongs to it when it opens with the deal: ，持股比例为20%, ，交易总额达141亿美元
_DEAL = re.compile("[^，。；]{0,6}?(?:持股|占股|出资|股权比例|交易|作价|对价|代价|总价|金额)")
SHARES_ONLY = frozenset({"subsidiary_of"})
TYPES = frozenset({"invests_in", "acquires", *SHARES_ONLY})

_PAYING = re.compile("(?:以|斥资|耗资|出资|作价|出价|豪掷)[^，。；]{0,3}$")  # 以2亿元价格，拿下…


def amount(text: str, subject: TextSpan, object_: TextSpan, type_: str) -> TextSpan | None:
    """The sum paid, else the share held, of a tie; None where its one sentence gives none.

    Investments and take-overs have sums and shares, subsidiaries shares, other ties nothing.
    """
    whole = hull(subject, object_)
    if type_ not in TYPES or SENTENCE_END.search(text, whole.start, whole.end):
        return None
    if is_granted(text, subject, object_):
        return None  # 林晓岚的青禾科技买下星图汽车40%的股权: the share is not of 青禾科技
    reach = _reach(text, subject, object_)
    held = list(shares(text, reach))
    if type_ in SHARES_ONLY:
        return _nearest(held, subject, object_)
    return _nearest(list(_paid(text, reach, type_)), subject, object_) or _nearest(held, subject, object_)


def sums(text: str, span: TextSpan) -> Iterator[TextSpan]:
    """The sums of money in a span: 15亿美元, 近300万元, $10 billion."""
    for match in _SUM.finditer(text, span.start, span.end):
        yield TextSpan(*match.span())


def shares(text: str, span: TextSpan) -> Iterator[TextSpan]:
    """The shares of a firm in a span: 49%的股份, 近七成股权."""
    for match in _SHARE.finditer(text, span.start, span.end):
        yield TextSpan(*match.span("named" if match["named"] else "bare"))


def _reach(text: str, subject: TextSpan, object_: TextSpan) -> TextSpan:
    """The clauses of the pair, and the next one where it goes on about the deal."""
    reach = evidence(text, subject, object_)
    following = clauses(text, TextSpan(reach.end, max(reach.end + 1, sentence(text, reach).end)))
    if following and _DEAL.match(text, following[0].start, following[0].end):
        return hull(reach, following[0])
    return reach


def _paid(text: str, reach: TextSpan, type_: str) -> Iterator[TextSpan]:
    """The sums in clauses that speak of the tie, without what a firm is worth or earns."""
    for clause in clauses(text, reach):
        ends = clause.start, clause.end
        speaks = said_by(type_).search(text, *ends) or _DEAL.match(text, *ends)
        for found in sums(text, clause):
            before = text[clause.start : found.start]
            is_other = _OTHER.search(before) or _OTHER_AFTER.match(text, found.end)
            if (speaks or _PAYING.search(before)) and not is_other:
                yield found


def _nearest(found: list[TextSpan], subject: TextSpan, object_: TextSpan) -> TextSpan | None:
    """The span nearest to the object, the earlier of two as near; None of none."""
    outside = [span for span in found if not overlaps(span, subject) and not overlaps(span, object_)]
    return min(outside, key=lambda span: (_gap(span, object_), span.start), default=None)


def _gap(span: TextSpan, other: TextSpan) -> int:
    start, end = between(span, other)
    return end - start
