"""GraphML for Neo4j, read into a real server by apoc.import.graphml."""

from collections import Counter

import pytest

from kg.export import export
from kg.graph.stream import edges, nodes

pytestmark = pytest.mark.slow
IMPORT = "CALL apoc.import.graphml($file, {readLabels: true}) YIELD nodes, relationships"


@pytest.fixture
def server(store, neo4j):
    path = neo4j.imports / "图.graphml"
    export(store, "graphml", path, options={"profile": "apoc"})
    (read,) = neo4j.rows(IMPORT, file=f"file://{path}")
    assert read == {"nodes": len(list(nodes(store))), "relationships": len(list(edges(store)))}
    return neo4j


def test_every_node_has_its_labels_and_name(store, server):
    found = server.rows("MATCH (n) RETURN n.id AS id, labels(n) AS labels, n.name AS name")
    assert {row["id"]: row["name"] for row in found} == {node.id: node.label for node in nodes(store)}
    labels = Counter(tuple(sorted(row["labels"])) for row in found)
    types = Counter(node.type for node in nodes(store))
    records = ("Claim", "Article")
    assert labels == {
        (type_,) if type_ in records else tuple(sorted(("Entity", type_))): count
        for type_, count in types.items()
    }


def test_every_relationship_has_its_type_and_evidence(store, server):
    query = """MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target,
        r.start AS start, r.end AS end, r.exact AS exact, r.date AS date"""
    found = {row.pop("id"): row for row in server.rows(query)}
    assert found == {
        edge.id: {
            "type": edge.type.upper(),
            "source": edge.source,
            "target": edge.target,
            **{name: edge.attrs.get(name) for name in ("start", "end", "exact", "date")},
        }
        for edge in edges(store)
    }


def test_a_claim_is_asked_for_as_in_any_graph(server):
    query = """MATCH (p:Person {name: '王五'})-[s:SAID]->(c:Claim)-[:ABOUT]->(:Product:Entity {name: '禾苗'}),
        (c)-[i:APPEARS_IN]->(a:Article)
        RETURN s.date AS date, c.negated AS negated, c.confidence AS sure, i.exact AS exact,
            a.outlet AS outlet"""
    assert server.rows(query) == [
        {
            "date": "2024-05-02",
            "negated": False,
            "sure": 0.8,
            "exact": "禾苗还要三年才能成熟",
            "outlet": "乙报",
        }
    ]
