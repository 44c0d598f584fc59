"""Floors under the measured quality: a change may raise a score, never let it fall below.

The floors file maps a gold set to its measures: {"tests/gold": {"content overlap": 0.68}}.
A gold set that was not scored (its files are not at hand) is neither checked nor changed.
"""

import math
from collections.abc import Mapping
from pathlib import Path

import msgspec

from kg.errors import ReadError
from kg.evaluate.tally import Scores

Floors = dict[str, dict[str, float]]

# What gets a floor: the measures of claims, speakers, names and relations.
MEASURES = (
    "content exact",
    "content overlap",
    "full claim",
    "about end-to-end",
    "entity strict",
    "relation",
    "speaker|matched",
)
MARGIN = 0.01  # measured .725 sets a floor of .715, so that a rounding change breaks nothing
STEPS = 1000  # floors are whole thousandths


def read_floors(path: Path) -> Floors:
    """The floors by gold set; a file that is not there, or no such mapping, is a ReadError."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Floors)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror})") from None
    except msgspec.DecodeError as error:
        raise ReadError(f"{path}: {error}") from None


def write_floors(path: Path, floors: Mapping[str, Mapping[str, float]]) -> None:
    """Writes the floors, one measure a line, gold sets and measures as ordered."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")


def measure(scores: Scores, name: str) -> float | None:
    """The F1 or the share that a floor compares; None where gold has nothing of the kind."""
    value: object = {**scores}.get(name)
    if isinstance(value, dict):
        return float(value["f1"]) if value.get("gold") else None
    return value if isinstance(value, float) else None


def check(scores: Mapping[str, Scores], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """One sentence for each measure below its floor; an unknown measure is one too."""
    return [
        _sentence(gold, name, measure(scores[gold], name), floor)
        for gold, measures in floors.items()
        if gold in scores
        for name, floor in measures.items()
        if (value := measure(scores[gold], name)) is None or value < floor
    ]


def _sentence(gold: str, name: str, value: float | None, floor: float) -> str:
    if value is None:
        return f"{gold}: there is no measure {name!r} for the floor {floor:.3f}."
    return f"{gold}: {name} is {value:.4f}, below its floor of {floor:.3f}."


def raise_floors(
    scores: Mapping[str, Scores],
    floors: Mapping[str, Mapping[str, float]],
    *,
    margin: float = MARGIN,
) -> Floors:
    """The floors after this run: measured minus `margin` where that is higher, else as before."""
    raised = {gold: dict(measures) for gold, measures in floors.items()}
    for gold, result in scores.items():
        mine = raised.setdefault(gold, {})
        for name in MEASURES:
            value = measure(result, name)
            if value is not None:
                floor = math.floor((value - margin) * STEPS) / STEPS
                mine[name] = max(floor, mine.get(name, 0.0))
    return raised
