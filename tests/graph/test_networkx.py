from kg.graph.filters import filters
from kg.graph.networkx import to_networkx
from kg.graph.stream import edges, nodes


def test_every_node_and_edge_is_there_with_its_attributes(store):
    graph = to_networkx(store)
    assert dict(graph.nodes(data=True)) == {
        node.id: {"label": node.label, "type": node.type, **node.attrs} for node in nodes(store)
    }
    assert {
        key: (source, target, data) for source, target, key, data in graph.edges(keys=True, data=True)
    } == {
        edge.id: (edge.source, edge.target, {"label": edge.type, "type": edge.type, **edge.attrs})
        for edge in edges(store)
    }


def test_parallel_edges_stay_apart(store):
    graph = to_networkx(store)
    (firm,) = store.entities_named("青禾科技")
    assert max(graph.number_of_edges(firm.id, article.id) for article in store.articles()) == 2


def test_filters_are_passed_on(store):
    graph = to_networkx(store, filters(relation="founder"))
    assert [graph.nodes[id_]["label"] for pair in graph.edges() for id_ in pair] == ["王五", "青禾科技"]
