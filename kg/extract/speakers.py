"""Who a speaker is: a name, its full form, what a pronoun stands for, or an unnamed source."""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.about import sum_by_text
from kg.extract.book import MentionBook
from kg.extract.found import Cue, Name
from kg.extract.full_names import PEOPLE, bearer_of, full_names
from kg.extract.speaker_edges import whole
from kg.records import Mention, TextSpan
from kg.seeds import pronouns

NAMED = ("person", "company", "organisation", "government", "media", "product")
FIRMS = ("company", "organisation", "government", "media")

# a phrase that points back: 该公司, 这位CEO, 上述知情人士, 其团队
_POINTS_BACK = re.compile("^(?:该|这位|这名|这家|上述|前述|此|其)")
_THIS = re.compile("^(?:这位|这名|该名|该(?!公司|行))")  # one person: 这位副省长
_FIRM_WORD = re.compile(
    "公司|企业|集团|机构|银行|平台|品牌|方|厂商|车企|[行厂局院校社台部署店馆队]$|中心|协会|法院"
)
# what an owner publishes: 银河证券研报 speaks for 银河证券
_PAPER = re.compile(
    "^的?(?:最新)?(?:研报|研究报告|报告|公告|财报|年报|数据|声明|官网|官微|博客|方面|公开信|处)$"
)
# … and whose figures they are: 海川统计局公布的 · 数据
_DATA = re.compile("^(?:最新)?(?:调查|统计|民调)?(?:结果|数据|报告|研报|财报|年报|公告)$")
_OWNS = re.compile("[》”]?(?:近日|日前|最新|此前)?(?:公布|发布|披露)?的")
# a source that is no person: 他 after 公开资料显示 is somebody else
_NO_PERSON = re.compile("资料|数据|报告|公告|研报|文件|信息|消息|统计|判决|通知|声明|规定|条例|网站?$|会议$")
_SEVERAL = re.compile("^(?:多|数|一些|部分|不少|众|几|十|两)|们$|大家")

UNMARKED = 0.35  # … and speaks where no speaker stands
SURE = 0.5  # the model's chance from which a name counts as its choice
NEAR = 400  # characters back to the last speaker that a pronoun may continue
FAR = 800  # characters back to a name that a pronoun may stand for
# The model finds several people likely where several speak: 周鸿祎则谈到… 他指出 is about who stands
# nearest, and whoever spoke last is a little likelier. Figures from a sweep over the select articles.
FADE = 60  # characters of distance that outweigh all of the chance
SPOKE_LAST = 0.2

ONE = frozenset(("他", "她", "公司", "该公司", "这家公司", "该行"))  # 他们 may be anybody
ANSWERS = frozenset(("答", "A"))  # labels of the one who is interviewed
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
    answerer = _answerer(cues, names, text)
    earlier: list[Mention] = []
    found: list[Voice] = []
    for cue in cues:
        if cue.speaker is None:
            found.append(_unmarked(cue, names, full, book))
            continue
        if answerer is not None and cue.speaker.of(text) in ANSWERS:
            mention = book.enter(cue.speaker, kind="nominal", confidence=cue.confidence)
            found.append(Voice(book.refer(mention, book.of_name[answerer]), "model"))
            continue
        voice = _voice(cue, whole(cue.speaker, names, text, cue.span.start), names, full, text, book, earlier)
        if voice.mention is not None and voice.mention.name not in FIRST_PERSON:
            earlier.append(book.target(voice.mention))
        found.append(voice)
    for index, voice in enumerate(found):
        yield _first_person(index, voice, cues, found, book)


def _answerer(cues: Sequence[Cue], names: Sequence[Name], text: str) -> int | None:
    """The person whom the model takes for the source of most answers (答：…); None where it is unsure."""
    answers = [cue for cue in cues if cue.speaker is not None and cue.speaker.of(text) in ANSWERS]
    totals: dict[str, float] = {}
    for cue in answers:
        for name, chance in sum_by_text(cue.sources, names).items():
            totals[name] = totals.get(name, 0.0) + chance
    people = {name.text for name in names if name.type in PEOPLE}
    best = max((name for name in totals if name in people), key=lambda name: totals[name], default="")
    return _first(names, best) if best and totals[best] >= UNMARKED * len(answers) else None


def _unmarked(cue: Cue, names: Sequence[Name], full: dict[str, int], book: MentionBook) -> Voice:
    """The name that the model takes for the source where it marks no speaker; nobody where it is unsure."""
    sums = sum_by_text(cue.sources, names)
    text = max(sums, key=lambda text: sums[text], default="")
    if not text or sums[text] < UNMARKED:
        return Voice(None, "none")
    index = full.get(text, _first(names, text))
    return Voice(book.of_name[index], "model")


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
    bearer = bearer_of(phrase, names)
    if bearer is not None:
        mention = book.enter(span, kind="nominal", confidence=cue.confidence)
        return Voice(book.refer(mention, book.of_name[bearer]), "full-name")
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
        if name.type in NAMED and span.start <= name.span.start and name.span.end == span.end:
            return index, "name"  # 特斯拉CEO马斯克, 外媒海川周刊
        if name.span.start == span.start and _is_title(span, name, names):
            return index, "name"  # 林晓岚法官
        if name.span.start == span.start < name.span.end < span.end:
            rest = text[name.span.end : span.end]
            if _PAPER.match(rest):
                return index, "owner"
        if _DATA.match(span.of(text)) and _OWNS.fullmatch(text[name.span.end : span.start]):
            return index, "owner"
    return None, "written"


def _is_title(span: TextSpan, name: Name, names: Sequence[Name]) -> bool:
    """Whether the rest of a speaker's span behind a person's name is a title."""
    rest = (name.span.end, span.end)
    return name.type in PEOPLE and any(
        other.type == "position" and (other.span.start, other.span.end) == rest for other in names
    )


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
    is_one = phrase in ONE or bool(_THIS.match(phrase) and not _NO_PERSON.search(phrase))
    fits = last is not None and last.kind == "unnamed" and not (is_one and _SEVERAL.search(last.name))
    if last is not None and fits and span.start - last.span.start <= NEAR:
        return last, "context"
    index = _best_name(cue, span, names, types, last, is_one=is_one)
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
    """The model's chance that a name is the source's own, all mentions of its text together."""
    return sum_by_text(cue.sources, names).get(names[index].text, 0.0)


def _first(names: Sequence[Name], text: str) -> int:
    return next(index for index, name in enumerate(names) if name.text == text)
