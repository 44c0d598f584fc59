import pytest

from kg.export.columns import CLAIMS, EDGES, NODES, TABLES
from kg.graph.stream import edges, nodes


def test_each_attribute_of_the_graph_has_a_column_of_its_type(store):
    for table, elements in ((NODES, nodes(store)), (EDGES, edges(store))):
        for element in elements:
            for name, value in element.attrs.items():
                assert table.takes(name, value), (table.name, name, value)


def test_the_columns_of_the_three_tables_are_told_apart_by_name():
    assert [table.name for table in TABLES] == ["nodes", "edges", "claims"]
    assert len(set(CLAIMS.columns)) == len(CLAIMS.columns)


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("confidence", 0.5, True),
        ("confidence", 1, False),
        ("negated", True, True),
        ("record", True, False),
        ("record", 1, True),
        ("content", "好", True),
        ("content", 3, False),
        ("unknown", "好", False),
    ],
)
def test_a_column_takes_values_of_its_type_alone(column, value, expected):
    assert NODES.takes(column, value) is expected
