"""Where an article comes from: a file or standard input, opened as a stream of bytes."""

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from msgspec import Struct

from kg.readers.lines import PEEK

STDIN = "-"
GZIP_MAGIC = b"\x1f\x8b"


class Source(Struct, frozen=True):
    """A file: ``name`` as the user gave it, ``key`` its path below the root that was read, for the ids."""

    name: str
    path: Path | None  # None: standard input
    key: str

    @property
    def suffix(self) -> str:
        """What the name ends in, without .gz and in small letters; empty for standard input."""
        name = self.key.lower().removesuffix(".gz")
        return "" if self.path is None else Path(name).suffix


@contextmanager
def opened(source: Source) -> Iterator[io.BufferedReader]:
    """The bytes of the source, unpacked where it is gzip data; OSError when it cannot be opened."""
    raw = cast(io.BufferedReader, sys.stdin.buffer) if source.path is None else io.FileIO(source.path)
    stream: io.BufferedReader = io.BufferedReader(raw, PEEK)
    try:
        yield _unpacked(stream, source.key)
    finally:
        stream.detach()
        if source.path is not None:
            raw.close()


def _unpacked(stream: io.BufferedReader, name: str) -> io.BufferedReader:
    if name.lower().endswith(".gz") or (name == STDIN and stream.peek(2)[:2] == GZIP_MAGIC):
        return io.BufferedReader(gzip.GzipFile(fileobj=stream), PEEK)
    return stream
