"""The queries that write; each takes its rows as a parameter and its names from the model alone."""

from collections.abc import Sequence

from kg.export.neo4j.model import GONE, KINDS, MARK, NodeGroup, TieGroup, tie_types, type_labels

ENDS = 3  # columns before the properties
FOUND = "RETURN count(*) AS found"


def put_nodes(group: NodeGroup, *, are_new: bool) -> str:
    """Create the nodes, or bring them up to date: then the labels of other types are taken off."""
    old = () if are_new else (label for label in type_labels() if label != group.label)
    labels = "".join(f":`{label}`" for label in (GONE, *old))
    typed = f", n:`{group.label}`" if group.label else ""
    return (
        f"UNWIND $rows AS row MERGE (n:`{group.kind}` {{id: row.id}}) "
        f"REMOVE n{labels} SET n += row.props{typed}"
    )


def create_ties(group: TieGroup, names: Sequence[str]) -> str:
    """Create relationships (id, source, target, then the properties named); how many ends were found.

    That is a third quicker than to merge them; an id that is there already is refused by its constraint.
    """
    props = "".join(f", `{name}`: row[{place}]" for place, name in enumerate(names, start=ENDS))
    return f"{_ends(group)}CREATE (a)-[:`{group.type}` {{id: row[0]{props}}}]->(b) {FOUND}"


def merge_ties(group: TieGroup, names: Sequence[str]) -> str:
    """The same for relationships that may be there."""
    props = ", ".join(f"r.`{name}` = row[{place}]" for place, name in enumerate(names, start=ENDS))
    return f"{_ends(group)}MERGE (a)-[r:`{group.type}` {{id: row[0]}}]->(b) SET {props} {FOUND}"


def _ends(group: TieGroup) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:`{group.source}` {{id: row[1]}}) "
        f"MATCH (b:`{group.target}` {{id: row[2]}}) "
    )


def drop_ties(type_: str) -> str:
    """Delete relationships by id; those that were not loaded stay."""
    return f"UNWIND $ids AS id MATCH ()-[r:`{type_}` {{id: id}}]->() WHERE r.`{MARK}` IS NOT NULL DELETE r"


def drop_nodes(kind: str) -> str:
    """Delete nodes by id, without their relationships, which must be gone before."""
    return (
        f"UNWIND $ids AS id MATCH (n:`{kind}` {{id: id}}) WHERE n.`{MARK}` IS NOT NULL AND NOT (n)--() "
        "DELETE n"
    )


def leave_nodes(kind: str) -> str:
    """Mark as gone those that somebody else's relationships hold, with id and name alone; how many."""
    labels = "".join(f":`{label}`" for label in type_labels())
    return (
        f"UNWIND $ids AS id MATCH (n:`{kind}` {{id: id}}) WHERE n.`{MARK}` IS NOT NULL "
        f"REMOVE n{labels} SET n += $nothing, n:`{GONE}` RETURN count(*) AS found"
    )


def marks() -> dict[str, str]:
    """By kind and type the query for the id and digest of each that was loaded."""
    tail = f"WHERE x.`{MARK}` IS NOT NULL RETURN x.id AS id, x.`{MARK}` AS mark"
    nodes = {kind: f"MATCH (x:`{kind}`) {tail}" for kind in KINDS}
    return nodes | {type_: f"MATCH ()-[x:`{type_}`]->() {tail}" for type_ in tie_types()}
