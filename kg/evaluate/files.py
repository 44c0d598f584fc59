"""Reads gold, predictions and texts; a bad line is one sentence with its file and number."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from kg.errors import ReadError
from kg.evaluate.compare import spans_of
from kg.evaluate.rows import GoldRow, PredictedRow

Row = TypeVar("Row", GoldRow, PredictedRow)


def read_gold(path: Path) -> dict[str, GoldRow]:
    """The annotated articles of a JSON lines file by id; blank lines are skipped."""
    return _rows(path, GoldRow)


def read_predictions(path: Path) -> dict[str, PredictedRow]:
    """The predicted articles of a JSON lines file by id; blank lines are skipped."""
    return _rows(path, PredictedRow)


def _rows(path: Path, kind: type[Row]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for number, line in enumerate(_read(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line, type=kind)
            check_contents(row)
        except (msgspec.DecodeError, ValueError) as error:
            raise ReadError(f"{path}:{number}: {error}") from None
        if row["id"] in rows:
            raise ReadError(f"{path}:{number}: the id {row['id']} was there before")
        rows[row["id"]] = row
    return rows


def check_contents(row: GoldRow | PredictedRow) -> None:
    """Nothing if every content is one span or a list of spans, else a ValueError."""
    for claim in row.get("claims") or []:
        spans_of(claim.get("content"))


def read_texts(folder: Path, ids: Iterable[str]) -> dict[str, str]:
    """The texts <id>.txt that the folder holds, line ends as they stand; others are left out."""
    if not folder.is_dir():
        raise ReadError(f"{folder}: no such folder of texts")
    paths = {article: folder / f"{article}.txt" for article in ids}
    return {article: _read(path) for article, path in paths.items() if path.is_file()}


def without_text(gold: Mapping[str, GoldRow], texts: Mapping[str, str]) -> list[str]:
    """The ids whose raw offsets will be compared, because no text is at hand."""
    return [article for article, row in gold.items() if row.get("text") is None and article not in texts]


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not utf-8 at byte {error.start}") from None
