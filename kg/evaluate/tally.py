"""Counts that add up over articles, and the ratios they end in."""

from dataclasses import dataclass, field
from typing import TypedDict, TypeVar

Key = TypeVar("Key")


class Ratios(TypedDict):
    """Precision, recall and F1 with the counts behind them."""

    p: float
    r: float
    f1: float
    tp: int
    pred: int
    gold: int


class ModeRatios(TypedDict):
    """Of the gold claims of one mode: how many, the share found, the share with right speaker."""

    gold: int
    found: float
    full: float


# All measures of one run, named and ordered as in the report.
Scores = TypedDict(
    "Scores",
    {
        "articles": int,
        "content exact": Ratios,
        "content overlap": Ratios,
        "full claim": Ratios,
        "about|matched": Ratios,
        "about end-to-end": Ratios,
        "negated|matched": Ratios,
        "hedged|matched": Ratios,
        "entity strict": Ratios,
        "entity span": Ratios,
        "relation": Ratios,
        "speaker|matched": float,
        "speaker span|matched": float,
        "cue|matched": float,
        "mode|matched": float,
        "by mode": dict[str, ModeRatios],
    },
)


@dataclass
class Overlap:
    """Right, predicted and gold counts of one measure."""

    tp: int = 0
    pred: int = 0
    gold: int = 0

    def add(self, *, tp: int, pred: int, gold: int) -> None:
        """Count one more article or claim."""
        self.tp += tp
        self.pred += pred
        self.gold += gold

    def add_sets(self, *, predicted: set[Key], gold: set[Key]) -> None:
        """Count two sets of answers."""
        self.add(tp=len(predicted & gold), pred=len(predicted), gold=len(gold))

    def ratios(self) -> Ratios:
        """Precision, recall and F1; 0 where nothing was predicted or nothing is there."""
        p = self.tp / self.pred if self.pred else 0.0
        r = self.tp / self.gold if self.gold else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {"p": p, "r": r, "f1": f1, "tp": self.tp, "pred": self.pred, "gold": self.gold}


@dataclass
class ModeCount:
    """Gold claims of one mode, those found, those found with the right speaker."""

    gold: int = 0
    found: int = 0
    full: int = 0

    def ratios(self) -> ModeRatios:
        """The shares; a mode is only counted once it has a gold claim."""
        return {
            "gold": self.gold,
            "found": self.found / self.gold,
            "full": self.full / self.gold,
        }


@dataclass
class Tally:
    """Everything that is counted, over all articles so far."""

    exact: Overlap = field(default_factory=Overlap)
    overlap: Overlap = field(default_factory=Overlap)
    full: Overlap = field(default_factory=Overlap)
    about_matched: Overlap = field(default_factory=Overlap)
    about: Overlap = field(default_factory=Overlap)
    negated: Overlap = field(default_factory=Overlap)
    hedged: Overlap = field(default_factory=Overlap)
    entity_strict: Overlap = field(default_factory=Overlap)
    entity_span: Overlap = field(default_factory=Overlap)
    relation: Overlap = field(default_factory=Overlap)
    speaker: int = 0
    speaker_span: int = 0
    cue: int = 0
    mode: int = 0
    modes: dict[str, ModeCount] = field(default_factory=dict)

    def share(self, count: int) -> float:
        """`count` of the matched claims; 0 if none matched."""
        return count / self.overlap.tp if self.overlap.tp else 0.0
