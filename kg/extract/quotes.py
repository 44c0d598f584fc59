"""Quotation marks: which pairs there are, and what stands inside them."""

from collections.abc import Iterable, Iterator

from kg.records import TextSpan

OPENING = "“「『﹁"
CLOSING = "”」』﹂"


def quotations(text: str, body: Iterable[TextSpan] | None = None) -> Iterator[TextSpan]:
    """What stands between quotation marks, without the marks; empty and unclosed quotes give nothing.

    A quote that is opened again in the next paragraph stays one quote, as newspapers print it. With a
    ``body``, no quote leaves its range.
    """
    whole = (TextSpan(0, len(text)),) if text else ()
    for span in whole if body is None else body:
        yield from _in_range(text, span)


def _in_range(text: str, span: TextSpan) -> Iterator[TextSpan]:
    start = None
    for index in range(span.start, span.end):
        character = text[index]
        if character in OPENING and start is None:
            start = index + 1
        elif character in CLOSING and start is not None:
            if start < index:
                yield TextSpan(start, index)
            start = None


def quoted(text: str, quotes: Iterable[TextSpan]) -> list[bool]:
    """For every character whether it stands in one of the quotes (the marks themselves do not)."""
    marks = [False] * len(text)
    for span in quotes:
        for index in range(span.start, span.end):
            marks[index] = text[index] not in OPENING
    return marks
