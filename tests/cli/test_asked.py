from pathlib import Path

import pytest

import kg
from tests.cli.conftest import Run
from tests.servers.neo4j import Neo4j


@pytest.fixture
def served(neo4j: Neo4j, crowd: Path, monkeypatch: pytest.MonkeyPatch) -> Neo4j:
    """The server, loaded from a database, and its password in a variable."""
    monkeypatch.setenv("CROWD_PASSWORD", neo4j.password)
    with kg.open(crowd) as graph:
        graph.load(neo4j.uri, user=neo4j.user, password=neo4j.password)
    return neo4j


def test_the_server_alone_answers_like_the_database(
    run: Run, served: Neo4j, crowd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = ("--from", served.uri, "--user", served.user, "--password-env", "CROWD_PASSWORD")
    monkeypatch.setenv("KG_DB", str(tmp_path / "none.db"))  # nobody looks at it
    for question in (
        ("said", "张伟"),
        ("said", "智譜", "--format", "json"),
        ("said", "zhangwei", "--by", "林晓岚", "--format", "csv", "--top", "2"),
        ("show", "张伟"),
        ("show", "海川足球队", "--relation", "role_of"),
        ("said", "谁也不是"),
    ):
        asked, here = run(*question, *server), run(*question, "--db", crowd)
        assert asked == here
        assert here.code == 0
    assert not (tmp_path / "none.db").exists()


def test_a_paragraph_wants_texts(run: Run, served: Neo4j) -> None:
    server = ("--from", served.uri, "--user", served.user, "--password-env", "CROWD_PASSWORD")
    ran = run("said", "张伟", "--context", "0", *server)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "kg: The server holds no texts of articles; kg load --texts puts them there.\n"


def test_a_wrong_password_is_a_sentence(run: Run, neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WRONG", "不对")
    ran = run("said", "张伟", "--from", neo4j.uri, "--user", neo4j.user, "--password-env", "WRONG")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "不对" not in ran.err


def test_an_empty_server_is_a_sentence(run: Run, neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j.password)
    neo4j.rows("DROP INDEX kg_keys IF EXISTS")
    ran = run("show", "张伟", "--from", neo4j.uri, "--user", neo4j.user)
    assert ran.code == 1
    assert ran.err == "kg: The server holds no whole graph of kg; kg load puts it there.\n"


def test_a_password_that_is_not_set_is_wrong_usage(run: Run) -> None:
    ran = run("said", "张伟", "--from", "bolt://localhost:1", "--user", "neo4j", "--password-env", "NOWHERE")
    assert ran.code == 2
    assert "NOWHERE" in ran.err


def test_no_server_is_a_sentence(run: Run) -> None:
    ran = run("said", "张伟", "--from", "bolt://localhost:1")
    assert ran.code == 1
    assert ran.err.startswith("kg: No Neo4j answers at bolt://localhost:1")
    assert run("said", "张伟", "--from", "localhost").code == 1
