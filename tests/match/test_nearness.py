"""Names that are near each other: all at once gives what each pair by itself gives."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.match.blocking import blocks
from kg.match.nearness import components, near_names
from kg.match.readings import may_be_one
from kg.names import name_key

FORMS = (
    *("青禾", "青禾科技", "青禾科技有限公司", "海川青禾食品", "星图", "星图2", "星图-2"),
    *("林晓岚", "林晓岚CEO", "Lin Xiaolan", "奥特曼", "阿尔特曼"),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(FORMS), unique=True))
def test_all_at_once_is_pair_by_pair(forms: list[str]) -> None:
    keys = sorted(set(map(name_key, forms)))
    names = [keys.index(name_key(form)) for form in forms]
    pairs = {
        (min(names[a], names[b]), max(names[a], names[b]))
        for a, b in combinations(range(len(forms)), 2)
        if names[a] != names[b] and blocks(forms[a]) & blocks(forms[b]) and may_be_one(forms[a], forms[b])
    }
    assert sorted(near_names(forms, names)) == sorted(pairs)


def test_no_forms_are_near_nothing() -> None:
    assert list(near_names([], [])) == []


def test_components_hold_what_pairs_connect() -> None:
    assert components(5, [(3, 4), (0, 3)]) == [[0, 3, 4], [1], [2]]
