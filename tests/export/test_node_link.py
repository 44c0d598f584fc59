import json

import networkx as nx
import pytest

from kg.export.node_link import write
from kg.graph.elements import Edge, Node
from tests.export.elements import written


@pytest.mark.parametrize("count", [0, 1, 3])
def test_any_number_of_parallel_edges(count):
    people = [Node(id_, "Person", id_, {}) for id_ in "甲乙"]
    ties = [Edge(f"in:{i}", "甲", "乙", "SAID", {"start": i}) for i in range(count)]
    graph = nx.node_link_graph(json.loads(written(write, *people, *ties)), edges="edges")
    assert type(graph) is nx.MultiDiGraph
    assert graph.nodes["乙"] == {"label": "乙", "type": "Person"}
    assert list(graph.edges(keys=True, data="start")) == [("甲", "乙", f"in:{i}", i) for i in range(count)]
