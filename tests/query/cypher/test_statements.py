import inspect

import pytest

from kg.export.neo4j import model
from kg.query.cypher import statements
from kg.query.cypher.hand import Hand
from tests.query.cypher import news

QUERIES = {
    name: value() if callable(value) else value
    for name, value in vars(statements).items()
    if (name.isupper() and isinstance(value, str) and "RETURN" in value and "MATCH" in value[:12])
    or name in ("relations_of", "relations_in", "relation_with", "ids_beginning")
}
PARAMETERS = {
    "ids": ["x"],
    "id": news.SPLIT[0].id,
    "digits": "abcdef",
    "mention": "in:abcdef",
    "tie": "relation:abcdef",
    "ref": "x",
}
WHOLE = {"KEYS", "CONTENTS", "ARTICLES_FROM"}  # ask for all names, contents or articles, and are meant to


def test_there_are_queries_to_look_at():
    assert len(QUERIES) > 15
    assert not inspect.getsource(Hand).count("MATCH")


@pytest.mark.parametrize("name", sorted(QUERIES.keys() - WHOLE))
def test_no_query_reads_all_nodes_or_ties(name, neo4j_server, asking):
    given = {key: value for key, value in PARAMETERS.items() if f"${key}" in QUERIES[name]}
    with neo4j_server.driver() as driver, driver.session() as session:
        plan = session.run(f"EXPLAIN {QUERIES[name]}", given).consume().plan
    assert not [one for one in operators(plan) if "Scan" in one and "IndexSeek" not in one]


def operators(plan):
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from operators(child)


def test_what_is_searched_is_declared_by_a_load():
    declared = " ".join(model.statements_after())
    assert all(f"INDEX {name} " in declared for name in statements.SEARCHED)


def test_types_and_the_mark_are_those_of_a_load():
    assert set(statements.ties()) | {"SAID", "ABOUT", "APPEARS_IN"} == set(model.tie_types())
    assert f"r.{model.MARK} IS NOT NULL" in statements.CLAIMS_ABOUT
