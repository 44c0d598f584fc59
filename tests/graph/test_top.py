from hypothesis import given
from hypothesis import strategies as st

from kg.graph.filters import filters
from kg.graph.stream import edges, nodes
from kg.graph.support import count_stories
from kg.graph.top import top

A, B, C = "0000000000000000", "00000000ffffffff", "ffffffff00000000"
ENDS = (
    *(("王五", mark) for mark in (A, B, C)),
    *(("李四", mark) for mark in (A, B)),
    *(("周六", A), ("周六", A)),
    ("张三", A),
)


def entities(store, **options):
    return {node.label for node in nodes(store, filters(**options)) if node.type not in ("Claim", "Article")}


def test_those_in_the_most_articles():
    assert top(1, ENDS) == {"王五"}
    assert top(2, ENDS) == {"王五", "李四"}


def test_of_equals_the_one_with_more_edges_then_by_id():
    assert top(3, ENDS) == {"王五", "李四", "周六"}
    assert top(1, [("乙", A), ("丙", A)]) == {"丙"}


def test_a_reprint_is_no_second_article():
    reprints = [("甲", f"{number:016x}") for number in range(8)]
    assert top(1, (*reprints, ("乙", A), ("乙", B))) == {"乙"}


def test_all_if_there_are_no_more():
    assert top(9, ENDS) == {"张三", "李四", "王五", "周六"}
    assert top(0, ENDS) == top(3, ()) == frozenset()


@given(
    st.lists(st.tuples(st.sampled_from("甲乙丙丁戊"), st.integers(0, 2**12).map("{:016x}".format))),
    st.integers(1, 5),
)
def test_nobody_left_out_has_more_stories(ends, number):
    stories = {name: count_stories(mark for one, mark in ends if one == name) for name, _ in ends}
    found = top(number, ends)
    assert len(found) == min(number, len(stories))
    least = min((stories[name] for name in found), default=0)
    assert all(stories[name] <= least for name in stories.keys() - found)


def test_the_graph_of_the_best_supported(store):
    assert entities(store, top=2) == {"青禾科技", "禾苗"}
    assert entities(store, top=3, type="person") == {"张三", "李四", "王五"}


def test_their_claims_and_the_edges_among_them(store):
    found = {(edge.type, edge.attrs["exact"]) for edge in edges(store, filters(top=3, until="2024-04-13"))}
    assert ("SAID", "表示") in found
    assert ("ABOUT", "禾苗") in found
    assert {kind for kind, _ in found} == {"SAID", "ABOUT", "APPEARS_IN"}


def test_top_looks_at_what_the_other_filters_leave(store):
    assert entities(store, top=1, relation="said") == {"张三"}
    assert entities(store, top=2, relation="founder") == {"王五", "青禾科技"}


def test_the_centre_of_a_circle_is_always_among_them(store):
    assert entities(store, around="王五", top=1, mode="indirect") == {"王五"}
    assert entities(store, around="王五", top=2) == {"王五", "青禾科技"}


def test_filtered_nodes_are_those_that_edges_touch(store):
    for kept in (filters(top=2), filters(top=3, around="禾苗"), filters(top=2, min_support=2)):
        ends = {end for edge in edges(store, kept) for end in (edge.source, edge.target)}
        assert {node.id for node in nodes(store, kept)} == ends
