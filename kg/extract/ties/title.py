"""The title that a person holds at an organisation: 董事长兼CEO in 青禾科技董事长兼CEO林晓岚.

It may stand further off, in 林晓岚自2019年起担任青禾科技的首席执行官, or beside other mentions of the two.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

from msgspec import Struct

from kg.extract.ties.evidence import between, hull, overlaps, sentence
from kg.records import TextSpan
from kg.seeds import titles

EMPLOYERS = frozenset({"company", "organisation", "government", "media"})
PERSONS = frozenset({"person"})
JOINED = re.compile(r"[\s*]*(?:[、/·&]|兼任?|和|及|暨|与)?[\s*]*")  # 董事长兼CEO, 党委书记、董事长
FOUNDING = re.compile("创始|创办|创建|缔造|发起|(?i:founder)")
# titles that an annotator of names takes for plain nouns: 某某律师事务所的律师
NOUNS = frozenset(
    {"律师", "员工", "工作人员", "成员", "高管", "股东", "策略师", "实控人", "操盘手", "委员", "编辑", "艺人"}
)
_STOP = re.compile("[，。；！？：\n]")

# How badly a title fits, in characters of distance; swept over the training articles.
STOP = 2  # a stop between: 青禾科技，董事长林晓岚
RIVAL = 8  # another person before this one, another organisation after this one
AHEAD = 10  # a title usually follows its organisation: 青禾科技董事长, seldom 董事长、青禾科技
TOPIC = 5  # a person named once stays the topic: 林晓岚历任海川局科长、青禾科技董事长
NOUN = 8  # a listed word that the annotator left out
ELSEWHERE = 10  # the title stands beside other mentions of the two
TAKEN = 20  # another name touches the title
LOOSE = 75  # the worst fit that still counts


class Named(Protocol):
    """A name of the article: all that is asked of it here."""

    @property
    def span(self) -> TextSpan: ...
    @property
    def text(self) -> str: ...
    @property
    def type(self) -> str: ...


class Pair(Struct, frozen=True):
    """A person and an organisation, and the other names round them."""

    person: TextSpan
    organisation: TextSpan
    others: tuple[Named, ...]


def title(
    text: str, person: TextSpan, organisation: TextSpan, names: Sequence[Named], *, founder: bool = False
) -> TextSpan | None:
    """The title of the pair, joined titles as one span; None where the text gives none.

    ``names`` are the article's names of all types. Where the sentence of the pair has no title, that of
    another place that names both counts. For a ``founder`` only a founder's title does.
    """
    rated = list(_rated(text, person, organisation, names, founder=founder))
    for one in _alike(text, person, names):
        for other in _alike(text, organisation, names):
            if abs(one.start - other.start) <= LOOSE:
                away = _rated(text, one, other, names, founder=founder)
                rated += [(fit + ELSEWHERE, span) for fit, span in away]
    return min((it for it in rated if it[0] <= LOOSE), default=(0, None))[1]


def runs(text: str, positions: Sequence[TextSpan]) -> Iterator[TextSpan]:
    """The positions in reading order, those that are joined by 兼 or 、 as one span."""
    current: TextSpan | None = None
    for position in sorted(positions):
        if current is not None and JOINED.fullmatch(text[current.end : position.start]):
            current = hull(current, position)
            continue
        if current is not None:
            yield current
        current = position
    if current is not None:
        yield current


def misfit(text: str, pair: Pair, span: TextSpan) -> int:
    """How badly a title fits the pair, in characters; smaller is better."""
    to_person = _distance(text, span, pair.person, pair.others, PERSONS)
    to_organisation = _distance(text, span, pair.organisation, pair.others, EMPLOYERS)
    rivals = _rivals(span, pair.person, pair.others, PERSONS)
    if pair.person.start < span.start and not rivals:
        to_person = min(to_person, TOPIC)
    ahead = AHEAD if span.start < pair.organisation.start else 0
    taken = TAKEN if any(_takes(name, span) for name in pair.others) else 0
    return to_person + to_organisation + ahead + taken


def _takes(name: Named, span: TextSpan) -> bool:
    """Whether another name touches the title: 创始人周见山 is his title, 星图汽车CEO is that firm's."""
    before = name.type in EMPLOYERS and name.span.end == span.start
    return before or (name.type in PERSONS and name.span.start == span.end)


def _rated(
    text: str, person: TextSpan, organisation: TextSpan, names: Sequence[Named], *, founder: bool
) -> Iterator[tuple[int, TextSpan]]:
    """The titles in the sentence of two mentions, each with its misfit."""
    reach = sentence(text, person, organisation)
    near = (name for name in names if overlaps(name.span, reach))
    others = tuple(n for n in near if not overlaps(n.span, person) and not overlaps(n.span, organisation))
    positions = [name.span for name in others if name.type == "position"]
    nouns = [span for span in _nouns(text, reach) if not any(overlaps(span, name.span) for name in names)]
    if founder:
        positions = [span for span in positions if FOUNDING.search(span.of(text))]
        nouns = [span for span in nouns if FOUNDING.search(span.of(text))]
    pair = Pair(person, organisation, others)
    for span in positions if founder else runs(text, positions):
        yield misfit(text, pair, span), span
    for span in nouns:
        yield misfit(text, pair, span) + NOUN, span


def _alike(text: str, span: TextSpan, names: Sequence[Named]) -> list[TextSpan]:
    """All mentions with the words of the span, itself among them."""
    words = span.of(text)
    return [name.span for name in names if name.text == words]


def _distance(
    text: str, span: TextSpan, target: TextSpan, others: Sequence[Named], types: frozenset[str]
) -> int:
    """The characters between a title and its person or organisation, stops and rivals counted dearer."""
    start, end = between(span, target)
    stops = len(_STOP.findall(text[start:end]))
    return end - start + STOP * stops + RIVAL * _rivals(span, target, others, types)


def _rivals(span: TextSpan, target: TextSpan, others: Sequence[Named], types: frozenset[str]) -> int:
    """How many other names of the types stand between a title and its target."""
    start, end = between(span, target)
    return sum(name.type in types and start <= name.span.start < end for name in others)


def _nouns(text: str, reach: TextSpan) -> Iterator[TextSpan]:
    """Titles from the list that comes with kg."""
    for match in _listed().finditer(text, reach.start, reach.end):
        yield TextSpan(*match.span())


@cache
def _listed() -> re.Pattern[str]:
    """The listed titles, longest first: 副总经理 before 总经理."""
    words = sorted({*NOUNS, *(row.zh for row in titles())}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))
