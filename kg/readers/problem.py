"""What could not be read, as one sentence with its place."""

from msgspec import Struct

from kg.errors import ReadError


class Problem(Struct, frozen=True):
    """A file, or one record of it, that gave no article; ``str()`` is ``file:line: sentence``."""

    source: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.message}"


class Unreadable(ReadError):
    """Raised inside the readers; the outermost one turns it into a ``Problem``."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line

    def at(self, source: str, line: int | None = None) -> Problem:
        """The problem it is in ``source``; ``line`` counts where the error does not know its own."""
        return Problem(source, self.line if self.line is not None else line, str(self))
