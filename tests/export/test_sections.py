import tracemalloc
from itertools import chain

import pytest

from kg.export.format import Elements
from kg.export.known import known
from kg.export.sections import entities, sections
from kg.graph.elements import Edge, Node
from kg.graph.filters import filters
from kg.graph.stream import edges, nodes
from tests.export.elements import elements

ARTICLES = 10_000
PEOPLE = [Node("甲", "Person", "林晓岚", {}), Node("乙", "Company", "青禾科技", {})]


def news(number, *, with_article=True):
    """An article and a claim in it, with the edges between the two people, all by one number."""
    article, claim = f"文{number:05}", f"言{number:05}"
    place = {"article": article, "start": 0, "end": 3, "exact": "林晓岚"}
    found = [
        Node(claim, "Claim", "产品已经可用", {"article": article}),
        Edge(f"said:{claim}", "甲", claim, "SAID", place),
        Edge(f"about:{claim}", claim, "乙", "ABOUT", place),
    ]
    return [Node(article, "Article", "新品发布", {}), *found] if with_article else found


def read(*given):
    graph = elements(*PEOPLE, *given)
    with known() as seen:
        assert list(entities(graph, seen)) == PEOPLE
        return list(sections(graph, seen))


def test_an_article_comes_with_its_claims_and_edges():
    first, second = read(*news(1), *news(2))
    assert [first.article, second.article] == ["文00001", "文00002"]
    assert first.node is not None
    assert [claim.id for claim in first.claims] == ["言00001"]
    assert [edge.id for edge in first.edges] == ["said:言00001", "about:言00001"]


def test_ends_are_known_in_the_section_and_beyond():
    graph = elements(*PEOPLE, *news(1))
    with known() as seen:
        list(entities(graph, seen))
        (section,) = sections(graph, seen)
        ends = [section.end(id_).label for id_ in ("甲", "言00001", "文00001", "丙")]
    assert ends == ["林晓岚", "产品已经可用", "新品发布", ""]


def test_an_article_that_a_filter_left_out_has_a_section_all_the_same():
    without, whole = read(*news(1, with_article=False), *news(2))
    assert (without.article, without.node, len(without.edges)) == ("文00001", None, 2)
    assert whole.node is not None


def test_a_graph_without_articles_has_no_sections():
    assert read() == []


@pytest.mark.parametrize(
    "options",
    [{}, {"relation": "said"}, {"type": "person"}, {"min_support": 2}, {"around": "王五"}, {"top": 2}],
)
def test_all_that_a_store_gives_comes_once(store, options):
    kept = filters(**options)
    graph = elements(*nodes(store, kept), *edges(store, kept))
    with known() as seen:
        found = [node.id for node in entities(graph, seen)]
        articles = []
        for section in sections(graph, seen):
            articles.append(section.article)
            found += [one.id for one in (section.node, *section.claims, *section.edges) if one]
            assert all(section.end(end).label for edge in section.edges for end in (edge.source, edge.target))
    assert sorted(found) == sorted(one.id for one in (*graph.nodes, *graph.edges))
    assert articles == sorted(set(articles))


def test_memory_does_not_grow_with_the_articles():
    passing = peak(go_through)
    assert passing < peak(lambda: list(Made(ARTICLES, Edge))) / 10


def go_through():
    graph = Elements(Made(ARTICLES, Node), Made(ARTICLES, Edge), str)
    with known() as seen:
        assert list(entities(graph, seen)) == PEOPLE
        assert sum(len(section.edges) for section in sections(graph, seen)) == 2 * ARTICLES


def peak(act):
    """The most bytes in use meanwhile."""
    tracemalloc.start()
    act()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


class Made:
    """The nodes or edges of so many articles, anew for each loop."""

    def __init__(self, number, kind):
        self.number, self.kind = number, kind

    def __iter__(self):
        made = chain(PEOPLE, chain.from_iterable(map(news, range(self.number))))
        return (one for one in made if isinstance(one, self.kind))
