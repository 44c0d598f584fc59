"""Features' values to one score: a logistic sum, and the two thresholds that make it a verdict."""

from collections.abc import Iterable
from math import exp
from typing import Literal

from msgspec import Struct

Verdict = Literal["same", "different", "unsure"]

SAME = 0.9  # at or above: a wrong merge costs more than a missed one
DIFFERENT = 0.1  # at or below
PLACES = 3  # of a score and of a reason's share


class Reason(Struct, frozen=True):
    """One feature's share in a score, and why in one English clause."""

    feature: str
    score: float  # signed, before the logistic
    detail: str  # legal form differs: 集团 / 有限公司


class Match(Struct, frozen=True):
    """Whether two bearers are one, how sure that is, and what spoke for and against it."""

    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]


def match_of(reasons: Iterable[Reason], *, bias: float) -> Match:
    """The verdict on the sum of the reasons' shares, the heaviest reason first."""
    ordered = tuple(sorted(reasons, key=lambda reason: -abs(reason.score)))
    score = round(logistic(bias + sum(reason.score for reason in ordered)), PLACES)
    return Match(verdict_of(score), score, ordered)


def verdict_of(score: float) -> Verdict:
    """same, different, or unsure between the two thresholds."""
    return "same" if score >= SAME else "different" if score <= DIFFERENT else "unsure"


def logistic(total: float) -> float:
    """The sum as a probability."""
    return 1 / (1 + exp(-total)) if total > 0 else (odds := exp(total)) / (1 + odds)
