import io
import json
import xml.etree.ElementTree as ET

import networkx as nx
import pytest

from kg.export import export
from kg.export.gexf import write
from kg.graph.elements import Edge, Node
from kg.graph.networkx import to_networkx
from tests.export.elements import written

PEOPLE = (Node("甲", "Person", "林晓岚", {"referents": 2}), Node("乙", "Company", "青禾科技", {}))
GEXF = "{http://gexf.net/1.3}"


def read(*given):
    return nx.read_gexf(io.BytesIO(written(write, *given)), version="1.3")


def edge(id_="relation:1", type_="founder", **attrs):
    return Edge(id_, "甲", "乙", type_, attrs)


def only(tag, *given):
    (found,) = ET.fromstring(written(write, *given)).iter(GEXF + tag)  # noqa: S314 - our own file
    return found


def test_parallel_edges_stay_apart_each_with_its_kind():
    given = (edge("relation:1"), edge("relation:2"), edge("relation:3", "role_of"))
    graph = read(*PEOPLE, *given)
    assert sorted(graph.edges(keys=True, data="type")) == [("甲", "乙", one.id, one.type) for one in given]
    root = ET.fromstring(written(write, *PEOPLE, *given))  # noqa: S314
    assert [one.get("kind") for one in root.iter(f"{GEXF}edge")] == ["founder", "founder", "role_of"]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024-04-13", "2024-04-13", "2024-04-13"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_date_is_as_long_as_it_is_precise(date, first, last):
    claim = only("node", Node("丙", "Claim", "会更好", {"date": date}))
    said = only("edge", Edge("said:1", "甲", "丙", "SAID", {"date": date}))
    article = only("node", Node("丁", "Article", "新闻", {"published": date}))
    for found in (claim, said, article):
        assert (found.get("start"), found.get("end")) == (first, last)


def test_a_tie_bears_the_day_it_was_told_not_the_day_it_tells_of():
    found = only("edge", edge(date="1998", published="2024-04-13"))
    assert found.get("start") == "2024-04-13"


@pytest.mark.parametrize("date", [None, "去年", "2024-13-01x"])
def test_without_a_date_it_is_always_there(date):
    found = only("node", Node("丙", "Claim", "会更好", {"date": date} if date else {}))
    assert "start" not in found.attrib


def test_offsets_do_not_pass_for_days():
    data = read(*PEOPLE, edge(start=3, end=9, exact="创办了")).edges["甲", "乙"]
    assert (data["offset_start"], data["offset_end"], data["exact"]) == (3, 9, "创办了")
    assert "start" not in data


def test_attributes_keep_their_types():
    attrs = {"x": "一", "whole": 7, "long": 2**40, "part": 0.1, "yes": True}
    found = read(Node("甲", "Person", "林晓岚", attrs)).nodes["甲"]
    assert {name: found[name] for name in attrs} == attrs
    assert {type(found[name]) for name in ("whole", "long")} == {int}


def test_kinds_of_nodes_have_colours():
    graph = read(*PEOPLE, Node("丙", "新类", "丙", {}))
    colours = [tuple(graph.nodes[id_]["viz"]["color"].values()) for id_ in "甲乙丙"]
    assert len(set(colours)) == 3


def test_the_whole_graph_comes_back(store, tmp_path):
    path = tmp_path / "图.gexf"
    export(store, "gexf", path)
    found, expected = nx.read_gexf(path, version="1.3"), to_networkx(store)
    assert {id_: data["label"] for id_, data in found.nodes(data=True)} == dict(expected.nodes(data="label"))
    assert set(found.edges(keys=True)) == set(expected.edges(keys=True))
    for *ends, data in expected.edges(keys=True, data=True):
        assert found.edges[tuple(ends)].get("exact") == data.get("exact")
        assert found.edges[tuple(ends)].get("offset_start") == data.get("start")
    assert json.dumps(sorted(dict(found.nodes(data="content")).values(), key=str)) == json.dumps(
        sorted(dict(expected.nodes(data="content")).values(), key=str)
    )
