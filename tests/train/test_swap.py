"""Other names in the same sentences, and every mark still on its words."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.labels import CONTENT
from kg.train.sheet import Sheet, SheetClaim, SheetName
from kg.train.swap import pools, swapped
from tests.train.sheets import POOLS, SENTENCES, dice, made, sheets

SEEDS = range(40)


def words(sheet: Sheet) -> list[str]:
    return [sheet.text[name.start : name.end] for name in sheet.names]


def expected(old: Sheet, new: Sheet, start: int, end: int) -> str:
    """The old words from start to end with the new names in their places."""
    text, at = "", start
    for before, written in zip(old.names, words(new), strict=True):
        if start <= before.start < end:
            text += old.text[at : before.start] + written
            at = before.end
    return text + old.text[at:end]


@given(sheets(longest=20), st.randoms(use_true_random=False))
def test_every_mark_stays_on_its_words(old: Sheet, rng: Random) -> None:
    new = swapped(old, POOLS, rng)
    assert new.text == expected(old, new, 0, len(old.text))
    for before, after in zip(old.claims, new.claims, strict=True):
        assert new.text[slice(*after.cue)] == old.text[slice(*before.cue)]
        for (start, end, kind), moved in zip(before.roles, after.roles, strict=True):
            assert moved[2] == kind
            assert new.text[moved[0] : moved[1]] == expected(old, new, start, end)
        assert (before.sources, before.about, before.negated) == (after.sources, after.about, after.negated)
    assert (new.ties, new.unsure) == (old.ties, old.unsure)


@given(sheets(longest=20), st.randoms(use_true_random=False))
def test_a_name_stays_or_is_drawn_everywhere_alike(old: Sheet, rng: Random) -> None:
    new = swapped(old, POOLS, rng)
    drawn = dict(zip(words(old), words(new), strict=True))
    for before, after, name in zip(words(old), words(new), old.names, strict=True):
        assert drawn[before] == after
        assert after == before or after in POOLS[name.type]
    assert [name.type for name in new.names] == [name.type for name in old.names]


def changed(sheet: Sheet, pool: dict[str, list[str]]) -> set[str]:
    """All names that come out of some draws."""
    return {written for seed in SEEDS for written in words(swapped(sheet, pool, dice(seed)))}


def named(text: str, **types: str) -> Sheet:
    return Sheet(text, tuple(SheetName(text.index(w), text.index(w) + len(w), t) for w, t in types.items()))


def test_some_draws_swap_and_some_do_not() -> None:
    assert changed(named("林晓岚来了。", 林晓岚="person"), POOLS) == {
        "林晓岚",
        "周原",
        "阿依古丽·买买提",
        "李四",
    }


def test_names_inside_other_names_stay() -> None:
    sheet = named("麦田集团的张鹏飞，即麦田的老张鹏", 麦田集团="company", 张鹏飞="person")
    both = Sheet(sheet.text, (*sheet.names, SheetName(10, 12, "company"), SheetName(14, 16, "person")))
    assert words(both) == ["麦田集团", "张鹏飞", "麦田", "张鹏"]
    assert changed(both, POOLS) == set(words(both))


def test_scripts_and_lengths_are_kept_apart() -> None:
    assert changed(named("买了OpenX。", OpenX="product"), POOLS) == {"OpenX", "Sprout", "K"}
    assert changed(named("买了禾苗。", 禾苗="product"), POOLS) == {"禾苗", "青苗"}
    pool = {"person": ["一个名字很长很长的人"]}
    assert changed(named("李四来了。", 李四="person"), pool) == {"李四"}


def test_single_characters_positions_and_works_stay() -> None:
    sheet = named("经理华读《春禾》", 经理="position", 华="person", 春禾="work")
    pool = {type_: ["青苗"] for type_ in ("position", "person", "work")}
    assert changed(sheet, pool) == {"经理", "华", "春禾"}


def test_names_that_touch_both_move() -> None:
    sheet = named("海川林晓岚来了", 海川="place", 林晓岚="person")
    pool = {"place": ["上林湖"], "person": ["周原"]}
    assert "上林湖周原来了" in {swapped(sheet, pool, dice(seed)).text for seed in SEEDS}
    assert changed(sheet, pool) == {"海川", "林晓岚", "上林湖", "周原"}


def test_a_mark_that_ends_inside_a_name_ends_before_the_new_one() -> None:
    claim = SheetClaim((0, 1), ((1, 4, CONTENT),), (), (), (), False, False)
    sheet = Sheet("说去海川了", (SheetName(2, 4, "place"),), (claim,))
    cut = Sheet(
        "说去海川了", sheet.names, (SheetClaim((0, 1), ((1, 3, CONTENT),), (), (), (), False, False),)
    )
    for seed in SEEDS:
        whole, part = (swapped(some, {"place": ["上林湖"]}, dice(seed)) for some in (sheet, cut))
        (start, end, _), (_, inside, _) = whole.claims[0].roles[0], part.claims[0].roles[0]
        assert whole.text[start:end] in ("去海川", "去上林湖")
        assert part.text[start:inside] == ("去海" if "海川" in part.text else "去")


def test_nothing_to_draw_from() -> None:
    sheet = made(SENTENCES)
    assert swapped(sheet, {}, dice(7)) is sheet


def test_pools_hold_names_of_sheets_and_lists_once() -> None:
    found = pools(
        [made(SENTENCES), named("首席执行官", 首席执行官="position")],
        {"place": ["临江", "海川"], "work": ["春禾"]},
    )
    assert found["place"] == ["临江", "海川"]
    assert found["product"] == ["OpenX9", "禾苗"]
    assert found["media"] == []
    assert not {"position", "work"} & found.keys()
