"""A file or folder that appears only when it is whole: written beside its place, then renamed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import BinaryIO

from kg.errors import ConfigError

LIST = ".kg-export"  # in a folder: the names of the files that an export put there


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


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """An empty folder that takes the place of ``path`` at the end; on failure the old one stays.

    Only an empty folder, or one that holds nothing but what was exported into it, is replaced: another
    is a ConfigError, since its files would be lost.
    """
    place = path.resolve()
    _check_replaceable(path)
    part, old = (place.with_name(f".{place.name}.{os.getpid()}.{end}") for end in ("part", "old"))
    try:
        part.mkdir()
        try:
            yield part
            _list_files(part)
            _swap(place, part, old)
        except BaseException:
            rmtree(part, ignore_errors=True)
            raise
    except OSError as error:
        raise ConfigError(f"Cannot write {path}: {error.strerror}.") from None


def beside(stream: BinaryIO) -> Path | None:
    """Where the target lies, since a system's own folder for passing files may be small or in memory."""
    path = Path(str(getattr(stream, "name", "")))
    return path.parent if path.is_file() else None


def _check_replaceable(path: Path) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        raise ConfigError(f"{path} is a file; this format writes a folder.")
    exported = path / LIST
    listed = exported.read_text(encoding="utf-8").splitlines() if exported.is_file() else []
    others = sorted(found.name for found in path.iterdir() if found.name not in {LIST, *listed})
    if others:
        raise ConfigError(f"{path} holds {others[0]}, which no export put there; give a new folder.")


def _list_files(folder: Path) -> None:
    names = sorted(found.name for found in folder.iterdir())
    (folder / LIST).write_text("".join(f"{name}\n" for name in names), encoding="utf-8")


def _swap(place: Path, part: Path, old: Path) -> None:
    """The new folder for the old one; no system call does both, so the old one is put back on failure."""
    if place.exists():
        place.rename(old)
    try:
        part.rename(place)
    except BaseException:
        if old.exists():
            old.rename(place)
        raise
    rmtree(old, ignore_errors=True)


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
