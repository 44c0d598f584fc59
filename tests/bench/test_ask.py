"""The bench of asking: topics are those that are talked about, and all three give the same rows."""

from pathlib import Path

import pytest

from bench.ask import Measured, measured, page, topics
from bench.generate import generate
from kg.export.neo4j.load import load
from kg.export.neo4j.server import connected
from kg.store import Store
from tests.servers.neo4j import Neo4j

CLAIMS = 300


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "kg.db"
    generate(path, claims=CLAIMS, seed=1)
    return path


def test_topics_are_talked_about_and_the_same_each_time(path: Path) -> None:
    with Store.open(path) as store:
        asked = topics(store, 50, 1)
        assert asked == topics(store, 50, 1) != topics(store, 50, 2)
        assert all(store.count_about(topic.id) for topic in asked)


def test_all_three_answer_alike(path: Path, neo4j: Neo4j) -> None:
    who = {"user": neo4j.user, "password": neo4j.password}
    with Store.open(path) as store, connected(neo4j.uri, **who) as server:
        load(store, neo4j.uri, **who)
        found = list(measured(store, server.read, CLAIMS, questions=10, seed=1))
    assert [row.asked for row in found] == ["kg said", "kg said --from", "one query"]
    assert all(len(row.seconds) == 10 and min(row.seconds) > 0 for row in found)


def test_the_page_has_a_line_for_each() -> None:
    seconds = [0.001] * 98 + [0.5, 1.0]
    text = page([Measured(100_000, "kg said", seconds)], version="5.26.0", questions=100)
    assert text.splitlines()[-1] == "| 100,000 | `kg said` | 1.0 | 505.0 | 16.0 |"
