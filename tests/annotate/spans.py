"""Spans for the property tests: in reading order, apart, each of a kind."""

from hypothesis import strategies as st

Spans = list[tuple[int, int, int]]


@st.composite
def apart(draw: st.DrawFn, *, kinds: int = 3, longest: int = 5) -> Spans:
    """Spans (start, end, kind) that do not overlap; some touch."""
    parts = st.tuples(st.integers(0, 3), st.integers(1, longest), st.integers(0, kinds - 1))
    spans, at = [], 0
    for gap, length, kind in draw(st.lists(parts, max_size=8)):
        spans.append((at + gap, at + gap + length, kind))
        at += gap + length
    return spans


def cut(spans: Spans, start: int, end: int) -> Spans:
    """What a window shows of the spans, in its own offsets."""
    clipped = [(max(s, start) - start, min(e, end) - start, kind) for s, e, kind in spans]
    return [span for span in clipped if span[0] < span[1]]
