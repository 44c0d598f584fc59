"""The date that belongs to a tie: 2019年3月，青禾科技收购星图汽车; 自2019年起担任; 成立于2015年."""

import re
from collections.abc import Iterator

from kg.extract.ties.dates import dates
from kg.extract.ties.evidence import SENTENCE_END, between, evidence, hull, overlaps, sentence
from kg.extract.ties.status import is_granted
from kg.extract.ties.words import ANY_ACT, acts_of
from kg.records import TextSpan

# of the others no single act is the beginning
DATED = frozenset({"role_of", "founder", "invests_in", "acquires", "cooperates_with", "develops"})
# 3日，林晓岚表示，…: that is the day of the words
_SAYING = re.compile("表示|称|指出|认为|介绍|透露|回应|报道|显示|公告|消息|获悉|宣布|披露")
_STOP = re.compile("[，；：、]")

NAMING = frozenset({"任命", "聘任", "聘为"})  # 青禾科技任命林晓岚为首席执行官
OFFICE = 10  # the longest way from taking office to the organisation: 出任瑞士某某集团
TO = frozenset("至到-—~")  # 2012年至2015年
STOP = 8  # characters that a stop counts for
BEHIND = 4  # characters from an act to a date after it: 成立于2015年
FAR = 40  # the longest way from a date to its act: 2016年1月，青禾科技以一亿元收购


def date(
    text: str,
    subject: TextSpan,
    object_: TextSpan,
    type_: str,
    *,
    published: str | None = None,
    ahead: bool = False,
) -> str | None:
    """The date of a tie, in ISO or as written; None where its clauses name no act, or no date beside it.

    ``published`` is the article's ISO date, for dates that count from it; ``ahead`` is for plans.
    """
    type_ = type_.replace("-", "_")
    whole, reach = hull(subject, object_), evidence(text, subject, object_)
    if type_ not in DATED or SENTENCE_END.search(text, whole.start, whole.end):
        return None
    if type_ != "develops" and is_granted(text, subject, object_):
        return None  # 林晓岚的青禾科技2019年收购星图汽车: the year is not theirs
    scene = TextSpan(sentence(text, whole).start, reach.end)
    ways = [
        (way, dated.span, dated.value)
        for act in acts(text, reach, subject, object_, type_)
        for dated in dates(text, scene, published=published, ahead=ahead)
        if (way := _way(text, dated.span, act, type_)) is not None and way <= FAR
    ]
    return min(ways)[2] if ways else None


def acts(text: str, reach: TextSpan, subject: TextSpan, object_: TextSpan, type_: str) -> Iterator[TextSpan]:
    """The words in a span that say the tie began, none in a name; taking office stands beside the office."""
    for match in acts_of(type_).finditer(text, reach.start, reach.end):
        act = TextSpan(*match.span())
        is_name = overlaps(act, subject) or overlaps(act, object_)
        if not is_name and (type_ != "role_of" or _takes_office(text, act, object_)):
            yield act


def _takes_office(text: str, act: TextSpan, organisation: TextSpan) -> bool:
    """Whether the act leads to the organisation: 2021年加盟青禾科技, not 青禾科技的林晓岚2021年加盟别家."""
    start, end = between(act, organisation)
    leads = act < organisation or act.of(text) in NAMING
    return leads and end - start <= OFFICE and not _STOP.search(text, start, end)


def _way(text: str, day: TextSpan, act: TextSpan, type_: str) -> int | None:
    """How far a date stands from an act; None when something else is what the date is of.

    That is another act or words of saying between them, a date some way behind the act (成立于2015年 is
    near enough), and the end of a stretch (2012年至2015年).
    """
    start, end = between(day, act)
    other = any(not acts_of(type_).match(text, it.start()) for it in ANY_ACT.finditer(text, start, end))
    stops = len(_STOP.findall(text, start, end))
    late = day > act and (stops or end - start > BEHIND)
    if other or late or _SAYING.search(text, start, end) or text[max(0, day.start - 1) : day.start] in TO:
        return None
    return end - start + STOP * stops
