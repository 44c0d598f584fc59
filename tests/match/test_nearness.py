"""Names that are near each other: all at once gives what each pair by itself gives."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.match.blocking import sought
from kg.match.nearness import components, near_names
from kg.match.readings import Form, are_near, form_blocks
from kg.names import name_key

FORMS = (
    *("青禾", "青禾科技", "青禾科技有限公司", "海川青禾食品", "星图", "星图2", "星图-2"),
    *("林晓岚", "林晓岚CEO", "Lin Xiaolan", "奥特曼", "阿尔特曼"),
    *("林小兰", "维斯特", "肖恩·维斯特", "西恩·维斯特", "达娜·维斯特"),
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(FORMS)), unique=True))
def test_all_at_once_is_pair_by_pair(called: list[tuple[str, str]]) -> None:
    forms = [Form(text, name_key(name)) for text, name in called]
    keys = sorted({form.key for form in forms})
    names = [keys.index(form.key) for form in forms]
    pairs = {
        (min(names[a], names[b]), max(names[a], names[b]))
        for a, b in combinations(range(len(forms)), 2)
        if names[a] != names[b]
        and sought(form_blocks(forms[a])) & form_blocks(forms[b])
        and are_near(forms[a], forms[b])
    }
    assert sorted(near_names(forms, names)) == sorted(pairs)


def test_no_forms_are_near_nothing() -> None:
    assert list(near_names([], [])) == []


def test_components_hold_what_pairs_connect() -> None:
    assert components(5, [(3, 4), (0, 3)]) == [[0, 3, 4], [1], [2]]
