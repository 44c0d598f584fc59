"""A file that appears only when it is whole: written beside its place, then renamed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import ConfigError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes take the place of ``path`` at the end; on failure the old file stays.

    A pipe or device (/dev/stdout) is written as it comes, since nothing can be renamed onto it. What the
    system refuses (no such folder, disk full) is a ConfigError.
    """
    try:
        if path.exists() and not path.is_file():  # resolved, a piped /dev/stdout would be no path at all
            with path.open("wb") as stream:
                yield stream
        else:
            yield from _replacing(path.resolve())
    except OSError as error:
        raise ConfigError(f"Cannot write {path}: {error.strerror}.") from None


def _replacing(place: Path) -> Iterator[BinaryIO]:
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    stream = part.open("xb")
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(place)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
