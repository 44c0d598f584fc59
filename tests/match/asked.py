"""What one feature says of two bare names of a type."""

from kg.match.features import Feature
from kg.match.profile import NONE, Evidence, Profile
from kg.match.sides import pair_of


def value(
    feature: Feature, left: str, right: str, type_: str | None, evidence: Evidence = NONE
) -> float | None:
    """How strongly the feature speaks, the same either way round; None where it is silent."""
    a, b = Profile(left, type_), Profile(right, type_)
    there, back = feature(pair_of(a, b, evidence)), feature(pair_of(b, a, evidence))
    assert (there is None) == (back is None)
    if there is None or back is None:
        return None
    assert there[0] == back[0]
    return there[0]
