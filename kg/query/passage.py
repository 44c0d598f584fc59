"""The paragraph in which something stands, with its place in it."""

from msgspec import Struct

from kg.records import TextSpan
from kg.text import paragraphs


class Passage(Struct, frozen=True, kw_only=True):
    """A stretch of an article: its offsets, its exact text, and the spans shown in it (article offsets)."""

    start: int
    end: int
    text: str
    spans: tuple[TextSpan, ...]

    def marked(self, *, left: str = "⟦", right: str = "⟧") -> str:
        """The text with every span between two marks; spans must not overlap."""
        pieces, at = [], self.start
        for span in sorted(self.spans):
            pieces += [self._between(at, span.start), left, self._between(span.start, span.end), right]
            at = span.end
        return "".join((*pieces, self._between(at, self.end)))

    def _between(self, start: int, end: int) -> str:
        return self.text[start - self.start : end - self.start]


def passage(text: str, spans: tuple[TextSpan, ...], *, context: int = 0) -> Passage:
    """The paragraphs that hold the spans, and ``context`` more before and after, as far as there are any."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    all_ = list(paragraphs(text, TextSpan(0, len(text))))
    opening = max((i for i, paragraph in enumerate(all_) if paragraph.start <= first), default=0)
    closing = min((i for i, paragraph in enumerate(all_) if paragraph.end >= last), default=len(all_) - 1)
    shown = all_[max(opening - context, 0) : closing + context + 1]
    start = min([first, *(paragraph.start for paragraph in shown)])
    end = max([last, *(paragraph.end for paragraph in shown)])
    return Passage(start=start, end=end, text=text[start:end], spans=spans)
