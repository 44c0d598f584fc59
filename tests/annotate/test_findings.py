"""The chances that a cue gives to a name."""

from kg.annotate.findings import Choices, CueFound

CHOICES = Choices(source=(0.2, 0.4, 0.6), implicit=(0.0, 0.0, 0.5), about=(0.9, 0.9, 0.0))
CUE = CueFound(start=5, end=6, confidence=0.9, choices=CHOICES, offset=4)


def test_a_chance_is_the_mean_over_the_name() -> None:
    assert round(CUE.source_chance(4, 7), 3) == 0.4
    assert CUE.implicit_chance(6, 7) == 0.5
    assert CUE.about_chance(4, 6) == 0.9


def test_a_name_outside_the_cues_window_has_none() -> None:
    assert CUE.source_chance(3, 5) == 0.0
    assert CUE.about_chance(6, 8) == 0.0
    assert CueFound(start=0, end=1, confidence=0.9).source_chance(0, 1) == 0.0
