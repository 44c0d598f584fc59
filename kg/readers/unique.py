"""Ids that a file gives its records: each may stand once."""

from kg.readers.problem import Unreadable


class Unique:
    """The ids claimed so far: about 100 bytes each, all that is kept of a record that was read."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}

    def claim(self, given: str | None, line: int) -> None:
        """Take the id for the record at ``line``; Unreadable when another record has it."""
        if given and self._lines.setdefault(given, line) != line:
            raise Unreadable(f"has the id '{given}' of line {self._lines[given]}")
