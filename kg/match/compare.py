"""Two bearers of names in, a verdict with its reasons out."""

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from kg.errors import ConfigError
from kg.match.features import NAMES, found
from kg.match.profile import NONE, Evidence, Profile
from kg.match.score import PLACES, Match, Reason, Verdict, match_of
from kg.match.sides import pair_of

__all__ = ["Evidence", "Match", "Profile", "Reason", "Verdict", "compare"]

WEIGHTS = Path(__file__).with_name("weights.json")


class Weights(Struct, frozen=True):
    """What each feature's word counts, and how likely two names are one before any speaks."""

    bias: float
    weights: dict[str, float]


def compare(left: Profile, right: Profile, evidence: Evidence = NONE) -> Match:
    """Whether two bearers are one: same, different or unsure, with the reasons in words.

    Symmetric in verdict and score; the words name the left one first.
    """
    fitted = weights()
    reasons = [
        Reason(one.feature, round(one.value * fitted.weights[one.feature], PLACES), one.detail)
        for one in found(pair_of(left, right, evidence))
    ]
    return match_of(reasons, bias=fitted.bias)


@cache
def weights() -> Weights:
    """The fitted weights; ConfigError if they are not those of the features."""
    read = msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)
    if set(read.weights) != set(NAMES.values()):
        raise ConfigError(f"{WEIGHTS}: the weights are not those of the features; fit them again.")
    return read
