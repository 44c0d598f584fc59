import msgspec

from kg.graph.elements import Edge, Node, scalars


def test_what_has_no_value_is_left_out_and_the_rest_keeps_its_order():
    assert list(scalars(title=None, outlet="", negated=False, record=0).items()) == [
        ("outlet", ""),
        ("negated", False),
        ("record", 0),
    ]


def test_a_record_tells_what_it_is():
    for element in (
        Node("甲", "Person", "张三", {"referents": 2}),
        Edge("in:甲", "甲", "乙", "APPEARS_IN", {"start": 3}),
    ):
        assert msgspec.json.decode(msgspec.json.encode(element), type=Node | Edge) == element
