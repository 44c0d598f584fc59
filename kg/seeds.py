"""The curated word lists in ``seeds/*.csv``: one fact a row, sorted, each row typed.

Sorted means by code point over the cells of a row, so that a change shows as one line of diff.
"""

import csv
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from kg.errors import ConfigError
from kg.names import name_key
from kg.resources import seeds_dir


class Cue(Struct, frozen=True):
    """A word that reports speech (表示, 警告说) and its kind."""

    word: str
    kind: str


class Title(Struct, frozen=True):
    """A title (首席执行官, CEO) with its English and its kind."""

    zh: str
    en: str
    kind: str


class LegalForm(Struct, frozen=True):
    """An ending of firm names (有限公司)."""

    form: str


class Pronoun(Struct, frozen=True):
    """A word that stands for a name (他, 该公司) and its kind."""

    word: str
    kind: str


class Alias(Struct, frozen=True):
    """One written form of a known entity: ``id`` and ``name`` are the entity's, the same in all its rows."""

    id: str
    type: str
    name: str
    alias: str


Row = TypeVar("Row", Cue, Title, LegalForm, Pronoun, Alias)


@cache
def cues() -> tuple[Cue, ...]:
    """The cue words that come with kg, in the file's order."""
    return read_seeds(seeds_dir() / "cues.csv", Cue, key=lambda row: row.word)


@cache
def titles() -> tuple[Title, ...]:
    """The titles that come with kg, in the file's order."""
    return read_seeds(seeds_dir() / "titles.csv", Title, key=lambda row: row.zh)


@cache
def legal_forms() -> tuple[str, ...]:
    """The endings of firm names that come with kg, in the file's order."""
    rows = read_seeds(seeds_dir() / "legal_forms.csv", LegalForm, key=lambda row: row.form)
    return tuple(row.form for row in rows)


@cache
def pronouns() -> tuple[Pronoun, ...]:
    """The words that stand for names that come with kg, in the file's order."""
    return read_seeds(seeds_dir() / "pronouns.csv", Pronoun, key=lambda row: row.word)


@cache
def aliases() -> tuple[Alias, ...]:
    """The known entities' written forms that come with kg; no form belongs to two of them."""
    path = seeds_dir() / "aliases.csv"
    rows = read_seeds(path, Alias, key=lambda row: (row.id, row.alias))
    check_aliases(rows, path=path)
    return rows


def check_aliases(rows: tuple[Alias, ...], *, path: Path) -> None:
    """ConfigError if one id has two names or types, or if two ids share a name or alias."""
    heads: dict[str, Alias] = {}
    owners: dict[str, str] = {}
    for row in rows:
        head = heads.setdefault(row.id, row)
        if (head.name, head.type) != (row.name, row.type):
            raise ConfigError(f"{path}: {row.id} has two names or types: {head.name}, {row.name}.")
        for form in (row.name, row.alias):
            owner = owners.setdefault(name_key(form), row.id)
            if owner != row.id:
                raise ConfigError(f"{path}: {form} belongs to both {owner} and {row.id}.")


def read_seeds(path: Path, kind: type[Row], *, key: Callable[[Row], object]) -> tuple[Row, ...]:
    """The rows of a word list; ConfigError says file and line if one is wrong, unsorted or there twice."""
    rows: list[Row] = []
    seen: dict[object, int] = {}
    last: list[str] = []
    for line, cells in _lines(path, kind.__struct_fields__):
        if cells < last:
            raise ConfigError(f"{path}:{line}: {','.join(cells)} is out of order; sort by code point.")
        row = kind(*cells)
        if (first := seen.setdefault(key(row), line)) != line:
            raise ConfigError(f"{path}:{line}: {','.join(cells)} repeats line {first}.")
        rows.append(row)
        last = cells
    return tuple(rows)


def _lines(path: Path, header: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header with their line numbers; each has a value in every column."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            if next(reader, None) != list(header):
                raise ConfigError(f"{path}:1: the header is not {','.join(header)}.")
            for cells in reader:
                if len(cells) != len(header) or not all(cell and cell == cell.strip() for cell in cells):
                    raise ConfigError(f"{path}:{reader.line_num}: not {len(header)} trimmed, filled cells.")
                yield reader.line_num, cells
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"{path}: cannot be read: {error}.") from None
