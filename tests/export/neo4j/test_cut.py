"""Loads that are cut, at once with another, or over a line that breaks: the end is right all the same."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import ServerError
from kg.export.neo4j import send
from kg.export.neo4j.load import Loaded, load
from kg.store import Store
from tests.export.neo4j.conftest import Load
from tests.export.neo4j.held import assert_same, nodes_on, ties_on
from tests.factory import art, ext
from tests.graph.world import put
from tests.servers.neo4j import Neo4j
from tests.servers.proxy import line

pytestmark = pytest.mark.slow

ARTICLES = 120
ROWS = 40  # a batch: small, so that a load has many of them

# says each article on its stdout, so that the test knows how far it is
CHILD = """
import sys
from pathlib import Path
from kg.export.neo4j import send
from kg.export.neo4j.load import load
from kg.store import Store
send.BATCH_ROWS = int(sys.argv[5])
with Store.open(Path(sys.argv[1])) as store:
    load(store, sys.argv[2], user=sys.argv[3], password=sys.argv[4], on_article=lambda: print(flush=True))
"""

# the command, with small batches
COMMAND = """
import sys
from kg.cli.app import main
from kg.export.neo4j import send
send.BATCH_ROWS = int(sys.argv[1])
main(sys.argv[2:])
"""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A database with so many articles that a load takes a while."""
    path = tmp_path / "many.db"
    with Store.open(path) as store:
        articles = [art(source=f"{number}.txt") for number in range(ARTICLES)]
        put(store, *((article, ext(article)) for article in articles))
    return path


@pytest.mark.parametrize("articles", [ARTICLES // 2, ARTICLES + ARTICLES // 2])
def test_killed_half_way_and_loaded_again(neo4j: Neo4j, loaded: Load, many: Path, articles: int) -> None:
    """First in the middle of the nodes, then in the middle of the relationships."""
    arguments = [str(many), neo4j.uri, neo4j.user, neo4j.password, str(ROWS)]
    child = subprocess.Popen([sys.executable, "-c", CHILD, *arguments], stdout=subprocess.PIPE)  # noqa: S603
    assert child.stdout
    for _ in range(articles):
        assert child.stdout.readline()
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    with Store.open(many) as store:
        held = len(nodes_on(neo4j)), len(ties_on(neo4j))
        done = loaded(store)
        assert_same(neo4j, store)
    assert (done.nodes.unchanged, done.relationships.unchanged) == held
    assert held[0] > 0
    assert done.relationships.created > 0


def test_stopped_by_ctrl_c(neo4j: Neo4j, loaded: Load, many: Path) -> None:
    arguments = [str(ROWS), "load", neo4j.uri, "--user", neo4j.user, "--db", str(many)]
    environment = os.environ | {"NEO4J_PASSWORD": neo4j.password}
    command = [sys.executable, "-c", COMMAND, *arguments]
    child = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)  # noqa: S603
    while child.poll() is None and not nodes_on(neo4j):
        time.sleep(0.1)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate()
    assert (
        said.decode() == f"Stopped; what {neo4j.uri} has by now stays there, and the same command goes on.\n"
    )
    assert child.returncode == 130
    held = len(nodes_on(neo4j))
    with Store.open(many) as store:
        assert loaded(store).nodes.unchanged == held
        assert_same(neo4j, store)


def test_two_loads_at_once(neo4j: Neo4j, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(send, "BATCH_ROWS", ROWS)

    def loading() -> Loaded:
        with Store.open(many) as store:
            return load(store, neo4j.uri, user=neo4j.user, password=neo4j.password)

    with ThreadPoolExecutor() as pool:
        for done in [pool.submit(loading) for _ in range(2)]:
            assert done.result().nodes.created > 0
    with Store.open(many) as store:
        assert_same(neo4j, store)


def test_a_line_that_breaks_again_and_again(
    neo4j: Neo4j, loaded: Load, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time an answer is lost, sometimes that to a commit: no row is lost, and none is there twice."""
    monkeypatch.setattr(send, "BATCH_ROWS", 4 * ROWS)
    waits: list[str] = []
    with Store.open(many) as store, line(neo4j.uri) as carried:

        def on_article() -> None:
            carried.lose_every = 23

        loaded(store, uri=carried.uri, on_article=on_article, on_wait=waits.append)
        assert_same(neo4j, store)
        assert carried.breaks > 1
    assert len(waits) >= carried.breaks
    assert waits[0].endswith(".")


def test_a_server_that_stays_away_is_told_and_the_next_load_goes_on(
    neo4j: Neo4j, loaded: Load, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send, "BATCH_ROWS", ROWS)
    passed: list[None] = []
    with Store.open(many) as store, line(neo4j.uri) as carried:

        def on_article() -> None:
            passed.append(None)
            carried.is_dead = len(passed) > ARTICLES // 2

        with pytest.raises(ServerError, match=f"^No Neo4j answers at {carried.uri}: .*\\.$"):
            loaded(store, uri=carried.uri, on_article=on_article, patience=2.0)
        held = len(nodes_on(neo4j))
        done = loaded(store)
        assert_same(neo4j, store)
    assert 0 < held == done.nodes.unchanged
