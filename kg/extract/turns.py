"""Interview turns: from a speaker's label to the next label, whatever lies between.

The model finds labels one by one and loses long answers; what a turn is, the page itself says.
A label counts as an answer's when the model took at least half of its occurrences for a cue: so
the host's questions, of which it may mistake one, stay questions.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from kg.extract.bylines import first_byline
from kg.extract.edges import trimmed
from kg.extract.found import Cue, Name
from kg.records import TextSpan

LABELLED = ("person", "media")  # a list of firms with news behind each colon is no interview
_COLON = re.compile(r"[*\s]{0,6}([：:])(?!//)")  # **黄仁勋** ：
# askers and answerers without a name; they stand at a line's beginning
_PLAIN = re.compile(r"(?m)^[*\s]*(记者|主持人|问|答|Q|A)(?=[*\s]{0,6}[：:])")
# any other words at a line's beginning label a turn if they do so again: 海川周刊《夜谈》：
_LINE = re.compile(
    r"(?m)^[*\s]*([^\s*：:，。！？；、“”](?:[^\n*：:，。！？；“”]{0,22}[^\s*：:，。！？；“”])?)(?=[*\s]{0,6}[：:])"
)
SENTENCE_END = "。！？…?!”"
# what may stand between the end of the last answer and a label: a heading that has lost its line,
# the speaker's title (360集团创始人周鸿祎：)
HEADING = 40


class Label(Struct, frozen=True):
    """A speaker's label: its words, and the colon behind them."""

    span: TextSpan
    colon: int
    text: str


def with_turns(text: str, body: Sequence[TextSpan], names: Sequence[Name], cues: Sequence[Cue]) -> list[Cue]:
    """The cues of an article with whole turns inside its body; unchanged where no two labels stand."""
    return [cue for part in body for cue in _part_with_turns(text, part, names, cues)]


def _part_with_turns(text: str, body: TextSpan, names: Sequence[Name], cues: Sequence[Cue]) -> list[Cue]:
    cues = [cue for cue in cues if body.start <= cue.span.start < body.end]
    found = [label for label in labels(text, names) if body.start <= label.span.start < body.end]
    if len(found) < 2:
        return cues
    by_place = {place: cue for cue in cues for place in range(cue.span.start, cue.span.end)}
    heard: dict[str, list[Cue | None]] = {}
    for label in found:
        heard.setdefault(label.text, []).append(by_place.get(label.colon))
    answering = {
        key: next(cue for cue in took if cue)
        for key, took in heard.items()
        if 2 * sum(cue is not None for cue in took) >= len(took)
    }
    colons = {label.colon for label in found}
    kept = [cue for cue in cues if not colons.intersection(range(cue.span.start, cue.span.end))]
    turns = _turns(text, found, answering, by_place, body.end)
    return sorted([*kept, *turns], key=lambda cue: cue.span)


def labels(text: str, names: Sequence[Name]) -> Iterator[Label]:
    """The speakers' labels in reading order; a headline (周见山：不涨价) is none, as it ends no sentence."""
    spans = [name.span for name in names if name.type in LABELLED]
    spans += [TextSpan(*match.span(1)) for match in _PLAIN.finditer(text)]
    spans += _repeated(text)
    found = [
        Label(span, colon.start(1), span.of(text))
        for span in _longest(spans)
        if (colon := _COLON.match(text, span.end)) and _is_speech(text, colon.end())
    ]
    # whoever has a label once has one behind a heading too: 小切口，大纵深周见山：
    sure = {label.text for label in found if _begins_speech(text, label.span)}
    yield from (label for label in found if label.text in sure)


def _repeated(text: str) -> list[TextSpan]:
    """The words before a colon at a line's beginning that stand so more than once."""
    lines = list(_LINE.finditer(text))
    counts = Counter(line[1] for line in lines)
    return [TextSpan(*line.span(1)) for line in lines if counts[line[1]] > 1]


def _longest(spans: Iterable[TextSpan]) -> Iterator[TextSpan]:
    """Of spans that end at one place the longest, in order."""
    ends: dict[int, TextSpan] = {}
    for span in spans:
        if span.end not in ends or span.start < ends[span.end].start:
            ends[span.end] = span
    yield from sorted(ends.values())


def _begins_speech(text: str, span: TextSpan) -> bool:
    """Whether a label may begin here: with its line, or behind a sentence (and a title or heading)."""
    before = text[max(0, span.start - HEADING) : span.start]
    tail = re.split(f"[\n{SENTENCE_END}]", before)[-1]
    return len(tail) < HEADING and not re.search("[，、；：]", tail)


def _is_speech(text: str, start: int) -> bool:
    """Whether whole sentences follow: in the rest of the line, or in the next where that is empty."""
    rest = text[start:].lstrip("* \n\r\u3000")[:2000]
    line = rest.split("\n", 1)[0]
    return any(end in line for end in SENTENCE_END)


def _turns(
    text: str,
    found: Sequence[Label],
    answering: dict[str, Cue],
    by_place: dict[int, Cue],
    limit: int,
) -> Iterator[Cue]:
    for index, label in enumerate(found):
        if label.text not in answering:
            continue
        follows = found[index + 1].span.start if index + 1 < len(found) else None
        end = _without_questions(text, label.colon + 1, _end(text, label, follows, limit))
        content = trimmed(text, TextSpan(label.colon + 1, end))
        if content is None:
            continue
        known = by_place.get(label.colon)
        colon = TextSpan(label.colon, label.colon + 1)
        made = known or msgspec.structs.replace(answering[label.text], span=colon, text=colon.of(text))
        yield msgspec.structs.replace(made, speaker=label.span, contents=(content,))


def _without_questions(text: str, start: int, end: int) -> int:
    """The end of a turn without the host's questions, where these are paragraphs without a label."""
    while True:
        inner = text[start:end].rstrip("* \n\r\u3000")
        line = inner.rfind("\n")
        if line < 0 or not inner.endswith(("？", "?")) or not inner[:line].strip("* \n\r\u3000"):
            return end
        end = start + line


def _end(text: str, label: Label, follows: int | None, limit: int) -> int:
    """Where a turn ends: before the next label and what belongs to it, or before the byline."""
    byline = first_byline(text, label.colon + 1, limit if follows is None else follows)
    if byline is not None:
        return byline
    if follows is None:
        return limit
    last = max(text.rfind(end, label.colon + 1, follows) for end in (*SENTENCE_END, "\n")) + 1
    return last if last > 0 and follows - last <= HEADING else follows
