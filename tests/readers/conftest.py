"""Real files and a real standard input for the readers' tests."""

import gzip
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.readers import Problem, ReadOptions, read
from kg.records import Article


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file below tmp_path, packed where its name ends in .gz."""

    def _write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = content.encode() if isinstance(content, str) else content
        path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
        return path

    return _write


@pytest.fixture
def one(write: Callable[[str, str | bytes], Path]) -> Callable[..., Article]:
    """The one article of a file with that name and content."""

    def _one(name: str, content: str | bytes, **options: object) -> Article:
        (item,) = read([write(name, content)], options=ReadOptions(**options))
        assert isinstance(item, Article), str(item)
        return item

    return _one


@pytest.fixture
def problem(write: Callable[[str, str | bytes], Path]) -> Callable[..., Problem]:
    """The one problem of a file with that name and content."""

    def _problem(name: str, content: str | bytes, **options: object) -> Problem:
        (item,) = read([write(name, content)], options=ReadOptions(**options))
        assert isinstance(item, Problem), item
        return item

    return _problem


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Standard input with these bytes."""

    def _stdin(raw: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))

    return _stdin
