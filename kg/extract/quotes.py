"""Quotation marks: which pairs there are, and what stands inside them."""

from collections.abc import Iterator

from kg.records import TextSpan

OPENING = "“「『﹁"
CLOSING = "”」』﹂"


def quotations(text: str) -> Iterator[TextSpan]:
    """What stands between quotation marks, without the marks; empty and unclosed quotes give nothing.

    A quote that is opened again in the next paragraph stays one quote, as newspapers print it.
    """
    start = None
    for index, character in enumerate(text):
        if character in OPENING and start is None:
            start = index + 1
        elif character in CLOSING and start is not None:
            if start < index:
                yield TextSpan(start, index)
            start = None


def quoted(text: str) -> list[bool]:
    """For every character whether it stands between quotation marks (the marks themselves do not)."""
    marks = [False] * len(text)
    for span in quotations(text):
        for index in range(span.start, span.end):
            marks[index] = text[index] not in OPENING
    return marks
