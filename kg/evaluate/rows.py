"""The lines of gold and prediction files, as typed dictionaries; unknown keys are ignored.

A prediction may leave everything out but the id; gold must say the mode and content of a claim.
"""

from typing import Required, TypedDict

Span = tuple[int, int]
# [start, end] or [[start, end], ...]: one list type, because both are arrays in JSON.
Offsets = list[int | Span]


class ClaimFields(TypedDict, total=False):
    """What gold and predicted claims have alike."""

    speaker: Span | None
    canonical: str | None
    cue: Span | None
    about: list[str] | None
    negated: bool | None
    hedged: bool | None


class ClaimRow(ClaimFields, total=False):
    """One claim as predicted."""

    content: Offsets | None
    mode: str | None
    confidence: float


class GoldClaimRow(ClaimFields, total=False):
    """One claim as annotated: mode and content are sure, other right answers may be given."""

    mode: Required[str]
    content: Required[Offsets]
    canonical_alt: list[str]
    alt_content: list[Offsets]


class EntityRow(TypedDict, total=False):
    """One mention of an entity."""

    span: Required[Span]
    type: str | None
    confidence: float


class RelationRow(TypedDict, total=False):
    """One relation; without a span the argument's text may stand in `subject_text`."""

    type: Required[str]
    subject: Span | None
    object: Span | None
    subject_text: str | None
    object_text: str | None
    confidence: float


class PredictedRow(TypedDict, total=False):
    """One article as predicted."""

    id: Required[str]
    claims: list[ClaimRow] | None
    entities: list[EntityRow] | None
    relations: list[RelationRow] | None


class GoldRow(TypedDict, total=False):
    """One article as annotated; entities count only with `entities_annotated`."""

    id: Required[str]
    text: str | None
    entities_annotated: bool
    claims: list[GoldClaimRow]
    entities: list[EntityRow]
    relations: list[RelationRow]
