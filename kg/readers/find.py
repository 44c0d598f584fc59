"""Paths as a user gives them (file, folder, pattern, -) to the files behind them, in a fixed order."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.readers.decode import scrub
from kg.readers.problem import Problem
from kg.readers.source import STDIN, Source


def sources(paths: Iterable[str | os.PathLike[str]], *, root: str | None) -> Iterator[Source | Problem]:
    """The files of all paths, each once, folders and patterns sorted; a path of nothing is a Problem."""
    seen: set[str] = set()
    for path in paths:
        for item in _expanded(os.fspath(path), Path(root) if root else None):
            if isinstance(item, Problem):
                yield item
            elif (real := os.path.realpath(item.path) if item.path else STDIN) not in seen:
                seen.add(real)
                yield item


def _expanded(given: str, root: Path | None) -> Iterator[Source | Problem]:
    path = Path(given)
    if given == STDIN:
        yield Source(STDIN, None, STDIN)
    elif given and os.path.isdir(given):
        yield from _folder(path, root or path)
    elif os.path.exists(given):
        yield _source(given, root or path.parent)
    elif glob.has_magic(given):
        yield from _matches(given, root or _fixed_part(path))
    else:
        yield Problem(scrub(given), None, "is no file or folder that can be found")


def _source(name: str, root: Path) -> Source:
    """Names that are no valid text (bytes of an old encoding) lose their odd characters in what is stored."""
    key = Path(os.path.relpath(name, root)).as_posix()
    return Source(scrub(name), Path(name), scrub(key))


def _folder(folder: Path, root: Path) -> Iterator[Source | Problem]:
    """All files below the folder, sorted by path; hidden ones (.git, .DS_Store) are no articles."""
    errors: list[OSError] = []
    found: list[Path] = []
    for base, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(base, name) for name in names if not name.startswith(".")]
    for error in errors:
        yield Problem(scrub(str(error.filename)), None, f"cannot be read: {error.strerror}")
    if not found and not errors:
        yield Problem(scrub(str(folder)), None, "the folder holds no file")
    for path in sorted(found, key=lambda path: path.parts):
        if os.path.isfile(path):
            yield _source(str(path), root)
        else:
            yield Problem(scrub(str(path)), None, "is no regular file")  # a pipe would wait for ever


def _matches(pattern: str, root: Path) -> Iterator[Source | Problem]:
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        yield Problem(scrub(pattern), None, "no file matches the pattern")
    for name in found:
        if not os.path.isdir(name):
            yield _source(name, root)
        elif "**" not in pattern:  # ** has already gone into the folder
            yield from _folder(Path(name), root)


def _fixed_part(pattern: Path) -> Path:
    """The folder before the first * of a pattern: news/*/a.txt gives keys 2023/a.txt and 2024/a.txt."""
    parts = pattern.parts
    fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:fixed])
