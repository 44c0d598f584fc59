import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.match.score import DIFFERENT, SAME, Reason, logistic, match_of, verdict_of


@pytest.mark.parametrize(
    ("score", "verdict"),
    [(1.0, "same"), (SAME, "same"), (0.5, "unsure"), (DIFFERENT, "different"), (0.0, "different")],
)
def test_the_thresholds(score: float, verdict: str) -> None:
    assert verdict_of(score) == verdict


def test_the_heaviest_reason_first() -> None:
    light = Reason("place_added", -0.5, "only one names a place: 北京")
    heavy = Reason("same_core", 6.0, "the same brand: 青禾")
    assert match_of([light, heavy], bias=-3.0).reasons == (heavy, light)


@given(st.floats(-1e6, 1e6))
def test_a_probability(total: float) -> None:
    assert 0 <= logistic(total) <= 1
    assert logistic(total) + logistic(-total) == pytest.approx(1)
