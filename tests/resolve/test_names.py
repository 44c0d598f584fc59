"""Merged, split, taken back: in the graph at once, and in articles that come later."""

from collections.abc import Callable

import pytest

from kg.errors import ConfigError, QueryError
from kg.names import name_key
from kg.resolve.names import judge, merge, split, undo
from kg.store import Store
from kg.store.verify import verify
from tests.resolve.namesakes import (
    CAR,
    CAR_2,
    COACH,
    COACH_2,
    FARM,
    FIRM,
    LAWYER,
    LAWYER_2,
    RENAMED,
    bearing,
    is_one,
    news,
    office,
    put,
)


def names(store: Store, name: str) -> list[set[str]]:
    return [{entity.name, *entity.aliases} for entity in store.entities_named(name_key(name))]


def test_two_names_are_one_also_in_later_articles(who: Store) -> None:
    decision = merge(who, "青禾科技", "绿苗智能", reason="更名", by="王编辑")
    (entity,) = decision.entities
    assert {entity.name, *entity.aliases} == {"青禾科技", "绿苗智能"}
    assert (decision.is_new, decision.left_out) == (True, ())
    later = news("丁报/1.txt", "绿苗智能上市。", ("绿苗智能", "company"))
    put(who, later)
    assert is_one(who, FIRM, RENAMED, later)
    assert list(verify(who)) == []


def test_taken_back_they_are_two_again(who: Store) -> None:
    before = list(who.entities())
    merge(who, "青禾科技", "绿苗智能")
    undo(who, "绿苗智能", "青禾科技", by="王编辑")
    assert list(who.entities()) == before
    with pytest.raises(QueryError, match=r"^Nobody judged 青禾科技 and 绿苗智能"):
        undo(who, "青禾科技", "绿苗智能")


def test_the_same_again_writes_nothing(who: Store) -> None:
    first = merge(who, "青禾科技", "绿苗智能", reason="更名")
    again = merge(who, "青禾科技", "绿苗智能")
    assert (again.is_new, again.judgements) == (False, first.judgements)
    assert len(who.names.judgements()) == 1


def test_one_name_cannot_be_merged_with_itself(who: Store) -> None:
    for other in ("青禾科技", "青禾 科技", bearing(who, FIRM)[:8]):
        with pytest.raises(QueryError, match=r"are one: 青禾科技 .*; there is nothing to merge"):
            merge(who, "青禾科技", other)


def test_what_is_one_already_can_be_confirmed(who: Store) -> None:
    assert merge(who, "星图", "Xingtu Auto", by="王编辑").is_new
    assert [one.verdict for one in who.names.judgements()] == ["same"]


def test_what_is_one_is_kept_apart_by_split_alone(who: Store) -> None:
    with pytest.raises(QueryError, match=r"are one: 星图汽车 .*; kg split takes a name out of it"):
        judge(who, "星图", "Xingtu Auto", "different")


def test_a_union_that_a_judgement_prevents_is_refused_and_named(who: Store) -> None:
    merge(who, "青禾科技", "绿苗智能")
    judge(who, "绿苗智能", "东山稻业", "different", by="王编辑")
    with pytest.raises(
        QueryError, match="王编辑 judged 绿苗智能 and 东山稻业 different; kg undo 绿苗智能 东山稻业"
    ):
        merge(who, "青禾科技", "东山稻业")
    assert len(who.names.judgements()) == 2
    undo(who, "绿苗智能", "东山稻业")
    merge(who, "青禾科技", "东山稻业")
    assert is_one(who, FIRM, RENAMED, FARM)


def test_a_merge_outweighs_what_was_said_of_the_same_two(who: Store) -> None:
    judge(who, "青禾科技", "绿苗智能", "different")
    merge(who, "青禾科技", "绿苗智能")
    assert is_one(who, FIRM, RENAMED)


def test_a_name_is_split_off_and_comes_back(who: Store) -> None:
    merge(who, "青禾科技", "绿苗智能")
    merge(who, "青禾科技", "东山稻业")
    decision = split(who, "青禾科技", by="王编辑")
    assert len({bearing(who, it) for it in (FIRM, RENAMED, FARM)}) == 3
    assert {pair[1].name for pair in decision.pairs} == {"绿苗智能", "东山稻业"}
    undo(who, "青禾科技", "绿苗智能")
    undo(who, "青禾科技", "东山稻业")
    assert len({bearing(who, it) for it in (FIRM, RENAMED, FARM)}) == 3


def test_what_the_program_joined_comes_back_when_a_split_is_taken_back(who: Store) -> None:
    put(who, news("丁报/1.txt", "星图汽车销量上升。", ("星图汽车", "company")))
    split(who, "星图")
    assert not is_one(who, CAR, CAR_2)
    assert bearing(who, CAR_2) == "company:xingtu"
    undo(who, "星图", "Xingtu Auto")
    assert is_one(who, CAR, CAR_2)


def test_a_known_name_that_no_article_has_is_split_off_all_the_same(who: Store) -> None:
    who.retract(CAR[0].id)  # 星图 alone: Xingtu Auto is left
    split(who, "星图")
    assert who.entities_named("星图") == []
    put(who, CAR)
    assert not is_one(who, CAR, CAR_2)


def test_a_known_name_is_split_off_where_no_article_has_the_known_entitys_own(who: Store) -> None:
    split(who, "星图")
    assert not is_one(who, CAR, CAR_2)
    assert bearing(who, CAR_2) == "company:xingtu"


@pytest.mark.parametrize("order", [1, -1])
def test_the_known_entity_stays_with_its_own_name(who: Store, order: int) -> None:
    put(who, *(third := [news("丁报/1.txt", "星图汽车销量上升。", ("星图汽车", "company"))]))
    taken, left = [("星图", CAR), ("Xingtu Auto", CAR_2)][::order]
    split(who, taken[0])
    assert [bearing(who, it) for it in (left[1], *third)] == ["company:xingtu"] * 2
    assert not is_one(who, *third, taken[1])


def test_namesakes_are_named_with_ids(who: Store) -> None:
    ids = sorted(bearing(who, it)[:8] for it in (LAWYER, COACH))
    with pytest.raises(QueryError) as error:
        merge(who, "张伟", "林晓岚")
    assert all(id_ in str(error.value) for id_ in ids)


def test_a_namesake_is_merged_by_id_and_the_other_is_left(who: Store) -> None:
    put(who, office("丁报/1.txt", "张教练是东山队主教练。", "张教练", "主教练", "东山队"))
    coach = bearing(who, COACH)
    merge(who, coach[:8], "张教练")
    assert {"张伟", "张教练"} in names(who, "张教练")
    assert is_one(who, COACH, COACH_2)
    assert is_one(who, LAWYER, LAWYER_2)
    assert not is_one(who, LAWYER, COACH)


def test_namesakes_are_made_one_and_two_again(who: Store) -> None:
    before = list(who.entities())
    merge(who, bearing(who, LAWYER), bearing(who, COACH))
    assert is_one(who, LAWYER, LAWYER_2, COACH, COACH_2)
    undo(who, "张伟", "张伟")
    assert list(who.entities()) == before


def test_one_articles_use_is_split_off(who: Store) -> None:
    decision = split(who, "张伟", article="乙报/2.txt", by="王编辑")
    assert not is_one(who, COACH, COACH_2)
    assert is_one(who, LAWYER, LAWYER_2)
    assert [pair[0].article for pair in decision.pairs] == [COACH_2[0].id]
    undo(who, "张伟", "张伟")
    assert is_one(who, COACH, COACH_2)


def test_what_is_left_of_merged_namesakes_stays_one(who: Store) -> None:
    merge(who, bearing(who, LAWYER), bearing(who, COACH))
    for article in (LAWYER, LAWYER_2, COACH, COACH_2):
        split(who, "张伟", article=article[0].id)
        rest = [other for other in (LAWYER, LAWYER_2, COACH, COACH_2) if other is not article]
        assert is_one(who, *rest)
        assert not is_one(who, article, rest[0])
        undo(who, "张伟", "张伟")
        merge(who, bearing(who, LAWYER), bearing(who, COACH))


@pytest.mark.parametrize(
    ("name", "article", "message"),
    [
        ("青禾科技", None, "青禾科技 has no other name; say in which --article it is another"),
        ("青禾科技", "甲报/3.txt", "青禾科技 stands in this article alone"),
        ("张伟", "甲报/3.txt", "甲报/3.txt does not name 张伟"),
        ("张伟", "没有.txt", "'没有.txt' is the id, url or path of 0 articles, not of one"),
        ("月球车", None, "月球车"),
    ],
)
def test_what_cannot_be_split_is_one_sentence(
    who: Store, name: str, article: str | None, message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        split(who, name, article=article)
    assert who.names.judgements() == []


def test_an_entity_is_split_in_an_article_that_calls_it_otherwise(who: Store) -> None:
    split(who, "星图汽车", article="乙报/4.txt")
    assert not is_one(who, CAR, CAR_2)


@pytest.mark.parametrize("by", ["", " ", "kg", "KG"])
@pytest.mark.parametrize("act", [merge, undo])
def test_a_person_has_a_name(who: Store, act: Callable[..., object], by: str) -> None:
    merge(who, "青禾科技", "东山稻业")
    with pytest.raises(ConfigError, match="needs the name of who makes it"):
        act(who, "青禾科技", "东山稻业", reason="另有原因", by=by)
    assert len(who.names.judgements()) == 1


def test_a_source_without_a_name_is_never_merged(store: Store) -> None:
    (source,) = (entity.id for entity in store.entities() if entity.name == "知情人士")
    with pytest.raises(QueryError, match="is a source without a name"):
        merge(store, source, "王五")


def test_those_who_fall_out_of_a_union_are_told(who: Store) -> None:
    merge(who, "青禾科技", "绿苗智能")
    judge(who, "东山稻业", "绿苗智能", "different")
    decision = split(who, "绿苗智能")
    assert {entity.name for entity in decision.entities} == {"青禾科技", "绿苗智能"}
