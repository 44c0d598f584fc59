import string
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.export import export
from kg.export.graphml import write
from kg.export.xml import escaped
from kg.graph.elements import Edge, Node
from tests.export.elements import written

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
NAMES = st.text(string.ascii_lowercase, min_size=1).filter(lambda name: name not in {"label", "type"})
VALUES = st.one_of(st.text(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans())


def read(*given):
    xml = written(write, *given).decode()
    return nx.parse_graphml(xml, force_multigraph=True), xml


def typed(value):
    return type(value), value


@pytest.mark.parametrize(
    ("value", "attr_type"),
    [
        ("张三", "string"),
        ("", "string"),
        (7, "int"),
        (2**31 - 1, "int"),
        (2**31, "long"),
        (-(2**40), "long"),
        (0.1, "double"),
        (1e-300, "double"),
        (2.0, "double"),
        (True, "boolean"),
        (False, "boolean"),
    ],
)
def test_each_value_comes_back_with_its_type(value, attr_type):
    graph, xml = read(Node("甲", "Person", "张三", {"x": value}))
    assert typed(graph.nodes["甲"]["x"]) == typed(value)
    assert f'for="node" attr.name="x" attr.type="{attr_type}"' in xml


def test_an_attribute_with_two_types_keeps_both():
    graph, _ = read(Node("甲", "Person", "张三", {"x": 1}), Node("乙", "Person", "李四", {"x": "一"}))
    assert [typed(graph.nodes[id_]["x"]) for id_ in "甲乙"] == [(int, 1), (str, "一")]


def test_keys_stand_before_the_graph():
    _, xml = read(Node("甲", "Person", "张三", {"x": 1}))
    assert xml.rindex("<key ") < xml.index("<graph id")


def test_parallel_edges_and_loops_are_all_there():
    ends = [("in:1", "甲", "乙"), ("in:2", "甲", "乙"), ("in:3", "乙", "乙")]
    people = [Node("甲", "Person", "张三", {}), Node("乙", "Person", "李四", {})]
    graph, _ = read(*people, *(Edge(id_, left, right, "founder", {}) for id_, left, right in ends))
    assert set(graph.edges(keys=True)) == {(left, right, id_) for id_, left, right in ends}
    assert graph.edges["甲", "乙", "in:1"] == {"label": "founder", "type": "founder"}


@pytest.mark.parametrize(
    "text", ["]]><script>alert('好')</script>&amp;", "甲\r乙\r\n丙\t丁\n", "“😀”\u2028\x85 "]
)
def test_markup_and_line_ends_survive(text):
    graph, _ = read(Node("甲", "Claim", text, {"content": text}))
    assert graph.nodes["甲"] == {"label": text, "type": "Claim", "content": text}


def test_what_xml_cannot_hold_is_replaced_one_for_one():
    assert escaped("甲\0乙\x0b丙\ud800丁\uffff戊\x1b") == "甲\ufffd乙\ufffd丙\ufffd丁\ufffd戊\ufffd"


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first text costs a second
@given(st.dictionaries(NAMES, VALUES), st.dictionaries(NAMES, VALUES))
def test_any_attributes_survive(of_node, of_edge):
    graph, _ = read(Node("甲", "Person", "张三", of_node), Edge("in:1", "甲", "甲", "SAID", of_edge))
    for found, given_ in ((graph.nodes["甲"], of_node), (graph.edges["甲", "甲", "in:1"], of_edge)):
        for name, value in given_.items():
            expected = sanitised(value) if isinstance(value, str) else value
            assert typed(found[name]) == typed(expected)


def test_for_gephi_there_are_only_types_that_it_reads(store, tmp_path):
    path = tmp_path / "图.graphml"
    export(store, "graphml", path, options={"profile": "gephi"})
    keys = [key.attrib for key in ET.parse(path).getroot().iter(f"{GRAPHML}key")]  # noqa: S314 - our own file
    assert {key["attr.type"] for key in keys} <= {"boolean", "int", "long", "float", "double", "string"}
    assert {key["for"] for key in keys} == {"node", "edge"}
    assert len({(key["for"], key["attr.name"]) for key in keys}) == len(keys)
    types = {(key["for"], key["attr.name"]): key["attr.type"] for key in keys}
    assert types["edge", "weight"] == "double"
    assert types["node", "label"] == types["edge", "label"] == "string"


def test_for_gephi_networkx_reads_a_simple_graph(store, tmp_path):
    path = tmp_path / "图.graphml"
    written = export(store, "graphml", path, options={"profile": "gephi"})
    graph = nx.read_graphml(path)
    assert type(graph) is nx.DiGraph
    assert (len(graph), graph.number_of_edges()) == (written.nodes, written.edges)


def test_for_apoc_labels_and_types_stand_in_the_tags():
    given = (
        Node("甲", "UnnamedSource", "知情人士", {}),
        Node("丙", "Claim", "会更好", {"content": "会更好"}),
        Edge("relation:1", "甲", "丙", "role_of", {"start": 3}),
    )
    root = ET.fromstring(written(write, *given, profile="apoc"))  # noqa: S314
    source, claim = root.iter(f"{GRAPHML}node")
    (edge,) = root.iter(f"{GRAPHML}edge")
    assert [node.get("labels") for node in (source, claim)] == [":UnnamedSource:Entity", ":Claim"]
    assert edge.get("label") == "ROLE_OF"
    assert [data.text for data in source] == ["甲", "知情人士"]
    assert [data.text for data in edge] == ["relation:1", "3"]


def sanitised(text):
    """What the XML 1.0 recommendation says of characters (production 2), written down once more."""
    allowed = (*"\t\n\r",)
    return "".join(
        c
        if c in allowed or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000"
        else "\ufffd"
        for c in text
    )
