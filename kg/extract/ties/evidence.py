"""Clauses and sentences round a tie, as spans.

A line break between Latin letters or digits is the crawler's (Jordan⏎Klein), any other one a stop.
"""

import re

from kg.records import TextSpan

_LINE = r"(?<![0-9A-Za-z.,\-])[\n\r]|[\n\r](?![0-9A-Za-z])"
SENTENCE_END = re.compile(rf"[。！？…｡]|(?<![0-9A-Za-z/])[!?]|{_LINE}")
_CLAUSE_END = re.compile(rf"[，。！？；：…｡]|(?<![0-9A-Za-z/])[!?]|[,;](?!\d)|{_LINE}")
_EDGES = frozenset("“”‘’「」『』\"'*，。、；：,;: \t\r\n\u3000")


def evidence(text: str, *parts: TextSpan) -> TextSpan:
    """The smallest run of clauses that holds all parts, without the stops and quotes at its edges."""
    whole = hull(*parts)
    return _trimmed(text, whole, _around(text, whole, _CLAUSE_END))


def sentence(text: str, *parts: TextSpan) -> TextSpan:
    """The sentence that holds all parts, or the smallest run of sentences that does."""
    whole = hull(*parts)
    return _trimmed(text, whole, _around(text, whole, SENTENCE_END))


def clauses(text: str, span: TextSpan) -> list[TextSpan]:
    """The clauses of a span in reading order, without their stops; a span of stops alone has none."""
    found, start = [], span.start
    for stop in _CLAUSE_END.finditer(text, span.start, span.end):
        if start < stop.start():
            found.append(TextSpan(start, stop.start()))
        start = stop.end()
    return [*found, TextSpan(start, span.end)] if start < span.end else found


def hull(*parts: TextSpan) -> TextSpan:
    """The smallest span that holds all parts."""
    return TextSpan(min(part.start for part in parts), max(part.end for part in parts))


def overlaps(one: TextSpan, other: TextSpan) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def between(one: TextSpan, other: TextSpan) -> tuple[int, int]:
    """Where the text between two spans begins and ends; empty when they touch or overlap."""
    first, second = sorted((one, other))
    return first.end, max(first.end, second.start)


def _around(text: str, whole: TextSpan, end: re.Pattern[str]) -> TextSpan:
    """The span widened to the stops on both sides; of a stop's own characters only the end is looked at."""
    start = whole.start
    while start > 0 and not end.match(text, start - 1):
        start -= 1
    stop = end.search(text, whole.end)
    return TextSpan(start, stop.start() if stop else len(text))


def _trimmed(text: str, whole: TextSpan, span: TextSpan) -> TextSpan:
    """The span without marks at its edges, never less than ``whole``."""
    start, end = span.start, span.end
    while start < whole.start and text[start] in _EDGES:
        start += 1
    while end > whole.end and text[end - 1] in _EDGES:
        end -= 1
    return TextSpan(start, end)
