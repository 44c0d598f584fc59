"""What a server holds beside what the store holds, row by row."""

from typing import Any

from kg.export.neo4j.answering import article_extra, claim_extras, entity_extra
from kg.graph.filters import KEEP_ALL, Filters
from kg.graph.stream import Selection
from kg.records import Entity
from kg.schema import schema
from kg.store import Store
from tests.servers.neo4j import Neo4j

Rows = dict[str, Any]
MARK = "kg"


def nodes_on(server: Neo4j) -> Rows:
    """By id the labels and properties of every node that was loaded."""
    found = server.rows("MATCH (n) WHERE n.kg IS NOT NULL RETURN labels(n) AS labels, properties(n) AS props")
    return {row["props"].pop("id"): (set(row["labels"]), _unmarked(row["props"])) for row in found}


def ties_on(server: Neo4j) -> Rows:
    """By id the ends, type and properties of every relationship that was loaded."""
    found = server.rows(
        "MATCH (a)-[r]->(b) WHERE r.kg IS NOT NULL"
        " RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS props"
    )
    return {
        row["props"].pop("id"): (row["source"], row["type"], row["target"], _unmarked(row["props"]))
        for row in found
    }


def nodes_of(store: Store, filters: Filters = KEEP_ALL, *, texts: bool = False) -> Rows:
    """The same of the graph that the store gives."""
    wanted = {}
    entities = {entity.id: entity for entity in store.entities()}
    with Selection(store, filters) as chosen:
        for node in chosen.nodes():
            props: Rows = {"name": node.label, **node.attrs}
            if node.type == "Article":
                text = {"text": store.exact.text(node.id)} if texts else {}
                props |= article_extra(store, node.id) | text
            elif node.type == "Claim":
                props |= claim_extras(store, str(node.attrs["article"]))[node.id]
            else:
                props = _with_a_list(props, entities[node.id]) | entity_extra(store, node.id)
            wanted[node.id] = ({node.type} | ({"Entity"} if node.id in entities else set()), props)
    return wanted


def ties_of(store: Store, filters: Filters = KEEP_ALL) -> Rows:
    """The same of the graph that the store gives."""
    kinds = schema().relations
    with Selection(store, filters) as chosen:
        return {
            edge.id: (
                edge.source,
                edge.type.upper() if edge.type in kinds else edge.type,
                edge.target,
                dict(edge.attrs),
            )
            for edge in chosen.edges()
        }


def assert_same(server: Neo4j, store: Store, filters: Filters = KEEP_ALL, *, texts: bool = False) -> None:
    """Every node and relationship that was loaded is the store's, and none is missing."""
    assert nodes_on(server) == nodes_of(store, filters, texts=texts)
    assert ties_on(server) == ties_of(store, filters)


def _with_a_list(props: Rows, entity: Entity) -> Rows:
    """The names of an entity, joined in the graph, are a list on a server, and nothing if there are none."""
    del props["aliases"]
    return props | ({"aliases": list(entity.aliases)} if entity.aliases else {})


def _unmarked(props: Rows) -> Rows:
    assert props.pop(MARK)
    return props
