import json

from kg.export.jsonl import write
from kg.graph.elements import Edge, Node
from tests.export.elements import written


def test_nodes_then_edges_one_a_line():
    node, edge = Node("甲", "Person", "张\n三", {"referents": 2}), Edge("in:1", "甲", "乙", "SAID", {})
    assert [json.loads(line) for line in written(write, node, edge).decode().splitlines()] == [
        {"element": "node", "id": "甲", "type": "Person", "label": "张\n三", "attrs": {"referents": 2}},
        {"element": "edge", "id": "in:1", "source": "甲", "target": "乙", "type": "SAID", "attrs": {}},
    ]
