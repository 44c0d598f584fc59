"""Where a content begins and ends: quotes are taken whole, clauses too, and edges are clean.

The model says roughly where; an end a few characters off is moved to where a reader would put it.
All figures come from a sweep over the select articles.
"""

from collections.abc import Iterator, Sequence

from kg.extract.found import Cue
from kg.records import TextSpan

# what is no part of a content at its edges; ？ and ！ stay: “真的吗？” -> 真的吗？
EDGES = frozenset("“”‘’「」『』\"'。，、；：,;:…*\u3000 \t\r\n")
CLAUSE_END = frozenset("，。；！？”」…\n")

QUOTED_SHARE = 0.3  # of a quote that a content must hold to be given all of it
CLAUSE_REST = 20  # characters to the end of a clause over which an end inside it is moved


def contents(text: str, cue: Cue, quotes: Sequence[TextSpan], body: TextSpan) -> tuple[TextSpan, ...]:
    """The contents of a cue with their edges in place, in order and apart; none when nothing is left.

    ``body`` is the range that holds the cue: no content leaves it.
    """
    outer = [quote for quote in quotes if not quote.start <= cue.span.start < quote.end]
    filled = [quote for quote in outer if _held(quote, cue.contents) >= QUOTED_SHARE]
    moved = (_to_clause(text, cue, _to_quotes(span, filled), body.end) for span in cue.contents)
    return tuple(span for part in _apart(moved) if (span := trimmed(text, part)) is not None)


def trimmed(text: str, span: TextSpan) -> TextSpan | None:
    """The span without quotation marks, stops and blanks at its edges; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return TextSpan(start, end) if start < end else None


def _to_quotes(span: TextSpan, quotes: Sequence[TextSpan]) -> TextSpan:
    """The span with each of the quotes whole that it touches; one inside it changes nothing."""
    start, end = span.start, span.end
    for quote in quotes:
        if start < quote.end and quote.start < end:
            start, end = min(start, quote.start), max(end, quote.end)
    return TextSpan(start, end)


def _held(quote: TextSpan, spans: Sequence[TextSpan]) -> float:
    """The share of a quote that the spans hold together."""
    held = sum(max(0, min(span.end, quote.end) - max(span.start, quote.start)) for span in spans)
    return held / (quote.end - quote.start)


def _to_clause(text: str, cue: Cue, span: TextSpan, limit: int) -> TextSpan:
    """The span to the end of its last clause, unless that is far off or the cue stands in between."""
    if text[span.end - 1] in CLAUSE_END:
        return span
    for end in range(span.end, min(limit, span.end + CLAUSE_REST) + 1):
        if end == limit or text[end] in CLAUSE_END:
            return span if span.end <= cue.span.start < end else TextSpan(span.start, end)
    return span


def _apart(spans: Iterator[TextSpan]) -> list[TextSpan]:
    """The spans in order, those that touch as one."""
    result: list[TextSpan] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = TextSpan(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result
