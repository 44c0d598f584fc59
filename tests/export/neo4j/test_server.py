"""Transactions on a real server: whole or not at all, and tried again where that may help."""

from collections.abc import Iterator

import pytest

from kg.errors import ServerError
from kg.export.neo4j.server import Server, Statement, connected
from tests.servers.neo4j import Neo4j

WAITS: list[str] = []


@pytest.fixture
def server(neo4j: Neo4j) -> Iterator[Server]:
    """A connection to the emptied server."""
    WAITS.clear()
    with connected(neo4j.uri, user=neo4j.user, password=neo4j.password, on_wait=WAITS.append) as server:
        yield server


def test_counts_are_summed_up(server: Server) -> None:
    made = Statement("UNWIND $ids AS id CREATE (:Note {id: id})", {"ids": [1, 2, 3]})
    counted = Statement("MATCH (n:Note) RETURN count(n)", {}, expected=3)
    assert server.write([made, counted, counted]) == 6
    assert list(server.rows("MATCH (n:Note) RETURN n.id ORDER BY n.id")) == [(1,), (2,), (3,)]


def test_all_or_nothing(server: Server) -> None:
    made = Statement("CREATE (:Note)", {})
    with pytest.raises(ServerError, match="Nodes vanished"):
        server.write([made, Statement("MATCH (n:Note) RETURN count(n)", {}, expected=2)])
    assert list(server.rows("MATCH (n:Note) RETURN n")) == []


def test_what_somebody_else_has_made_is_merged_the_next_time(server: Server) -> None:
    server.declare("CREATE CONSTRAINT note FOR (n:Note) REQUIRE n.id IS UNIQUE")
    server.write([Statement("CREATE (:Note {id: 1, text: '旧'})", {})])
    again = "MERGE (n:Note {id: 1}) SET n.text = '新'"
    server.write([Statement("CREATE (:Note {id: 1})", {}, again=again)])
    assert list(server.rows("MATCH (n:Note) RETURN n.id, n.text")) == [(1, "新")]
    assert len(WAITS) == 1


def test_an_error_that_no_waiting_mends_is_told_at_once(neo4j: Neo4j) -> None:
    waits: list[str] = []
    with (
        pytest.raises(ServerError, match=r"^bolt://.* refuses: Invalid input .*\.$"),
        connected(neo4j.uri, user=neo4j.user, password=neo4j.password, on_wait=waits.append) as server,
    ):
        server.write([Statement("CREATE (:Note", {})])
    assert waits == []
