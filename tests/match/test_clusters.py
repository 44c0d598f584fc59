from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.match.clusters import Apart, Clusters, Join, Stage, cluster

NODES = ("青禾", "青禾科技", "青禾集团", "星图", "星图汽车")


def joins(*pairs: tuple[str, str, float]) -> list[Join]:
    return [Join(left, right, score, "因") for left, right, score in pairs]


def found(
    same: list[Join],
    apart: list[Apart] | None = None,
    *,
    told: list[Join] | None = None,
    kept: list[Apart] | None = None,
) -> Clusters:
    return cluster((Stage(kept or [], told or []), Stage(apart or [], same)))


def are_one(clusters: Clusters, left: str, right: str) -> bool:
    return clusters.find(left) == clusters.find(right)


def test_joins_chain() -> None:
    clusters = found(joins(("青禾", "青禾科技", 0.9), ("青禾科技", "青禾集团", 0.9)))
    assert are_one(clusters, "青禾", "青禾集团")


def test_a_join_across_two_that_differ_is_refused() -> None:
    clusters = found(
        joins(("青禾", "青禾科技", 0.95), ("青禾科技", "青禾集团", 0.9)), [Apart("青禾", "青禾集团", "因")]
    )
    assert are_one(clusters, "青禾", "青禾科技")
    assert not are_one(clusters, "青禾科技", "青禾集团")


def test_the_surest_join_goes_first() -> None:
    clusters = found(
        joins(("青禾科技", "青禾集团", 0.9), ("青禾", "青禾科技", 0.95)), [Apart("青禾", "青禾集团", "因")]
    )
    assert are_one(clusters, "青禾", "青禾科技")


def test_a_person_outranks_the_machine() -> None:
    pair = ("青禾", "星图")
    told = found([], [Apart(*pair, "因")], told=[Join(*pair, 1.0, "人")])
    kept = found(joins((*pair, 1.0)), kept=[Apart(*pair, "人")])
    assert are_one(told, *pair)
    assert not are_one(kept, *pair)


def test_a_persons_joins_heed_what_persons_keep_apart() -> None:
    told = [Join("青禾", "青禾科技", 1.0, "人"), Join("青禾科技", "星图", 1.0, "人")]
    clusters = found([], told=told, kept=[Apart("青禾", "星图", "人")])
    assert are_one(clusters, "青禾", "青禾科技")
    assert not are_one(clusters, "青禾科技", "星图")


def test_the_joins_that_united_some_are_kept_with_their_reasons() -> None:
    clusters = found(joins(("青禾", "青禾科技", 0.9), ("青禾科技", "青禾", 0.8)))
    assert [join.reason for join in clusters.joined] == ["因"]


pairs = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda pair: pair[0] != pair[1])


@given(st.lists(pairs), st.lists(pairs))
def test_no_cluster_holds_two_that_were_told_apart(
    same: list[tuple[str, str]], apart: list[tuple[str, str]]
) -> None:
    clusters = found(joins(*((*pair, 0.9) for pair in same)), kept=[Apart(*pair, "人") for pair in apart])
    assert not any(are_one(clusters, *pair) for pair in apart)


@given(st.lists(pairs))
def test_without_differences_clusters_are_what_joins_connect(same: list[tuple[str, str]]) -> None:
    clusters = found(joins(*((*pair, 0.9) for pair in same)))
    groups = {node: {node} for node in NODES}
    for left, right in same:
        whole = groups[left] | groups[right]
        groups.update(dict.fromkeys(whole, whole))
    for left, right in combinations(NODES, 2):
        assert are_one(clusters, left, right) == (right in groups[left])
