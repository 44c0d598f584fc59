from contextlib import closing

from kg.export.neo4j.model import ENTITY
from kg.export.neo4j.server import connected
from kg.export.neo4j.state import State
from kg.store import Store
from tests.export.neo4j.conftest import Load
from tests.servers.neo4j import Neo4j


def test_the_state_is_what_was_loaded_and_nobody_elses(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    loaded(store)
    neo4j.rows("CREATE (:Entity {id: '我的'})")
    ids = sorted(entity.id for entity in store.entities())
    connection = connected(neo4j.uri, user=neo4j.user, password=neo4j.password)
    with connection as server, closing(State.of(server)) as state:
        assert list(state.left(ENTITY)) == ids
        assert state.take(ENTITY, "我的") is None
        first = state.take(ENTITY, ids[0])
        assert first is not None
        assert len(first) == 16
        assert state.take(ENTITY, ids[0]) is None
        assert list(state.left(ENTITY)) == ids[1:]
        assert list(state.left("SAID"))


def test_an_empty_server_has_no_state(neo4j: Neo4j) -> None:
    connection = connected(neo4j.uri, user=neo4j.user, password=neo4j.password)
    with connection as server, closing(State.of(server)) as state:
        assert state.take(ENTITY, "a") is None
        assert list(state.left(ENTITY)) == []
