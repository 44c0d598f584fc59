from hypothesis import given
from hypothesis import strategies as st

from kg.match.bearers import SEED
from kg.match.clusters import Clusters, Join
from kg.resolve.chain import between, node, path
from kg.store import Store
from tests.resolve.namesakes import CAR

NAMES = "青禾苗星图海川东山"


def joins(*pairs: str) -> list[Join]:
    return [Join(left, right, 1.0, "") for left, right in pairs]


def test_the_joins_lead_from_end_to_end() -> None:
    found = between(joins("青禾", "苗禾", "苗星", "图海"), "青", "星")
    assert [(join.left, join.right) for join in found] == [("青", "禾"), ("苗", "禾"), ("苗", "星")]


def test_there_is_no_way_between_two_sets() -> None:
    assert between(joins("青禾", "图海"), "青", "海") == []


def test_a_node_is_at_its_own_end() -> None:
    assert between(joins("青禾"), "青", "青") == []


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))), st.sampled_from(NAMES))
def test_a_way_leads_to_each_node_of_a_set(pairs: list[tuple[str, str]], end: str) -> None:
    clusters = Clusters()
    for left, right in pairs:
        clusters.join(Join(left, right, 1.0, ""))
    at = pairs[0][0] if pairs else end
    found = between(clusters.joined, at, end)
    for join in found:
        assert at in join[:2]
        at = join.right if at == join.left else join.left
    assert (at == end) == (not pairs or clusters.find(pairs[0][0]) == clusters.find(end))


def test_a_known_name_that_no_article_has_stands_at_the_known_entity(who: Store) -> None:
    entity = who.entity("company:xingtu")
    assert entity is not None
    assert node(who, entity, "星图汽车") == SEED + "company:xingtu"
    assert node(who, entity, "星图").startswith("星图|")
    assert {join.reason for join in path(who, entity, "星图", "星图汽车")} == {
        "the same name",
        "a known name of 星图汽车",
    }
    assert who.entity_of(CAR[1].mentions[0].id) == "company:xingtu"
