"""The rows of a CSV stream, in constant memory; a row that cannot be read costs only itself."""

import csv
import io
from collections.abc import Iterator

from msgspec import Struct

from kg.readers.lines import MAX_LINE, Line, lines
from kg.readers.problem import Unreadable


class Row(Struct, frozen=True):
    """One row and the line it begins on; ``problem`` says why ``values`` are not what the file means."""

    line: int
    values: list[str]
    problem: Unreadable | None = None


class _Texts:
    """The lines as the csv module wants them; ``problem`` is the first one since it was last set to None."""

    def __init__(self, stream: Iterator[Line]) -> None:
        self._stream = stream
        self.problem: Unreadable | None = None

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            if line.problem and self.problem is None:
                self.problem = Unreadable(line.problem, line.number)
            yield line.text


def rows(stream: io.BufferedReader, *, encoding: str | None) -> Iterator[Row]:
    """Every row that is not blank; Unreadable, with the line, when the stream breaks off.

    The quotes must be right: read leniently, one that is never closed would swallow the rows after it.
    """
    # the module's own limit, 131,072 characters, is below that of an article
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
    texts = _Texts(lines(stream, encoding=encoding))
    reader = csv.reader(texts, strict=True)
    while True:
        line = reader.line_num + 1
        texts.problem = None
        try:
            values = next(reader, None)
        except csv.Error as error:
            yield Row(line, [], texts.problem or Unreadable(f"is no valid CSV ({error})", line))
            continue
        if values is None:
            return
        if values or texts.problem:
            yield Row(line, values, texts.problem)
