"""The programs themselves: they start, answer and import, before anything is asked of them."""

from pathlib import Path

import pytest

from tests.servers import java
from tests.servers.neo4j import Neo4j, import_full, serving


def test_the_server_answers_with_apoc(neo4j: Neo4j) -> None:
    assert neo4j.rows("RETURN apoc.version() AS version") == [{"version": "5.26.0"}]
    assert neo4j.imports.is_dir()


def test_a_test_finds_the_server_empty(neo4j: Neo4j) -> None:
    neo4j.rows("CREATE CONSTRAINT FOR (p:Person) REQUIRE p.id IS UNIQUE")
    neo4j.rows("CREATE (:Person {id: '林晓岚'})")
    neo4j.empty()
    assert neo4j.rows("MATCH (n) RETURN n") == []
    assert [row for row in neo4j.rows("SHOW CONSTRAINTS") if not str(row["name"]).startswith("kg_")] == []
    assert neo4j.bare().rows("SHOW CONSTRAINTS") == []


@pytest.mark.slow
def test_the_bulk_importer_fills_a_database(bare_home: Path) -> None:
    nodes, ties = bare_home / "n.csv", bare_home / "r.csv"
    nodes.write_text("id:ID,name,:LABEL\na,林晓岚,Person\nb,青禾科技,Company\n", encoding="utf-8")
    ties.write_text(":START_ID,:END_ID,:TYPE\na,b,FOUNDER\n", encoding="utf-8")
    import_full(bare_home, nodes=[nodes], relationships=[ties])
    with serving(bare_home) as server:
        found = server.rows("MATCH (a)-[r:FOUNDER]->(b) RETURN a.name AS founder, b.name AS firm")
    assert found == [{"founder": "林晓岚", "firm": "青禾科技"}]


def test_gephi_reads_with_its_own_importer(tmp_path: Path) -> None:
    java.needed("gephi")
    source = tmp_path / "Version.java"
    source.write_text(
        "public class Version { public static void main(String[] a) throws Exception {"
        ' System.out.print(Class.forName("org.gephi.io.importer.api.ImportController").getSimpleName()); } }'
    )
    assert java.run("gephi", source, options=("-Djava.awt.headless=true",)) == "ImportController"
