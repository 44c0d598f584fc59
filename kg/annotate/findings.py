"""What the model finds, in token offsets: first of one window, then of a whole article."""

from msgspec import Struct

Range = tuple[int, int]


class NameFound(Struct, frozen=True):
    """A name with its type and the model's probability."""

    start: int
    end: int
    type: str
    confidence: float


class Choices(Struct, frozen=True):
    """For every token of a window, the chance that its name is the source, the implicit subject, or
    one that the content is about; 0 where no name stands.
    """

    source: tuple[float, ...] = ()
    implicit: tuple[float, ...] = ()
    about: tuple[float, ...] = ()


class CueFound(Struct, frozen=True, kw_only=True):
    """A reporting cue with its speaker and content, which may be missing or in pieces.

    ``choices`` says which names are the source's own (what 他 stands for) and which the content is
    about. ``offset`` is where the cue's window begins in the article.
    """

    start: int
    end: int
    confidence: float
    speaker: Range | None = None
    speaker_confidence: float = 0.0
    content: tuple[Range, ...] = ()
    content_confidence: float = 0.0
    negated: float = 0.0
    hedged: float = 0.0
    choices: Choices = Choices()
    offset: int = 0

    def source_chance(self, start: int, end: int) -> float:
        """How likely the name at tokens [start, end) is the source's own; 0 outside the cue's window."""
        return self._chance(self.choices.source, start, end)

    def implicit_chance(self, start: int, end: int) -> float:
        """How likely that name is what an elliptical content is about; 0 outside the cue's window."""
        return self._chance(self.choices.implicit, start, end)

    def about_chance(self, start: int, end: int) -> float:
        """How likely the content is about that name; 0 where the model has no say.

        That is so outside the cue's window, and for names that come from elsewhere.
        """
        return self._chance(self.choices.about, start, end)

    def _chance(self, chances: tuple[float, ...], start: int, end: int) -> float:
        low, high = start - self.offset, end - self.offset
        if low < 0 or high > len(chances):
            return 0.0
        return sum(chances[low:high]) / (high - low)


class TieFound(Struct, frozen=True):
    """Two names, the earlier one first, with the tie that the text states between them."""

    left: Range
    right: Range
    type: str
    left_is_subject: bool
    confidence: float


class WindowFindings(Struct, frozen=True):
    """All names and cues of one window, in reading order, and the ties of its names."""

    names: tuple[NameFound, ...]
    cues: tuple[CueFound, ...]
    ties: tuple[TieFound, ...] = ()


class Findings(Struct, frozen=True):
    """All names, cues and ties of an article, in reading order and article offsets."""

    names: tuple[NameFound, ...]
    cues: tuple[CueFound, ...]
    ties: tuple[TieFound, ...] = ()
