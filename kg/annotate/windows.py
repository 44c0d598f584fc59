"""Windows: an article cut at sentence ends into overlapping pieces that the encoder can hold."""

from collections.abc import Sequence

from kg.annotate.tokens import is_line_end, is_sentence_end

WINDOW = 400  # tokens: the encoder has 512 positions and Latin runs take several (OpenAI takes 2)
OVERLAP = 150  # so that a cue near an edge has its content and its speaker in one of two windows
SLACK = 60  # a sentence of news is seldom longer


def windows(
    forms: Sequence[str], *, size: int = WINDOW, overlap: int = OVERLAP, first: int | None = None
) -> list[tuple[int, int]]:
    """Half-open token ranges that cover all of ``forms`` in order; empty for no tokens.

    A window ends at a line break, else at a sentence end, else where it is full; the next one
    begins after a sentence end about ``overlap`` tokens before that end, and always further on.
    ``first`` makes the first window smaller.
    """
    ranges: list[tuple[int, int]] = []
    start, total = 0, len(forms)
    room = first or size
    while start < total:
        if total - start <= room:
            ranges.append((start, total))
            break
        end = _cut(forms, start + room // 2, start + room)
        ranges.append((start, end))
        start = max(_cut(forms, max(start + 1, end - overlap - SLACK), end - overlap), start + 1)
        room = size
    return ranges


def next_cut(forms: Sequence[str], start: int, room: int) -> int:
    """The end of a stretch from ``start`` that fits into ``room`` tokens, at a good place to cut."""
    if len(forms) - start <= room:
        return len(forms)
    return _cut(forms, start + room // 2, start + room)


def _cut(forms: Sequence[str], low: int, high: int) -> int:
    """The last good place to cut in (low, high]: after a line break in its last quarter, else a sentence."""
    for index in range(high, max(low, high - (high - low) // 4), -1):
        if is_line_end(forms[index - 1]):
            return index
    for index in range(high, low, -1):
        if is_sentence_end(forms[index - 1]):
            return index
    return high
