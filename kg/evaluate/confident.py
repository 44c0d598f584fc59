"""Leaving out of predictions what the annotator was not sure enough of."""

from collections.abc import Iterable
from typing import TypeVar

from kg.evaluate.rows import ClaimRow, EntityRow, PredictedRow, RelationRow

Row = TypeVar("Row", ClaimRow, EntityRow, RelationRow)


def confident(row: PredictedRow, at_least: float) -> PredictedRow:
    """The row with the claims, entities and relations that are so sure; one that says nothing of it stays."""
    if at_least <= 0.0:
        return row
    return row | PredictedRow(
        id=row["id"],
        claims=_sure(row.get("claims"), at_least),
        entities=_sure(row.get("entities"), at_least),
        relations=_sure(row.get("relations"), at_least),
    )


def _sure(found: Iterable[Row] | None, at_least: float) -> list[Row]:
    return [record for record in found or () if record.get("confidence", 1.0) >= at_least]
