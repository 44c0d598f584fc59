"""From how sure the model feels to how often it is right: applies what `bench/calibrate.py` measured.

A scale weighs the signs of a record by logistic regression, and a line through a few knots, which
never falls, makes of the result the share that was right on articles read by people.
"""

import math
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.extract.signs import Signs, chance_features, claim_features, signs
from kg.records import Claim, Extraction, Mention, Relation

Record = TypeVar("Record", Mention, Claim, Relation)

FILE = "calibration.json"
PLACES = 3  # of a confidence, so that a resumed or parallel run equals a serial one


class Scale(Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of the signs, and knots (felt, right) that rise from left to right."""

    weights: dict[str, float]
    knots: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        if len(self.knots) < 2 or any(not 0 <= value <= 1 for knot in self.knots for value in knot):
            raise ValueError("a scale has at least two knots, from 0 to 1")
        steps = zip(self.knots, self.knots[1:], strict=False)
        if any(right[0] <= left[0] or right[1] < left[1] for left, right in steps):
            raise ValueError("the knots of a scale rise")

    def of(self, features: Mapping[str, float]) -> float:
        """The share that is right among records with these signs; a sign without a weight is nothing."""
        felt = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return self.line(1 / (1 + math.exp(-max(-30.0, min(30.0, felt)))))

    def line(self, felt: float) -> float:
        """The line through the knots, level before the first and after the last."""
        after = bisect_right(self.knots, felt, key=lambda knot: knot[0])
        if after in (0, len(self.knots)):
            return self.knots[max(0, after - 1)][1]
        (x0, y0), (x1, y1) = self.knots[after - 1 : after + 1]
        return min(y1, y0 + (y1 - y0) * (felt - x0) / (x1 - x0))


class Calibration(Struct, frozen=True, forbid_unknown_fields=True):
    """The scales of a model; without one for a kind, its confidence stays as the model gave it."""

    names: Scale | None = None
    claims: Scale | None = None
    relations: Scale | None = None

    def name(self, confidence: float) -> float:
        """How often a name is right, span and type, that the model gives this chance."""
        return self.names.of(chance_features(confidence)) if self.names else confidence

    def claim(self, signs: Signs) -> float:
        """How often a claim with these signs has the right content and the right speaker."""
        return self.claims.of(claim_features(signs)) if self.claims else signs.weakest

    def relation(self, confidence: float) -> float:
        """How often a relation is right that was found with this confidence."""
        return self.relations.of(chance_features(confidence)) if self.relations else confidence


UNCALIBRATED = Calibration()


def read_calibration(folder: Path) -> Calibration:
    """The calibration of a model folder; one that changes nothing where the folder has none."""
    path = folder / FILE
    if not path.is_file():
        return UNCALIBRATED
    try:
        return msgspec.json.decode(path.read_bytes(), type=Calibration)
    except msgspec.DecodeError as error:
        raise ModelError(f"{path}: {error}") from None


def write_calibration(folder: Path, calibration: Calibration) -> None:
    """Write the file that `read_calibration` reads; a kind without a scale is left out."""
    scales = {name: value for name, value in msgspec.structs.asdict(calibration).items() if value}
    (folder / FILE).write_bytes(msgspec.json.format(msgspec.json.encode(scales), indent=1) + b"\n")


def calibrated(extraction: Extraction, doc: Doc, calibration: Calibration, *, origin: str) -> Extraction:
    """The records with shares right for confidences; names of another origin than the model's stay as
    they are (a user's list is sure), and pronouns and unnamed sources keep the chance of their cue.
    """
    if calibration == UNCALIBRATED:
        return extraction
    at_hand = signs(doc, extraction.claims)
    return Extraction(
        mentions=tuple(
            _sure(it, calibration.name(it.confidence)) if it.kind == "name" and it.origin == origin else it
            for it in extraction.mentions
        ),
        claims=tuple(_sure(it, calibration.claim(at_hand[it.id])) for it in extraction.claims),
        relations=tuple(_sure(it, calibration.relation(it.confidence)) for it in extraction.relations),
    )


def _sure(record: Record, confidence: float) -> Record:
    return replace(record, confidence=round(confidence, PLACES))
