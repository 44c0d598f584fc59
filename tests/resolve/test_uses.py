import pytest

from kg.errors import QueryError
from kg.names import name_key
from kg.records import Entity, Verdict
from kg.resolve.names import judge, merge, split, undo
from kg.resolve.uses import anchors, as_such, entity_of, forms, held, means, members, own_key, sides_of, uses
from kg.store import Store
from tests.resolve.namesakes import COACH, FIRM, LAWYER, LAWYER_2, RENAMED, bearing


def entity(store: Store, id_: str) -> Entity:
    found = store.entity(id_)
    assert found is not None
    return found


def test_a_name_of_one_entity_stands_for_it_everywhere(who: Store) -> None:
    firm = entity(who, bearing(who, FIRM))
    (anchor,) = anchors(who, firm)
    assert (anchor.name, anchor.article) == ("青禾科技", "")
    assert entity_of(who, anchor) == firm


def test_a_name_of_several_stands_for_each_use(who: Store) -> None:
    lawyer = entity(who, bearing(who, LAWYER))
    assert not means(who, name_key("张伟"), lawyer)
    assert {use.article for use in uses(who, lawyer, "张伟")} == {LAWYER[0].id, LAWYER_2[0].id}


def test_the_name_that_was_given_is_preferred(who: Store) -> None:
    merge(who, "青禾科技", "绿苗智能")
    firm = entity(who, bearing(who, FIRM))
    assert [anchor.name for anchor in anchors(who, firm, name_key("绿苗智能"))] == ["绿苗智能"]
    assert uses(who, firm, name_key("星图")) == []


def test_namesakes_are_made_one_use_by_use(who: Store) -> None:
    sides = [(entity(who, bearing(who, it)), "张伟") for it in (LAWYER, COACH)]
    lefts, rights = sides_of(who, sides[0], sides[1], "same")
    assert all(use.article for use in (*lefts, *rights))
    assert (len(lefts), len(rights)) == (2, 2)


def test_the_key_of_an_id_is_that_of_its_referents_name(who: Store) -> None:
    old, new = bearing(who, FIRM), bearing(who, RENAMED)
    merge(who, old, new)
    firm = entity(who, old)
    assert [own_key(who, firm, ref) for ref in (old[:8], new, "绿苗智能", "?")] == [
        *map(name_key, ("青禾科技", "绿苗智能", "绿苗智能", firm.name))
    ]


def test_a_name_that_is_known_only_as_another_means_who_bears_it(who: Store) -> None:
    split(who, "星图")
    assert as_such(who, "星图").id != "company:xingtu"
    with pytest.raises(QueryError, match="张伟"):
        as_such(who, "张伟")


def test_members_are_names_and_referents(who: Store) -> None:
    firm = entity(who, bearing(who, FIRM))
    assert members(who, firm) == {firm.id, anchors(who, firm)[0].id}
    assert forms(firm) == {name_key("青禾科技"): "青禾科技"}


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_what_was_taken_back_holds_no_more(who: Store, verdict: Verdict) -> None:
    judge(who, "青禾科技", "绿苗智能", verdict)
    assert [one.judgement.verdict for one in held(who)] == [verdict]
    undo(who, "青禾科技", "绿苗智能")
    assert held(who) == []


def test_the_last_judgement_on_two_names_holds(who: Store) -> None:
    judge(who, "青禾科技", "绿苗智能", "different")
    merge(who, "绿苗智能", "青禾科技")
    assert [one.judgement.verdict for one in held(who)] == ["same"]
