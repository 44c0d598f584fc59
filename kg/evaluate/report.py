"""The scores as text: one line a measure, then one line a mode."""

from collections.abc import Iterator

from kg.evaluate.tally import Scores


def lines(scores: Scores) -> Iterator[str]:
    """The report line by line; a mode without a gold claim has no line."""
    yield f"articles {scores['articles']}"
    for name, value in scores.items():
        if isinstance(value, float):
            yield f"{name:<22} {value:.3f}"
        elif isinstance(value, dict) and "f1" in value:
            yield (
                f"{name:<18} P {value['p']:.3f}  R {value['r']:.3f}  F1 {value['f1']:.3f}"
                f"   (tp {value['tp']}, predicted {value['pred']}, gold {value['gold']})"
            )
    for name, mode in scores["by mode"].items():
        yield (
            f"  mode {name:<9} gold {mode['gold']:3d}  found {mode['found']:.3f}"
            f"  found+speaker {mode['full']:.3f}"
        )
