from collections.abc import Callable

import pytest

from kg.export.neo4j.load import Loaded, load
from kg.store import Store
from tests.servers.neo4j import Neo4j

Load = Callable[..., Loaded]


@pytest.fixture
def loaded(neo4j: Neo4j) -> Load:
    """Load a store into the emptied server."""

    def load_into(store: Store, *, uri: str = neo4j.uri, **options: object) -> Loaded:
        return load(store, uri, user=neo4j.user, password=neo4j.password, **options)  # type: ignore[arg-type]

    return load_into
