"""How a content is reported: direct, indirect, mixed, or as an interview turn."""

from collections.abc import Sequence

from kg.extract.edges import EDGES
from kg.extract.found import Cue
from kg.extract.quotes import CLOSING, OPENING
from kg.records import Mode, TextSpan

WHOLE = 0.97  # share of quoted characters in a direct content: a stray comma outside does not count
FRAGMENT = 4  # quoted characters that make a content mixed: 称其为“滞后指标”, but not “血海”
LABEL = 30  # characters before the colon of a speaker's label: 360集团创始人、董事长周鸿祎：
SENTENCE_ENDS = "。！？…!?"


def mode(text: str, cue: Cue, contents: Sequence[TextSpan], marks: Sequence[bool]) -> Mode:
    """The mode of a claim; ``marks`` says which characters are quoted.

    Inside somebody else's quote the marks say nothing about this claim, which is then indirect.
    """
    if marks[cue.span.start]:
        return "indirect"
    characters = [i for span in contents for i in range(span.start, span.end) if text[i] not in EDGES]
    share = sum(marks[i] for i in characters) / max(1, len(characters))
    if cue.text in ("：", ":") and share < WHOLE / 2:
        return "turn" if is_turn(text, cue, contents) else "indirect"
    if share >= WHOLE:
        return "direct"
    longest = max(longest_quote(text, span, marks) for span in contents)
    return "mixed" if longest >= FRAGMENT or (len(contents) > 1 and share > 0) else "indirect"


def is_turn(text: str, cue: Cue, contents: Sequence[TextSpan]) -> bool:
    """Whether a colon labels an answer, and is not a headline: answers are whole sentences."""
    label = text[text.rfind("\n", 0, cue.span.start) + 1 : cue.span.start]
    label = label[max((label.rfind(end) for end in SENTENCE_ENDS), default=-1) + 1 :]
    last = contents[-1]
    speech = text[contents[0].start : last.end + 1]
    return len(label) <= LABEL and any(end in speech for end in SENTENCE_ENDS)


def longest_quote(text: str, span: TextSpan, marks: Sequence[bool]) -> int:
    """The length of the longest quoted run inside the span."""
    best = run = 0
    for index in range(span.start, span.end):
        run = run + 1 if marks[index] else 0
        if text[index] in OPENING or text[index] in CLOSING:
            run = 0
        best = max(best, run)
    return best
