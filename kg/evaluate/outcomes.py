"""Which predicted records are right: what a confidence is held against."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from kg.errors import ReadError
from kg.evaluate.compare import matches, same_speaker
from kg.evaluate.rows import ClaimRow, EntityRow, GoldRow, PredictedRow, RelationRow
from kg.evaluate.scorer import IOU, entity_key, relation_key, text_of

KINDS = ("name", "claim", "relation")


class Outcome(Struct, frozen=True):
    """One predicted record: its place in the article's row, its confidence, whether it is right."""

    article: str
    index: int
    confidence: float
    right: bool


def outcomes(
    gold: Mapping[str, GoldRow],
    pred: Mapping[str, PredictedRow],
    texts: Mapping[str, str] | None = None,
    *,
    iou: float = IOU,
) -> dict[str, list[Outcome]]:
    """The predicted records by kind; names and relations only where gold has them.

    A name is right with span and type, a claim with content overlap and speaker, a relation with
    type and both arguments, as the scorer counts them.
    """
    found: dict[str, list[Outcome]] = {kind: [] for kind in KINDS}
    for article, row in gold.items():
        answer: PredictedRow = pred.get(article, {"id": article})
        text = text_of(article, row, texts)
        claims = answer.get("claims") or []
        found["claim"] += _outcomes(article, claims, full_claims(row, claims, text, iou=iou))
        if row.get("entities_annotated"):
            names, ties = answer.get("entities") or [], answer.get("relations") or []
            known = {entity_key(it) for it in row["entities"]}
            stated = {relation_key(it, text) for it in row.get("relations", [])}
            found["name"] += _outcomes(article, names, [entity_key(it) in known for it in names])
            found["relation"] += _outcomes(article, ties, [relation_key(it, text) in stated for it in ties])
    return found


def full_claims(row: GoldRow, claims: Sequence[ClaimRow], text: str | None, *, iou: float) -> list[bool]:
    """For each predicted claim whether content and speaker are right."""
    gold = row.get("claims", [])
    chosen = matches(gold, claims, text, iou_min=iou)
    right = {j for i, j in chosen.items() if same_speaker(gold[i], claims[j])}
    return [j in right for j in range(len(claims))]


def _outcomes(
    article: str, rows: Sequence[ClaimRow] | Sequence[EntityRow] | Sequence[RelationRow], right: list[bool]
) -> Iterator[Outcome]:
    for index, (row, is_right) in enumerate(zip(rows, right, strict=True)):
        confidence = row.get("confidence")
        if confidence is None:
            raise ReadError(f"{article}: a predicted record without a confidence")
        yield Outcome(article, index, confidence, is_right)
