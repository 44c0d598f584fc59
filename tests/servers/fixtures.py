"""The fixtures; one server serves the whole session, and is started by the first test that asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import java
from tests.servers.neo4j import Neo4j, make_home, serving

__all__ = ["bare_home", "neo4j", "neo4j_server"]


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """A running Neo4j that asks for a password, with APOC; whatever tests left is still in it."""
    java.needed("neo4j")
    java.needed("apoc")
    with serving(make_home(tmp_path_factory.mktemp("neo4j") / "home")) as server:
        yield server


@pytest.fixture
def neo4j(neo4j_server: Neo4j) -> Neo4j:
    """The running Neo4j, emptied."""
    return neo4j_server.empty()


@pytest.fixture
def bare_home(tmp_path: Path) -> Path:
    """A home without a server or a password, to import into (``admin``) and then serve (``serving``)."""
    java.needed("neo4j")
    java.needed("apoc")
    return make_home(tmp_path / "home", auth=False)
