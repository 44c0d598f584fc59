"""How long ``kg said`` takes, on the database and on a server that holds the same graph.

    python -m bench.ask [--sizes 100000 1000000] [--questions 200] [--folder DIR] [--write docs/ask.md]

For each size a store is made (bench/generate.py), written out for Neo4j's bulk importer, imported, and asked
with the same topics in turn: the store, the server by ``kg said --from``, and the server by one query as
an analyst would type it. Answered are the first 20 rows; the store's and kg's own from the server must be
equal. In a --folder stores and imported databases stay, and are taken from there the next time.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np

from bench.generate import generate
from kg.export import export
from kg.export.neo4j.model import statements_after, statements_before
from kg.export.neo4j.server import connected
from kg.graph.filters import filters
from kg.names import name_key
from kg.query.cypher import Ask, Server
from kg.query.said import SaidResult, said
from kg.store import Store
from tests.servers.neo4j import Neo4j, make_home, run_script, serving

SIZES = (100_000, 1_000_000)
SEED = 7
QUESTIONS, WARMING = 200, 20  # topics asked, and topics asked before of which nothing is measured
ROWS = 20
FIRST = filters(top=ROWS)

# all that a row shows, by the index on ids, newest first
TYPED = """MATCH (topic:Entity {id: $id})<-[:ABOUT]-(c:Claim)
WITH DISTINCT c ORDER BY coalesce(c.date, '') DESC LIMIT 20
MATCH (a:Article {id: c.article})
RETURN c.id, c.date, c.outlet, c.speaker, c.cue, c.mode, c.content, c.spans, c.negated, c.hedged,
    c.confidence, a.id, a.title, a.source, [(s:Entity)-[:SAID]->(c) | s.name] AS speakers,
    [(c)-[r:ABOUT]->(e:Entity) | [r.implicit, e.name]] AS about"""


class Topic(NamedTuple):
    """A name that is asked for, and the id of the entity that bears it."""

    name: str
    id: str


class Measured(NamedTuple):
    """How one of them answered: the seconds of each question."""

    claims: int
    asked: str
    seconds: list[float]


def topics(store: Store, count: int, seed: int) -> list[Topic]:
    """Names that one entity bears, each as likely as the claims about it are many."""
    weights = {Topic(one.name, one.id): store.count_about(one.id) for one in store.entities()}
    own = [one for one in weights if weights[one] and len(store.entities_named(name_key(one.name))) == 1]
    return Random(seed).choices(own, [weights[one] for one in own], k=count)  # noqa: S311


def measured(store: Store, ask: Ask, claims: int, *, questions: int, seed: int) -> Iterator[Measured]:
    """The three, each asked every topic, turn about."""
    server = Server.loaded(ask)
    ways: dict[str, Callable[[Topic], Any]] = {
        "kg said": lambda topic: said(store, topic.name, filters=FIRST),
        "kg said --from": lambda topic: said(server, topic.name, filters=FIRST),
        "one query": lambda topic: ask(TYPED, id=topic.id),
    }
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    for number, topic in enumerate(topics(store, WARMING + questions, seed)):
        answers = {way: _timed(partial(answer, topic)) for way, answer in ways.items()}
        _check(topic, answers["kg said"][1], answers["kg said --from"][1], answers["one query"][1])
        if number >= WARMING:
            for way, (spent, _) in answers.items():
                seconds[way].append(spent)
    for way, measured_of in seconds.items():
        yield Measured(claims, way, measured_of)


def _timed(answer: Callable[[], Any]) -> tuple[float, Any]:
    start = perf_counter()
    found = answer()
    return perf_counter() - start, found


def _check(topic: Topic, here: SaidResult, there: SaidResult, typed: list[dict[str, Any]]) -> None:
    """All answer the same: kg's two to the last field, the query by the days and the number of its rows."""
    if here != there or [row.date for row in here.rows] != [row["c.date"] for row in typed]:
        raise SystemExit(f"The answers about {topic.name} differ: is what lies in --folder of one version?")


@contextmanager
def served(folder: Path, claims: int) -> Iterator[tuple[Store, Neo4j]]:
    """The store of so many claims, and a server with its graph; both are made if they are not there."""
    db, home = folder / f"{claims}.db", folder / f"{claims}.neo4j"
    if not db.exists():
        generate(db, claims=claims, seed=SEED)
    with Store.open(db) as store:
        is_new = not home.exists()
        if is_new:
            export(store, "neo4j-csv", folder / f"{claims}.csv")
            run_script(folder / f"{claims}.csv", make_home(home, auth=False))
        with serving(home) as server:
            for statement in (*statements_before(), *statements_after()) if is_new else ():
                server.rows(statement)
            server.rows("CALL db.awaitIndexes(3600)")
            yield store, server


HEAD = """# Asking the database, and asking a server

Written by `python -m bench.ask --write docs/ask.md`: made-up news of so many claims (bench/generate.py) in a
database of kg and, by way of the bulk importer, on a Neo4j {version} beside it; {cores} cores for both.
{questions} topics, each as likely as it is talked about, were asked of all three in turn, after {warming}
others. Milliseconds are those from the question to the first {rows} rows, newest first. The two answers of kg
were equal to the last field; `one query` is Cypher as an analyst would type it: the newest claims by the
entity's id, without looking up its name, filtering, or telling how many more there are.

| claims | asked by | p50 ms | p99 ms | mean ms |
|---|---|---|---|---|
"""


def page(found: list[Measured], *, version: str, questions: int) -> str:
    """The table of all that was measured."""
    head = HEAD.format(version=version, cores=os.cpu_count(), questions=questions, warming=WARMING, rows=ROWS)
    return head + "".join(map(_line, found))


def _line(row: Measured) -> str:
    ms = 1000 * np.array(row.seconds)
    cells = (f"{row.claims:,}", f"`{row.asked}`" if row.asked.startswith("kg") else row.asked)
    return f"| {' | '.join((*cells, *(f'{x:.1f}' for x in (*np.percentile(ms, [50, 99]), ms.mean()))))} |\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    found: list[Measured] = []
    version: object = None
    with TemporaryDirectory() as passing:
        folder = options.folder or Path(passing)
        for size in options.sizes:
            with served(folder, size) as (store, server), connected(server.uri) as connection:
                version = server.rows("CALL dbms.components() YIELD versions RETURN versions[0] AS v")[0]["v"]
                for row in measured(store, connection.read, size, questions=options.questions, seed=SEED):
                    found.append(row)
                    print(_line(row), end="", file=sys.stderr)
    text = page(found, version=str(version), questions=options.questions)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
