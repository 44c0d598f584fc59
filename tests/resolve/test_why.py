import pytest

from kg.errors import QueryError
from kg.resolve.names import judge, merge, split
from kg.resolve.why import Step, why
from kg.store import Store
from tests.resolve.namesakes import CAR, COACH, COACH_2, FIRM, LAWYER, bearing


def words(steps: tuple[Step, ...]) -> list[tuple[str, str, str]]:
    return [(step.left, step.right, step.reason) for step in steps]


def test_known_names_lead_over_the_known_entity(who: Store) -> None:
    found = why(who, "星图", "Xingtu Auto")
    assert (found.is_one, found.left.entity, found.right.id) == (True, "星图汽车", "company:xingtu")
    assert words(found.steps) == [
        ("星图", "星图汽车", "a known name of 星图汽车"),
        ("星图汽车", "Xingtu Auto", "a known name of 星图汽车"),
    ]


def test_a_known_name_that_no_article_has_leads_there_too(who: Store) -> None:
    assert words(why(who, "星图汽车", "星图").steps) == [("星图汽车", "星图", "a known name of 星图汽车")]
    assert words(why(who, "星图", "星图汽车").steps) == [("星图", "星图汽车", "a known name of 星图汽车")]


def test_the_chain_goes_from_judgement_to_judgement(who: Store) -> None:
    merge(who, "青禾科技", "绿苗智能", reason="更名", by="王编辑")
    merge(who, "东山稻业", "绿苗智能", by="李编辑")
    assert words(why(who, "青禾科技", "东山稻业").steps) == [
        ("青禾科技", "绿苗智能", "王编辑 judged so: 更名"),
        ("绿苗智能", "东山稻业", "李编辑 judged so"),
    ]


def test_one_name_is_one_name(who: Store) -> None:
    assert words(why(who, "青禾科技", bearing(who, FIRM)).steps) == [
        ("青禾科技", "青禾科技", "the same name")
    ]


def test_namesakes_differ_by_their_offices(who: Store) -> None:
    found = why(who, bearing(who, LAWYER), bearing(who, COACH)[:8])
    assert (found.is_one, found.is_open) == (False, False)
    assert any("law / sport" in step.reason for step in found.apart)
    assert found.match is not None
    assert found.match.verdict == "different"


def test_a_person_keeps_two_apart(who: Store) -> None:
    split(who, "星图", reason="两家公司", by="王编辑")
    found = why(who, "星图", "Xingtu Auto")
    assert not found.is_one
    assert ("星图", "Xingtu Auto", "王编辑 judged so: 两家公司") in words(found.apart)


def test_one_articles_use_is_told_with_its_file(who: Store) -> None:
    split(who, "张伟", article="乙报/2.txt", by="王编辑")
    merge(who, bearing(who, COACH_2), "林晓岚", by="李编辑")
    found = why(who, bearing(who, COACH_2), "林晓岚")
    assert words(found.steps) == [("张伟 in 乙报/2.txt", "林晓岚", "李编辑 judged so")]


def test_what_the_program_is_not_sure_of_is_open(who: Store) -> None:
    found = why(who, "索恩", "阿尔玛·索恩")
    assert (found.is_one, found.is_open, found.apart) == (False, True, ())
    assert found.match is not None
    assert found.match.verdict == "unsure"
    judge(who, "索恩", "阿尔玛·索恩", "different")
    assert not why(who, "索恩", "阿尔玛·索恩").is_open


def test_names_with_nothing_in_common_are_compared_all_the_same(who: Store) -> None:
    found = why(who, "青禾科技", "星图")
    assert (found.is_one, found.right.id) == (False, bearing(who, CAR))
    assert found.match is not None
    assert found.match.verdict == "different"


def test_a_nameless_source_is_told_from_all_others(store: Store) -> None:
    (source,) = (entity.id for entity in store.entities() if entity.name == "知情人士")
    assert why(store, source, "王五").match is None


def test_nobody_is_called_so(who: Store) -> None:
    with pytest.raises(QueryError, match="月球车"):
        why(who, "月球车", "星图")
