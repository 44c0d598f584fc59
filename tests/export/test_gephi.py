"""The files for Gephi, opened by Gephi's own importer."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from kg.export import export
from kg.graph.stream import edges, nodes
from tests.export import gephi

pytestmark = pytest.mark.slow
WARNS = "Parallel edges detected, remember to choose a merge strategy"


def test_graphml_for_gephi_is_read_whole(store, tmp_path):
    path = tmp_path / "图.graphml"
    written = export(store, "graphml", path, options={"profile": "gephi"})
    found = gephi.read(path)
    assert found.issues == []
    assert (len(found.nodes), len(found.edges)) == (written.nodes, written.edges)
    assert written.edges < len(list(edges(store)))
    assert {id_: row["label"] for id_, row in found.nodes.items()} == {
        node.id: node.label for node in nodes(store)
    }
    named = Counter(edge.source for edge in edges(store) if "kind" in edge.attrs)
    assert max(named.values()) > 1
    for node in nodes(store):
        row = found.nodes[node.id]
        assert row.get("mentions", 0) == named[node.id]
        assert {name: row.get(name, "") for name in node.attrs} == node.attrs  # "" is no value to Gephi


def test_in_graphml_for_gephi_an_edge_weighs_as_much_as_articles_say_so(store, tmp_path):
    path = tmp_path / "图.graphml"
    export(store, "graphml", path, options={"profile": "gephi"})
    by_label = {row["label"]: row["id"] for row in gephi.read(path).nodes.values()}
    ties = {
        (edge["source"], edge["target"]): edge
        for edge in gephi.read(path).edges
        if edge["label"] in {"role_of", "founder"}
    }
    told = ties[by_label["李四"], by_label["青禾科技"]]
    assert (told["weight"], told["evidence"]) == (1.0, 2)  # the second article is a reprint
    assert (told["first"], told["last"]) == ("2024-04-13", "2024-04-14")


def test_gexf_is_read_with_every_edge_when_nothing_is_merged(store, tmp_path):
    path = tmp_path / "图.gexf"
    export(store, "gexf", path)
    found = gephi.read(path, "NO_MERGE")
    assert set(found.issues) <= {WARNS, "GEXF version 1.3"}
    expected = {edge.id: edge for edge in edges(store)}
    assert {edge["id"] for edge in found.edges} == expected.keys()
    for edge in found.edges:
        element = expected[edge["id"]]
        assert (edge["kind"], edge["source"], edge["target"]) == (
            element.type,
            element.source,
            element.target,
        )
        assert edge.get("offset_start") == element.attrs.get("start")
        assert edge.get("exact") == element.attrs.get("exact")


def test_gexf_keeps_edges_of_two_kinds_apart_whatever_is_merged(store, tmp_path):
    path = tmp_path / "图.gexf"
    export(store, "gexf", path)
    kinds = {(edge.source, edge.target, edge.type) for edge in edges(store)}
    found = gephi.read(path).edges
    assert {(edge["source"], edge["target"], edge["kind"]) for edge in found} == kinds
    assert len(found) == len(kinds)


def test_gexf_has_names_colours_and_days(store, tmp_path):
    path = tmp_path / "图.gexf"
    export(store, "gexf", path)
    found = gephi.read(path).nodes
    assert {id_: row["label"] for id_, row in found.items()} == {node.id: node.label for node in nodes(store)}
    assert len({row["colour"] for row in found.values() if row["type"] in {"Person", "Company"}}) == 2
    for node in nodes(store):
        day = node.attrs.get("date" if node.type == "Claim" else "published")
        assert days(found[node.id].get("timeset")) == ([day, day] if day else [])


def days(timeset):
    """The days of <[1712966400000.0, 1712966400000.0]>."""
    numbers = (timeset or "").strip("<[]>").split(", ") if timeset else []
    return [datetime.fromtimestamp(float(one) / 1000, UTC).date().isoformat() for one in numbers]
