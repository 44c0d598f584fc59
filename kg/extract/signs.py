"""What speaks for a record: the model's chances, and how a claim's speaker was found."""

import math

from msgspec import Struct
from spacy.tokens import Doc

from kg.annotate.layers import CONTENTS, CUES, SPEAKERS
from kg.records import Claim

SURE = 0.9995  # chances are rounded to 3 places: 1.000 may be this


class Signs(Struct, frozen=True):
    """What speaks for a claim: the model's chances, and how the speaker was found.

    ``speaker`` is None where the model marked none: a turn's label, or no speaker at all.
    """

    cue: float
    content: float
    speaker: float | None
    by: str

    @property
    def weakest(self) -> float:
        """The chance of cue or content, whichever is lower: a claim's confidence as it is found."""
        return min(self.cue, self.content)


def signs(doc: Doc, claims: tuple[Claim, ...]) -> dict[str, Signs]:
    """The signs by claim id; a cue that the Doc does not know (a turn's) has its confidence alone."""
    cues = doc.spans[CUES]
    felt = list(zip(cues, cues.attrs["confidence"], strict=True))
    numbers = {span.start_char: number for number, (span, _) in enumerate(felt)}
    contents, speakers = _weakest(doc, CONTENTS), _weakest(doc, SPEAKERS)
    found: dict[str, Signs] = {}
    for claim in claims:
        number = numbers.get(claim.cue.start) if claim.cue else None
        found[claim.id] = Signs(
            cue=claim.confidence if number is None else felt[number][1],
            content=claim.confidence if number is None else contents.get(number, claim.confidence),
            speaker=None if number is None else speakers.get(number),
            by=claim.speaker_by,
        )
    return found


def claim_features(signs: Signs) -> dict[str, float]:
    """A claim's signs as numbers: log odds of the chances, 1 for what is so."""
    heard = {"no speaker": 1.0} if signs.speaker is None else {"speaker": log_odds(signs.speaker)}
    chances = {"cue": log_odds(signs.cue), "content": log_odds(signs.content)}
    return {"": 1.0, **chances, **heard, f"by {signs.by}": 1.0}


def chance_features(confidence: float) -> dict[str, float]:
    """The one sign of a name or relation, and the constant."""
    return {"": 1.0, "chance": log_odds(confidence)}


def log_odds(chance: float) -> float:
    """The logarithm of the odds, finite for 0 and 1 too."""
    inside = max(1 - SURE, min(SURE, chance))
    return math.log(inside / (1 - inside))


def _weakest(doc: Doc, layer: str) -> dict[int, float]:
    """The lowest chance of a cue's parts, by the cue's number."""
    group = doc.spans[layer]
    lowest: dict[int, float] = {}
    for cue, confidence in zip(group.attrs["cue"], group.attrs["confidence"], strict=True):
        lowest[cue] = min(confidence, lowest.get(cue, 1.0))
    return lowest
