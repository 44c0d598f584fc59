"""Quotation marks: what stands inside them, and contents without their edges."""

from kg.records import TextSpan

OPENING = "“「『﹁"
CLOSING = "”」』﹂"
# what is no part of a content at its edges; ？ and ！ stay: “真的吗？” -> 真的吗？
EDGES = frozenset("“”‘’「」『』\"'。，、；：,;:…*\u3000 \t\r\n")


def quoted(text: str) -> list[bool]:
    """For every character whether it stands between quotation marks (the marks themselves do not).

    A quote that is opened again in the next paragraph stays one quote, as newspapers print it.
    """
    inside, marks = False, []
    for character in text:
        if character in OPENING:
            inside = True
            marks.append(False)
        elif character in CLOSING:
            inside = False
            marks.append(False)
        else:
            marks.append(inside)
    return marks


def trimmed(text: str, span: TextSpan) -> TextSpan | None:
    """The span without quotation marks, stops and blanks at its edges; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return TextSpan(start, end) if start < end else None
