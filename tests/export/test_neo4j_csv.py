from pathlib import Path

import pytest

from kg.errors import ConfigError
from kg.export import export
from kg.export.neo4j.load import load
from kg.export.neo4j_csv import COUNTED, KINDS, LISTS, TYPES, cell, columns_of, rows
from kg.graph.filters import filters
from kg.graph.stream import Selection
from kg.records import Extraction
from kg.store import Store
from tests.export.elements import written
from tests.factory import art, clm, men
from tests.graph.world import put
from tests.query.cypher import news
from tests.servers.neo4j import Neo4j, run_script, serving

HOSTILE = (
    "'; MATCH (n) DETACH DELETE n //",
    ']]>"",""\\"',
    "<script>alert(1)</script>",
    "=HYPERLINK('https://xingtu.example')",
    "青禾\0科技",
    "周\u202e见山",
    "汽" * 10_000,
    "上\r\n下\n左\r右\x0b\u2028\x85",
    "甲 | 乙;丙\x1f丁",
    "尾\\",
    " 空 ",
)
NODES = "MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS props"
TIES = "MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS a, b.id AS b, properties(r) AS props"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "kg.db") as store:
        news.build(store)
        for record, name in enumerate(HOSTILE, start=1):
            article = art(
                f"王五说：{name}会来。", source="怪.jsonl", record=record, title=name, outlet=name[:99]
            )
            wang, firm = men(article, "王五", "person"), men(article, name, "company")
            claim = clm(article, wang, "说", name, about=(firm,))
            put(store, (article, Extraction(mentions=(wang, firm), claims=(claim,))))
        yield store


def held(server: Neo4j):
    """All nodes and ties of a server by id, labels in order."""
    nodes = {row["id"]: (sorted(row["labels"]), row["props"]) for row in server.rows(NODES)}
    return nodes, {row["id"]: row for row in server.rows(TIES)}


def test_the_importer_makes_what_a_load_makes(neo4j: Neo4j, bare_home: Path, store, tmp_path):
    found = export(store, "neo4j-csv", tmp_path / "csv", options={"texts": "yes"})
    said = run_script(tmp_path / "csv", bare_home)
    assert f"{found.nodes} nodes" in said
    assert f"{found.edges} relationships" in said
    load(store, neo4j.uri, user=neo4j.user, password=neo4j.password, texts=True)
    with serving(bare_home) as server:
        for statement in (tmp_path / "csv" / "indexes.cypher").read_text().splitlines():
            server.rows(statement.removesuffix(";"))
        nodes, ties = held(server)
        assert (len(nodes), len(ties)) == (found.nodes, found.edges)
        wanted_nodes, wanted_ties = held(neo4j)
        for wanted, there in ((wanted_nodes, nodes), (wanted_ties, ties)):
            assert there == wanted
        again = load(store, server.uri, texts=True)
    assert again.nodes.is_still
    assert again.relationships.is_still


def test_filters_leave_no_tie_in_the_air(store, tmp_path):
    found = export(store, "neo4j-csv", tmp_path / "csv", filters(relation="founder"))
    assert (found.nodes, found.edges) == (4, 2)
    names = {path.name for path in (tmp_path / "csv").glob("*.csv")}
    assert names == {"entity-company.csv", "entity-person.csv", "founder-entity-entity.csv"}


def test_every_property_has_a_column_of_its_type(store):
    kinds = {int: "int", float: "float", bool: "bool"}
    with Selection(store) as chosen:
        for row in rows(chosen, texts=True):
            assert row.props.keys() <= set(columns_of(row.group))
            for name, value in row.props.items():
                assert isinstance(value, list) == (name in LISTS)
                if type(value) in kinds:
                    assert (
                        KINDS.get(name) == kinds[type(value)]
                        or COUNTED.get(name) == TYPES[kinds[type(value)]]
                    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("", '""'),
        ("null", '"null"'),
        ("5", '"5"'),
        (5, "5"),
        (0.1, "0.1"),
        (True, "true"),
        ('甲"乙,\n丙', '"甲""乙,\n丙"'),
        (["甲", "乙;\x1f"], '"甲\x1f乙;\ufffd"'),
    ],
)
def test_a_cell(value, written):
    assert cell(value) == written


def test_a_graph_without_a_database_is_a_sentence(tmp_path):
    from kg.export.neo4j_csv import write

    with pytest.raises(ConfigError, match=r"^neo4j-csv is written from a database"):
        written(lambda elements, stream: write(elements, tmp_path, texts="no"))
