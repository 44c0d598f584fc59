"""Whom a claim is about: names in its content, and what an elliptical one leaves unsaid."""

from collections.abc import Iterator, Sequence

from kg.extract.book import MentionBook
from kg.extract.found import Choice, Cue, Name
from kg.records import Mention, TextSpan

# Figures: best F1 of a sweep over the select articles.
ABOUT_CHANCE = 0.3
IMPLICIT_CHANCE = 0.5


def about(
    cue: Cue, contents: Sequence[TextSpan], names: Sequence[Name], book: MentionBook
) -> Iterator[Mention]:
    """The first mention of each name inside the contents, without positions and unlikely ones.

    A name of which the model says nothing (far from the cue, or from a user's list) counts.
    """
    likely = best_by_text(cue.about, names)
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name.type == "position" or name.text in seen or not _within(name.span, contents):
            continue
        if likely.get(name.text, 1.0) >= ABOUT_CHANCE:
            seen.add(name.text)
            yield book.of_name[index]


def about_implicit(
    cue: Cue, contents: Sequence[TextSpan], names: Sequence[Name], book: MentionBook
) -> Iterator[Mention]:
    """The name outside the contents that they are about without saying it; none where it is unsure.

    它很惊艳 after a question on Sora is about Sora.
    """
    inside = {name.text for name in names if _within(name.span, contents)}
    sums = sum_by_text(cue.implicit, names)
    text = max(sums, key=lambda text: sums[text], default="")
    if text and text not in inside and sums[text] >= IMPLICIT_CHANCE:
        places = [index for index, _ in cue.implicit if names[index].text == text]
        yield book.of_name[min(places, key=lambda index: abs(names[index].span.start - cue.span.start))]


def best_by_text(choice: Choice, names: Sequence[Name]) -> dict[str, float]:
    """The highest chance of any mention of each name."""
    best: dict[str, float] = {}
    for index, chance in choice:
        text = names[index].text
        best[text] = max(chance, best.get(text, 0.0))
    return best


def sum_by_text(choice: Choice, names: Sequence[Name]) -> dict[str, float]:
    """The chances of all mentions of each name together: the model chose among mentions."""
    sums: dict[str, float] = {}
    for index, chance in choice:
        sums[names[index].text] = sums.get(names[index].text, 0.0) + chance
    return sums


def _within(span: TextSpan, contents: Sequence[TextSpan]) -> bool:
    return any(part.start <= span.start and span.end <= part.end for part in contents)
