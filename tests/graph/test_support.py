from itertools import permutations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.support import REPRINT_BITS, count_stories, is_supported, stories
from kg.text import fingerprint
from tests.factory import TEXT

STORIES = (
    TEXT * 3,
    "某某集团宣布，位于江城的新工厂将于明年三月投产，预计年产电池十万套，新增岗位两千个。" * 3,
    "赵六在年会上谈到，农村电商仍有很大的空间，物流成本三年来下降了近四成。" * 3,
)


def test_reprints_are_one_story():
    reprint = "【转载】" + STORIES[0]
    assert fingerprint(reprint) != fingerprint(STORIES[0])
    assert not is_supported(map(fingerprint, (STORIES[0], reprint, STORIES[0])), 2)


def test_different_stories_count_each():
    assert is_supported(map(fingerprint, STORIES), 3)
    assert not is_supported(map(fingerprint, STORIES), 4)


# each 8 bits from the one before, the first and the last 16 bits apart
CHAIN = ("0000000000000000", "00000000000000ff", "000000000000ffff")


@pytest.mark.parametrize("order", list(permutations(CHAIN)))
def test_a_reprint_of_a_reprint_is_no_second_story_in_any_order(order):
    assert count_stories(order) == 1
    assert not is_supported(order, 2)


def test_without_the_one_between_them_they_are_two():
    assert count_stories((CHAIN[0], CHAIN[2])) == 2


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 2**14)), st.integers(0, 9))
def test_enough_is_what_counting_says(marks, at_least):
    prints = [f"{mark:016x}" for mark in marks]
    assert is_supported(prints, at_least) is (count_stories(prints) >= at_least)
    assert count_stories(reversed(prints)) == count_stories(prints) == len(list(stories(prints)))


@given(st.lists(st.integers(0, 2**16), max_size=30))
def test_stories_are_what_networkx_finds_connected(marks):
    near = nx.Graph()
    near.add_nodes_from(marks)
    near.add_edges_from((a, b) for a in marks for b in marks if (a ^ b).bit_count() <= REPRINT_BITS)
    found = stories(f"{mark:016x}" for mark in marks)
    assert sorted(found) == sorted(len(part) for part in nx.connected_components(near))


def test_no_article_supports_nothing():
    assert not is_supported([], 1)
