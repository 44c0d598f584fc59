"""A list as a file: one fact a row, sorted, each row typed.

Sorted means by code point over the cells of a row, so that a change shows as one line of diff.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from kg.errors import ConfigError
from kg.seeds.rows import Alias, Company, Cue, LegalForm, Person, Pronoun, Title

Row = TypeVar("Row", Cue, Title, LegalForm, Pronoun, Alias, Company, Person)


def read_seeds(path: Path, kind: type[Row], *, key: Callable[[Row], object]) -> tuple[Row, ...]:
    """The rows of a word list; ConfigError says file and line if one is wrong, unsorted or there twice."""
    rows: list[Row] = []
    seen: dict[object, int] = {}
    last: list[str] = []
    fields = kind.__struct_fields__
    for line, cells in _lines(path, fields, optional=len(kind.__struct_defaults__)):
        if cells < last:
            raise ConfigError(f"{path}:{line}: {','.join(cells)} is out of order; sort by code point.")
        row = kind(*cells)
        if (first := seen.setdefault(key(row), line)) != line:
            raise ConfigError(f"{path}:{line}: {','.join(cells)} repeats line {first}.")
        rows.append(row)
        last = cells
    return tuple(rows)


def _lines(path: Path, header: tuple[str, ...], *, optional: int) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header with their line numbers; only the last ``optional`` cells may be empty."""
    filled = len(header) - optional
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            if next(reader, None) != list(header):
                raise ConfigError(f"{path}:1: the header is not {','.join(header)}.")
            for cells in reader:
                if len(cells) != len(header) or not all(cells[:filled]) or cells != [*map(str.strip, cells)]:
                    raise ConfigError(f"{path}:{reader.line_num}: not {len(header)} trimmed, filled cells.")
                yield reader.line_num, cells
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"{path}: cannot be read: {error}.") from None
