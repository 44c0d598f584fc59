"""What the model finds, in token offsets: first of one window, then of a whole article."""

from msgspec import Struct


class NameFound(Struct, frozen=True):
    """A name with its type and the model's probability."""

    start: int
    end: int
    type: str
    confidence: float


class CueFound(Struct, frozen=True):
    """A reporting cue with its speaker and content, which may be missing or in pieces.

    ``source`` holds for every token of the window how likely it is part of a mention of the
    source's own name: what 他 stands for. ``offset`` is where the window begins in the article.
    """

    start: int
    end: int
    confidence: float
    speaker: tuple[int, int] | None
    speaker_confidence: float
    content: tuple[tuple[int, int], ...]
    content_confidence: float
    source: tuple[float, ...]
    offset: int = 0

    def source_chance(self, start: int, end: int) -> float:
        """How likely the tokens [start, end) name the source; 0 outside the cue's window."""
        low, high = start - self.offset, end - self.offset
        if low < 0 or high > len(self.source):
            return 0.0
        return sum(self.source[low:high]) / (high - low)


class WindowFindings(Struct, frozen=True):
    """All names and cues of one window, in reading order."""

    names: tuple[NameFound, ...]
    cues: tuple[CueFound, ...]


class Findings(Struct, frozen=True):
    """All names and cues of an article, in reading order and article offsets."""

    names: tuple[NameFound, ...]
    cues: tuple[CueFound, ...]
