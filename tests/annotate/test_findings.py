"""The chance that a name is the source's own."""

from kg.annotate.findings import CueFound


def test_source_chance_is_the_mean_inside_the_window() -> None:
    cue = CueFound(5, 6, 0.9, None, 0.0, (), 0.0, source=(0.2, 0.4, 0.6), offset=4)
    assert round(cue.source_chance(4, 7), 3) == 0.4
    assert cue.source_chance(3, 5) == 0.0
    assert cue.source_chance(6, 8) == 0.0
