"""The peer does the same work: what the plain loop leaves on the server is what kg leaves there."""

from pathlib import Path

import pytest

from bench.generate import generate
from bench.neo4j import Measured, measured, page
from kg.store import Store
from tests.export.neo4j.held import assert_same, nodes_on, ties_on
from tests.servers.neo4j import Neo4j


@pytest.mark.slow
def test_both_ways_leave_the_same_graph(neo4j: Neo4j, tmp_path: Path) -> None:
    path = tmp_path / "kg.db"
    generate(path, claims=60, seed=1)
    plain = measured("plain loop", path, neo4j.bare())
    held = nodes_on(neo4j), ties_on(neo4j)
    ours = measured("kg load", path, neo4j.bare())
    assert (nodes_on(neo4j), ties_on(neo4j)) == held
    assert plain.rows == ours.rows == len(held[0]) + len(held[1])
    assert measured("kg load again", path, neo4j).rows == ours.rows
    with Store.open(path) as store:
        assert_same(neo4j, store)


def test_the_page_has_a_line_for_each_way() -> None:
    row = Measured(rows=10_000, seconds=2.5, mib=99.6)
    assert "| 10,000 | kg load | 4,000 | 2.5 | 100 |\n" in page(
        [("plain loop", row), ("kg load", row)], turns=2
    )
