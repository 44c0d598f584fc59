from hypothesis import given
from hypothesis import strategies as st

from kg.query.joined import joined

KEYS = st.frozensets(st.integers(0, 20))


def test_the_same_stand_side_by_side():
    assert list(joined("ac", "bc", key=ord)) == [("a", None), (None, "b"), ("c", "c")]


@given(KEYS, KEYS)
def test_each_of_both_comes_once_and_in_order(left, right):
    pairs = list(joined(sorted(left), sorted(right), key=abs))
    assert [other if one is None else one for one, other in pairs] == sorted(left | right)
    assert [one for one, _ in pairs if one is not None] == sorted(left)
    assert [other for _, other in pairs if other is not None] == sorted(right)
    assert {one for one, other in pairs if one == other} == left & right
