"""A real Neo4j in a home of its own, on free ports, with APOC; and its bulk importer."""

import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import ServiceUnavailable

from tests.servers import java

USER, PASSWORD = "neo4j", "禾苗-password"
ANSWERS_WITHIN = 180  # seconds; about 20 when nothing else runs
STOPS_WITHIN = 60
IMPORTED_WITHIN = 3600  # a million claims, in a bench
HEAP = "1g"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")
OPTIONS = (
    "-Xms128m",
    f"-Xmx{HEAP}",
    "-XX:+UseSerialGC",  # two cores are shared with the tests
    *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
)
CONF = """server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.enabled=false
server.memory.heap.max_size={heap}
server.memory.pagecache.size=256m
dbms.security.auth_enabled={auth}
dbms.security.auth_max_failed_attempts=0
dbms.security.procedures.unrestricted=apoc.*
dbms.usage_report.enabled=false
"""
APOC_CONF = """apoc.import.file.enabled=true
apoc.export.file.enabled=true
"""


class Neo4j(NamedTuple):
    """A server that answers: where, as whom, and its folders (``imports`` is what file:/// means to it)."""

    uri: str
    user: str
    password: str
    home: Path

    @property
    def imports(self) -> Path:
        """The folder that LOAD CSV and apoc.import read from."""
        return self.home / "import"

    def driver(self) -> Driver:
        """A new driver of its own; close it."""
        return GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    def rows(self, query: str, **parameters: object) -> list[dict[str, object]]:
        """What a query gives, a dict a row."""
        with self.driver() as driver:
            records, _, _ = driver.execute_query(query, parameters_=parameters, database_="neo4j")
            return [dict(record) for record in records]

    def empty(self) -> Self:
        """Without a node, and of constraints and indexes with kg's alone, which take long to make."""
        return self._without("WHERE NOT name STARTS WITH 'kg_'")

    def bare(self) -> Self:
        """Without a node, constraint or index, as if new."""
        return self._without("WHERE true")

    def _without(self, which: str) -> Self:
        with self.driver() as driver, driver.session(database="neo4j") as session:
            for what, pattern in (("r", "()-[r]->()"), ("n", "(n)")):  # a hub with its ties fills the memory
                batches = f"MATCH {pattern} CALL ({what}) {{ DELETE {what} }} IN TRANSACTIONS OF 10000 ROWS"
                session.run(batches).consume()
            for name in session.run(f"SHOW CONSTRAINTS YIELD name {which} RETURN name").value():
                session.run(f"DROP CONSTRAINT `{name}`").consume()
            indexes = f"SHOW INDEXES YIELD name, type {which} AND type <> 'LOOKUP' RETURN name"
            for name in session.run(indexes).value():
                session.run(f"DROP INDEX `{name}`").consume()
        return self


def make_home(home: Path, *, auth: bool = True) -> Path:
    """A home as the server wants it, with APOC, a free port, and the password set if it asks for one."""
    for folder in ("conf", "data", "logs", "plugins", "import", "run"):
        (home / folder).mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(
        CONF.format(bolt=_free_port(), heap=HEAP, auth=str(auth).lower())
    )
    (home / "conf" / "apoc.conf").write_text(APOC_CONF)
    for jar in java.jars("apoc"):
        shutil.copy(jar, home / "plugins")
    if auth:
        admin(home, "dbms", "set-initial-password", PASSWORD)
    return home


def admin(home: Path, *args: object) -> str:
    """What neo4j-admin says, run on a home whose server does not run."""
    env = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    return java.run("neo4j", "org.neo4j.cli.AdminTool", *args, options=OPTIONS, env=env, cwd=home)


def import_full(home: Path, *, nodes: Iterable[Path], relationships: Iterable[Path]) -> str:
    """What the bulk importer says as it fills the database of a home whose server does not run."""
    files = [*(f"--nodes={path}" for path in nodes), *(f"--relationships={path}" for path in relationships)]
    # the name must not follow a list of files, which would take it in
    return admin(home, "database", "import", "full", *files, "--overwrite-destination=true", "neo4j")


def run_script(folder: Path, home: Path, *options: str) -> str:
    """What the import.sh of an export says, run on a home whose server does not run, with its neo4j-admin."""
    admin = home / "bin" / "neo4j-admin"
    admin.parent.mkdir()
    words = java.command("neo4j", "org.neo4j.cli.AdminTool", options=OPTIONS)
    admin.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n')
    admin.chmod(0o755)
    env = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = ["sh", str(folder / "import.sh"), *options]
    done = subprocess.run(  # noqa: S603
        command, env=env, capture_output=True, text=True, check=False, timeout=IMPORTED_WITHIN
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def serving(home: Path) -> Iterator[Neo4j]:
    """The home's server, answering inside; stopped at the end, or when the tests are killed."""
    entry = ("org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home / 'conf'}")
    words = [*_dying_with_us(), *java.command("neo4j", *entry, options=OPTIONS, plugins=home / "plugins")]
    with (home / "logs" / "console.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603
            words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=home
        )
    try:
        server = Neo4j(f"bolt://{_setting(home, 'server.bolt.listen_address')}", USER, PASSWORD, home)
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(STOPS_WITHIN)


def _setting(home: Path, name: str) -> str:
    lines = (home / "conf" / "neo4j.conf").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)[name]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _dying_with_us() -> list[str]:
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM"] if setpriv else []


def _wait(server: Neo4j, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + ANSWERS_WITHIN
    while True:
        try:
            with server.driver() as driver:
                driver.verify_connectivity()
            return
        except ServiceUnavailable:
            console = (server.home / "logs" / "console.log").read_text(errors="replace")
            assert process.poll() is None, f"Neo4j did not start:\n{console}"
            assert time.monotonic() < until, f"Neo4j does not answer:\n{console}"
            time.sleep(0.5)
