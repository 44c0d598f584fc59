"""Who a speaker is: a name, its full form, what a pronoun stands for, or an unnamed source."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.about import sum_by_text
from kg.extract.antecedents import Heard, antecedent, bearers, pronoun_kind
from kg.extract.book import MentionBook
from kg.extract.described import described
from kg.extract.found import Cue, Name
from kg.extract.full_names import PEOPLE, bearer_of
from kg.extract.quotes import quotations
from kg.extract.speaker_edges import whole
from kg.records import Mention, TextSpan

NAMED = ("person", "company", "organisation", "government", "media", "product")

# what an owner publishes: 银河证券研报 speaks for 银河证券
_PAPER = re.compile(
    "^的?(?:最新)?(?:研报|研究报告|报告|公告|财报|年报|数据|声明|官网|官微|博客|方面|公开信|处)$"
)
# … and whose figures they are: 海川统计局公布的 · 数据
_DATA = re.compile("^(?:最新)?(?:调查|统计|民调)?(?:结果|数据|报告|研报|财报|年报|公告)$")
_OWNS = re.compile("[》”]?(?:近日|日前|最新|此前)?(?:公布|发布|披露)?的")
UNMARKED = 0.35  # the model's chance from which a name speaks where no speaker stands
ANSWERS = frozenset(("答", "A"))  # labels of the one who is interviewed
FIRST_PERSON = frozenset(("我", "我们", "本人", "我自己"))
PHRASE = 3  # characters of a phrase that points back: 该公司; 他 and 其 are pronouns
_TOLD = "给对向跟"  # 给林晓岚说, 对记者表示: who stands there hears it
_TELLS = re.compile(
    "(?:[说讲称言道]|表示|介绍|透露|解释|强调|回忆|抱怨|吐槽)$"
)  # 向林晓岚了解 hears from her
_LABELS = ("：", ":")  # 林晓岚：… is verbatim to its end, also without quotation marks


class Voice:
    """A speaker as resolved: its mention, and how it was found."""

    __slots__ = ("by", "mention")

    def __init__(self, mention: Mention | None, by: str) -> None:
        self.mention = mention
        self.by = by


def voices(cues: Sequence[Cue], names: Sequence[Name], text: str, book: MentionBook) -> Iterator[Voice]:
    """The speaker of each cue in order; ``by`` is name, full-name, owner, model, context, written or none."""
    answerer = _answerer(cues, names, text)
    quotes = list(quotations(text))
    earlier: list[Mention] = []
    heard = Heard(names, bearers(names), book, earlier)
    found: list[Voice] = []
    for index, cue in enumerate(cues):
        around = _around(index, cues, found, quotes, text, heard)
        voice = _voice(cue, text, heard._replace(around=around), answerer)
        if cue.speaker is not None and voice.mention is not None and voice.mention.name not in FIRST_PERSON:
            earlier.append(book.target(voice.mention))
        found.append(voice)
    for index in range(len(cues)):
        yield _first_person(index, cues, found, book)


def _outer(index: int, cues: Sequence[Cue]) -> list[int]:
    """The claims whose contents hold a cue, in reading order."""
    place = cues[index].span
    return [
        other
        for other, cue in enumerate(cues)
        if other != index and any(c.start <= place.start and place.end <= c.end for c in cue.contents)
    ]


def _around(
    index: int,
    cues: Sequence[Cue],
    found: Sequence[Voice],
    quotes: Sequence[TextSpan],
    text: str,
    heard: Heard,
) -> str | None:
    """The name of whoever speaks the verbatim words that a cue stands in; None where nobody does."""
    place = cues[index].span.start
    for other in reversed(_outer(index, cues)):
        if _is_verbatim(place, cues[other], quotes):
            return _name_of(other, cues[other], found, text, heard)
    return None


def _name_of(index: int, cue: Cue, found: Sequence[Voice], text: str, heard: Heard) -> str | None:
    """What the speaker of a cue is called, also where it stands behind its quote: “她说不去。”林晓岚说."""
    if index < len(found):
        mention = found[index].mention
        return None if mention is None else heard.book.target(mention).name
    if cue.speaker is None:
        return None
    span = whole(cue.speaker, heard.names, text, cue.span.start)
    name, _ = own_name(span, heard.names, text)
    return span.of(text) if name is None else heard.bearer(name).name


def _is_verbatim(place: int, cue: Cue, quotes: Sequence[TextSpan]) -> bool:
    """Whether a place in a cue's content is in its speaker's own words: quoted, or behind a label."""
    within = [quote for quote in quotes if quote.start <= place < quote.end]
    return cue.text in _LABELS or any(not quote.start <= cue.span.start < quote.end for quote in within)


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


def _is_told(span: TextSpan, cue: Cue, text: str) -> bool:
    """Whether who stands right before a cue is the one that is spoken to."""
    return (
        span.end == cue.span.start
        and text[max(0, span.start - 1) : span.start] in tuple(_TOLD)
        and bool(_TELLS.search(cue.text))
    )


def _unmarked(cue: Cue, text: str, heard: Heard) -> Voice:
    """The name that the model takes for the source where no speaker stands; nobody where it is unsure."""
    told = {name.text for name in heard.names if _is_told(name.span, cue, text)}
    chances = sum_by_text(cue.sources, heard.names)
    sums = {name: chance for name, chance in chances.items() if name not in told}
    best = max(sums, key=lambda name: sums[name], default="")
    if not best or sums[best] < UNMARKED:
        return Voice(None, "none")
    return Voice(heard.book.of_name[heard.bearers[best]], "model")


def _first_person(index: int, cues: Sequence[Cue], found: Sequence[Voice], book: MentionBook) -> Voice:
    """我 in what somebody says is the one who says it: the speaker of the claim around it."""
    voice = found[index]
    if voice.mention is None or voice.mention.name not in FIRST_PERSON:
        return voice
    for other in reversed(_outer(index, cues)):
        outer = found[other].mention
        if outer is not None and outer.name not in FIRST_PERSON:
            return Voice(book.refer(voice.mention, book.target(outer)), "context")
    return voice


def _voice(cue: Cue, text: str, heard: Heard, answerer: int | None) -> Voice:
    if cue.speaker is None or _is_told(cue.speaker, cue, text):
        return _unmarked(cue, text, heard)
    names, book = heard.names, heard.book
    if answerer is not None and cue.speaker.of(text) in ANSWERS:
        mention = book.enter(cue.speaker, kind="nominal", confidence=cue.confidence)
        return Voice(book.refer(mention, book.of_name[answerer]), "model")
    span = whole(cue.speaker, names, text, cue.span.start)
    index, by = own_name(span, names, text)
    if index is None:
        return _unnamed(cue, span, text, heard)
    mention, bearer = book.of_name[index], heard.bearer(index)
    if bearer.name == mention.name:
        return Voice(mention, by)
    return Voice(book.refer(mention, bearer), "full-name")


def _unnamed(cue: Cue, span: TextSpan, text: str, heard: Heard) -> Voice:
    """A speaker that is no name: 卫副院长, 我, 他, 该公司, 一位知情人士."""
    book, phrase = heard.book, span.of(text)
    bearer = bearer_of(phrase, heard.names)
    if bearer is not None:
        mention = book.enter(span, kind="nominal", confidence=cue.confidence)
        return Voice(book.refer(mention, book.of_name[bearer]), "full-name")
    if phrase in FIRST_PERSON:
        return Voice(book.enter(span, kind="pronoun", confidence=cue.confidence), "written")
    kind = pronoun_kind(phrase)
    if kind is None:
        mention = book.enter(span, kind="unnamed", confidence=cue.confidence)
        meant, by = described(phrase, span, text, heard), "context"
    else:
        is_short = len(phrase) < PHRASE
        mention = book.enter(span, kind="pronoun" if is_short else "nominal", confidence=cue.confidence)
        meant, by = antecedent(cue, span, phrase, kind, heard)
    if meant is None:
        return Voice(mention, "written")
    return Voice(book.refer(mention, book.target(meant)), by)


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


def _first(names: Sequence[Name], text: str) -> int:
    return next(index for index, name in enumerate(names) if name.text == text)
