import re

import pytest

from kg.errors import SchemaError
from kg.export.neo4j import cypher, model
from kg.export.neo4j.model import NodeGroup, TieGroup, statements_after, statements_before
from kg.schema import schema


def test_labels_and_types_are_those_of_the_schema() -> None:
    assert {"Person", "Company", "UnnamedSource"} <= set(model.type_labels())
    assert set(model.tie_types()) >= {"SAID", "ABOUT", "APPEARS_IN", "FOUNDER", "ROLE_OF"}
    assert len(model.tie_types()) == len(schema().relations) + len(schema().edges)


@pytest.mark.parametrize("name", ["A`) DETACH DELETE n //", "1A", "", "甲"])
def test_a_schema_whose_names_are_no_labels_is_refused(name: str) -> None:
    with pytest.raises(SchemaError, match="cannot be a label"):
        model._identifier(name)


def test_every_kind_and_type_has_a_constraint_of_its_own_name() -> None:
    statements = [*statements_before(), *statements_after()]
    names = {name for statement in statements for name in re.findall(r"\bkg_\w+", statement)}
    assert len(names) == len(statements)
    assert len(list(statements_before())) == len(model.KINDS) + len(model.tie_types())


def test_a_changed_node_loses_the_labels_of_all_other_types() -> None:
    query = cypher.put_nodes(NodeGroup("Entity", "Person"), are_new=False)
    assert "REMOVE n:`Gone`" in query
    assert ":`Company`" in query
    assert query.count("`Person`") == 1
    assert "Company" not in cypher.put_nodes(NodeGroup("Entity", "Person"), are_new=True)


def test_values_are_parameters() -> None:
    group = TieGroup("SAID", "Entity", "Claim")
    ends = "UNWIND $rows AS row MATCH (a:`Entity` {id: row[1]}) MATCH (b:`Claim` {id: row[2]}) "
    found = " RETURN count(*) AS found"
    create, merge = cypher.create_ties(group, ("cue",)), cypher.merge_ties(group, ("cue",))
    assert create == f"{ends}CREATE (a)-[:`SAID` {{id: row[0], `cue`: row[3]}}]->(b){found}"
    assert merge == f"{ends}MERGE (a)-[r:`SAID` {{id: row[0]}}]->(b) SET r.`cue` = row[3]{found}"
