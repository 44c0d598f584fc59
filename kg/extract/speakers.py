"""Who a speaker is: a name, its full form, what a pronoun stands for, or an unnamed source."""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.book import MentionBook
from kg.extract.found import Cue, Name
from kg.records import Mention, TextSpan
from kg.seeds import pronouns

PEOPLE = ("person",)
FIRMS = ("company", "organisation", "government", "media")

# a phrase that points back: 该公司, 这位CEO, 上述知情人士, 其团队
_POINTS_BACK = re.compile("^(?:该|这位|这名|这家|上述|前述|此|其)")
_FIRM_WORD = re.compile("公司|企业|集团|机构|银行|平台|品牌|方|厂商|车企|行$")
# what an owner publishes: 银河证券研报 speaks for 银河证券
_PAPER = re.compile(
    "^的?(?:最新)?(?:研报|研究报告|报告|公告|财报|年报|数据|声明|官网|官微|博客|方面|公开信|处)$"
)
# … and whose figures they are: 海川统计局公布的 · 数据
_DATA = re.compile("^(?:最新)?(?:调查|统计|民调)?(?:结果|数据|报告|研报|财报|年报|公告)$")
_OWNS = re.compile("[》”]?(?:近日|日前|最新|此前)?(?:公布|发布|披露)?的")
# a source that is no person: 他 after 公开资料显示 is somebody else
_NO_PERSON = re.compile("资料|数据|报告|公告|研报|文件|信息|消息|统计|判决|通知|声明|规定|条例|网站?$|会议$")
_HONORIFIC = re.compile("^.(?:总|董|先生|女士|教授|院士|博士|老师)$")  # 张总

SURE = 0.5  # the model's chance from which a name counts as its choice
NEAR = 400  # characters back to the last speaker that a pronoun may continue
FAR = 800  # characters back to a name that a pronoun may stand for
# The model finds several people likely where several speak: 周鸿祎则谈到… 他指出 is about who stands
# nearest, and whoever spoke last is a little likelier. Figures from a sweep over the select articles.
FADE = 100  # characters of distance that outweigh all of the chance
SPOKE_LAST = 0.2

ONE = frozenset(("他", "她", "公司", "该公司", "这家公司", "该行"))  # 他们 may be anybody
FIRST_PERSON = frozenset(("我", "我们", "本人", "我自己"))


class Voice:
    """A speaker as resolved: its mention, and how it was found."""

    __slots__ = ("by", "mention")

    def __init__(self, mention: Mention | None, by: str) -> None:
        self.mention = mention
        self.by = by


def voices(cues: Sequence[Cue], names: Sequence[Name], text: str, book: MentionBook) -> Iterator[Voice]:
    """The speaker of each cue in order; ``by`` is name, full-name, owner, model, context, written or none."""
    full = full_names(names)
    earlier: list[Mention] = []
    found: list[Voice] = []
    for cue in cues:
        if cue.speaker is None:
            found.append(Voice(None, "none"))
            continue
        voice = _voice(cue, cue.speaker, names, full, text, book, earlier)
        if voice.mention is not None and voice.mention.name not in FIRST_PERSON:
            earlier.append(book.target(voice.mention))
        found.append(voice)
    for index, voice in enumerate(found):
        yield _first_person(index, voice, cues, found, book)


def _first_person(
    index: int, voice: Voice, cues: Sequence[Cue], found: Sequence[Voice], book: MentionBook
) -> Voice:
    """我 in what somebody says is the one who says it: the speaker of the claim around it."""
    if voice.mention is None or voice.mention.name not in FIRST_PERSON:
        return voice
    place = cues[index].span
    around = [
        other
        for other, cue in enumerate(cues)
        if other != index and any(c.start <= place.start and place.end <= c.end for c in cue.contents)
    ]
    for other in reversed(around):
        outer = found[other].mention
        if outer is not None and outer.name not in FIRST_PERSON:
            return Voice(book.refer(voice.mention, book.target(outer)), "context")
    return voice


def _voice(
    cue: Cue,
    span: TextSpan,
    names: Sequence[Name],
    full: dict[str, int],
    text: str,
    book: MentionBook,
    earlier: Sequence[Mention],
) -> Voice:
    index, by = own_name(span, names, text)
    if index is not None:
        mention = book.of_name[index]
        if names[index].text in full:
            return Voice(book.refer(mention, book.of_name[full[names[index].text]]), "full-name")
        return Voice(mention, by)
    phrase = span.of(text)
    kind = pronoun_kind(phrase)
    if phrase in FIRST_PERSON:
        return Voice(book.enter(span, kind="pronoun", confidence=cue.confidence), "written")
    if kind is None:
        return Voice(book.enter(span, kind="unnamed", confidence=cue.confidence), "written")
    mention = book.enter(span, kind="pronoun" if len(phrase) < 3 else "nominal", confidence=cue.confidence)
    antecedent, by = _antecedent(cue, span, phrase, kind, names, book, earlier)
    if antecedent is None:
        return Voice(mention, "written")
    return Voice(book.refer(mention, book.target(antecedent)), by)


def own_name(span: TextSpan, names: Sequence[Name], text: str) -> tuple[int | None, str]:
    """The name that a speaker's span is, ends with (特斯拉CEO马斯克), or is the paper of; None if none."""
    for index, name in enumerate(names):
        if name.type == "position":
            continue
        if name.span.start <= span.start and span.end <= name.span.end:
            return index, "name"
        if name.type in PEOPLE and span.start <= name.span.start and name.span.end == span.end:
            return index, "name"
        if name.span.start == span.start < name.span.end < span.end:
            rest = text[name.span.end : span.end]
            if _PAPER.match(rest):
                return index, "owner"
        if _DATA.match(span.of(text)) and _OWNS.fullmatch(text[name.span.end : span.start]):
            return index, "owner"
    return None, "written"


def full_names(names: Sequence[Name]) -> dict[str, int]:
    """For each short form of a person the index of the full name: 库克 -> 蒂姆·库克, 张总 -> 张鹏."""
    people: dict[str, int] = {}
    for index, name in enumerate(names):
        if name.type in PEOPLE:
            people.setdefault(name.text, index)
    full: dict[str, int] = {}
    for short in people:
        # the full name stands first: 金博尔·马斯克 behind 马斯克 is somebody else
        longer = [other for other in people if people[other] < people[short] and is_short_form(short, other)]
        if len({fold_break(other) for other in longer}) == 1:  # two 库克 in one article: leave it
            full[short] = people[longer[0]]
    return full


def is_short_form(short: str, other: str) -> bool:
    """Whether ``short`` is how ``other`` is called after the first time."""
    if short == other:
        return False
    parts = re.split(r"[·•・\s]+", other)
    if len(parts) > 1 and short in (parts[-1], parts[0]):
        return True
    surname = other.startswith(short[0]) and not short.startswith(other)
    return bool(_HONORIFIC.match(short)) and surname and not _HONORIFIC.match(other)


def fold_break(name: str) -> str:
    """A name with its line break as a blank."""
    return re.sub(r"\s+", " ", name)


@cache
def _pronouns() -> dict[str, str]:
    return {pronoun.word: pronoun.kind for pronoun in pronouns()}


def pronoun_kind(phrase: str) -> str | None:
    """person, company or role for a phrase that stands for somebody; None for a description of its own."""
    kind = _pronouns().get(phrase)
    if kind is not None:
        return kind
    if not _POINTS_BACK.match(phrase):
        return None
    return "company" if _FIRM_WORD.search(phrase[-2:]) else "role"


def _antecedent(
    cue: Cue,
    span: TextSpan,
    phrase: str,
    kind: str,
    names: Sequence[Name],
    book: MentionBook,
    earlier: Sequence[Mention],
) -> tuple[Mention | None, str]:
    """What a pronoun or a phrase that points back stands for, and how that was found."""
    if kind == "role":
        for mention in reversed(earlier):  # 上述知情人士 -> 一位知情人士
            if mention.kind == "unnamed" and mention.name[-2:] == phrase[-2:]:
                return mention, "context"
    types = FIRMS if kind == "company" else PEOPLE
    last = _last_speaker(earlier, types, is_company=kind == "company")
    if last is not None and last.kind == "unnamed" and span.start - last.span.start <= NEAR:
        return last, "context"
    index = _best_name(cue, span, names, types, last, is_one=phrase in ONE)
    if index is not None:
        by = "model" if chance(cue, names, index) >= SURE else "context"
        return book.of_name[_first(names, names[index].text)], by
    return None, "written"


def _last_speaker(earlier: Sequence[Mention], types: Sequence[str], *, is_company: bool) -> Mention | None:
    """Who spoke last among those that a phrase of this kind may mean."""
    for mention in reversed(earlier):
        described = mention.kind == "unnamed" and not is_company and not _NO_PERSON.search(mention.name)
        if mention.type in types or described:
            return mention
    return None


def _best_name(
    cue: Cue,
    span: TextSpan,
    names: Sequence[Name],
    types: Sequence[str],
    last: Mention | None,
    *,
    is_one: bool,
) -> int | None:
    """The name before a pronoun with the best sum of chance, nearness, and having spoken last.

    他们 may be anybody: without a sure chance it stays as it is.
    """
    best, found = -math.inf, None
    for index, name in enumerate(names):
        distance = span.start - name.span.end
        if name.type not in types or not 0 <= distance <= FAR:
            continue
        likely = chance(cue, names, index)
        if not is_one and likely < SURE:
            continue
        score = likely - distance / FADE + SPOKE_LAST * (last is not None and last.name == name.text)
        if score >= best:
            best, found = score, index
    return found


def chance(cue: Cue, names: Sequence[Name], index: int) -> float:
    """The model's best chance, over all mentions of a name's text, that it is the source's own."""
    return max((value for other, value in cue.sources if names[other].text == names[index].text), default=0.0)


def _first(names: Sequence[Name], text: str) -> int:
    return next(index for index, name in enumerate(names) if name.text == text)
