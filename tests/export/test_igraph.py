"""GraphML, read by igraph."""

import igraph
import pytest

from kg.export import export
from kg.graph.stream import edges, nodes


@pytest.fixture
def graph(store, tmp_path):
    export(store, "graphml", tmp_path / "图.graphml")
    return igraph.Graph.Read_GraphML(str(tmp_path / "图.graphml"))


def test_nodes_have_their_names_and_values(store, graph):
    found = {vertex["id"]: vertex.attributes() for vertex in graph.vs}
    assert found.keys() == {node.id for node in nodes(store)}
    for node in nodes(store):
        row = found[node.id]
        assert (row["label"], row["type"]) == (node.label, node.type)
        assert {name: row[name] for name in node.attrs} == node.attrs


def test_edges_have_their_ends_and_evidence(store, graph):
    """In the order of the file, since igraph 1.0 gives edges the ids of nodes."""
    for row, edge in zip(graph.es, edges(store), strict=True):
        assert (graph.vs[row.source]["id"], graph.vs[row.target]["id"]) == (edge.source, edge.target)
        assert row["type"] == edge.type
        assert {name: row[name] for name in edge.attrs} == edge.attrs
