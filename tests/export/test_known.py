from kg.export.known import NOWHERE, End, known
from kg.graph.elements import Node


def test_an_end_is_known_once_its_node_passed_by():
    nodes = [Node("甲", "Person", "林晓岚", {}), Node("乙", "Company", "青禾科技", {})]
    with known() as seen:
        assert list(seen.noting(nodes)) == nodes
        assert [seen.end(id_) for id_ in "甲乙"] == [End("Person", "林晓岚"), End("Company", "青禾科技")]


def test_a_node_that_is_not_there_is_nowhere():
    with known() as seen:
        assert seen.end("丙") == NOWHERE


def test_names_of_any_kind_are_kept_as_they_are():
    names = ["'; DROP TABLE node; --", "甲\0乙", "\u202e岚晓林", "长" * 10_000]
    with known() as seen:
        list(seen.noting(Node(name, "Person", name, {}) for name in names))
        assert [seen.end(name).label for name in names] == names
