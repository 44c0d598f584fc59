from collections.abc import Iterator
from typing import Any

import pytest

from kg.export.neo4j.load import load
from kg.export.neo4j.server import connected
from kg.query.cypher import Server
from kg.store import Store
from tests.query.cypher import news
from tests.servers.neo4j import Neo4j


class Asking:
    """Puts questions to a server, and counts its answers."""

    def __init__(self, ask: Any) -> None:
        self.ask, self.trips = ask, 0

    def __call__(self, query: str, /, **parameters: Any) -> list[dict[str, Any]]:
        self.trips += 1
        rows: list[dict[str, Any]] = self.ask(query, **parameters)
        return rows


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The news in a store."""
    with Store.open(tmp_path_factory.mktemp("news") / "kg.db") as store:
        news.build(store)
        yield store


@pytest.fixture(scope="module")
def asking(neo4j_server: Neo4j, store: Store) -> Iterator[Asking]:
    """The server, loaded from the store, with texts."""
    server = neo4j_server.empty()
    who = {"user": server.user, "password": server.password}
    load(store, server.uri, **who, texts=True)
    with connected(server.uri, **who) as connection:
        yield Asking(connection.read)


@pytest.fixture
def server(asking: Asking) -> Server:
    """The loaded server in the place of the store."""
    asking.trips = 0
    return Server.loaded(asking)
