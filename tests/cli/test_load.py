"""kg load, into a real server."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.servers.neo4j import Neo4j


@pytest.fixture
def server(neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch) -> Neo4j:
    """The emptied server, its password in a variable of the environment."""
    monkeypatch.setenv("GEHEIM", neo4j.password)
    return neo4j


def options(server: Neo4j, db: Path) -> tuple[object, ...]:
    return server.uri, "--user", server.user, "--password-env", "GEHEIM", "--db", db


def test_load_twice(run: Run, server: Neo4j, db: Path) -> None:
    first = run("load", *options(server, db))
    assert (first.code, first.out) == (0, "")
    nodes, ties = (server.rows(f"MATCH {what} RETURN count(*) AS n")[0]["n"] for what in ("()", "()-[]->()"))
    whole = f"{nodes} nodes and {ties} relationships"
    assert first.err == (
        f"{server.uri} holds {whole}: nodes {nodes} created, 0 changed, 0 removed, 0 unchanged;"
        f" relationships {ties} created, 0 changed, 0 removed, 0 unchanged.\n"
    )
    again = run("load", *options(server, db))
    assert again == (0, "", f"{server.uri} held all {whole} already; nothing was changed.\n")


def test_filters_database_and_texts(run: Run, server: Neo4j, db: Path) -> None:
    ran = run("load", *options(server, db), "--neo4j-database", "neo4j", "--texts", "--since", "2024-05")
    assert ran.code == 0
    assert ran.err.endswith("1 undated claim left out by --since.\n")
    texts = server.rows("MATCH (a:Article) RETURN a.text AS text")
    assert [str(row["text"])[:5] for row in texts] == ["王五认为，"]


def test_the_password_is_in_neo4j_password_if_nothing_else_is_said(
    run: Run, server: Neo4j, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    assert run("load", server.uri, "--user", server.user, "--db", db).code == 0
    monkeypatch.setenv("NEO4J_PASSWORD", "不对")
    wrong = run("load", server.uri, "--user", server.user, "--db", db)
    assert wrong == (1, "", f"kg: {server.uri} does not know the user neo4j with that password.\n")


def test_a_password_that_is_not_there_is_wrong_usage(
    run: Run, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    for given in (("--user", "neo4j"), ("--password-env", "GEHEIM")):
        ran = run("load", "bolt://127.0.0.1:1", *given, "--db", db)
        assert ran.code == 2
        assert "--password-env" in ran.err


def test_no_server_is_one_sentence(run: Run, db: Path) -> None:
    ran = run("load", "bolt://127.0.0.1:1", "--db", db)
    assert ran == (1, "", "kg: No Neo4j answers at bolt://127.0.0.1:1: Connection refused.\n")
