from kg.export.pairs import paired
from kg.graph.elements import Edge, Node
from tests.export.elements import elements

ZHOU, QINGHE = Node("周", "Person", "周见山", {}), Node("禾", "Company", "青禾科技", {"referents": 1})
# the second is a reprint of the first: one bit differs
ARTICLES = tuple(
    Node(id_, "Article", id_, {"fingerprint": bits})
    for id_, bits in (("一", "ff00ff00ff00ff00"), ("二", "ff00ff00ff00ff01"), ("三", "00ff00ff00ff00ff"))
)


def tie(number, type_="founder", source="周", target="禾", **attrs):
    return Edge(f"relation:{number}", source, target, type_, attrs)


def mention(number, source="周"):
    return Edge(f"in:{number}", source, "一", "APPEARS_IN", {"kind": "name", "article": "一"})


def joined(*given):
    with paired(elements(*given)) as pairs:
        return list(pairs.nodes()), list(pairs.edges()), pairs.counts()


def test_one_edge_from_a_node_to_another_with_all_types():
    _, edges, counts = joined(
        ZHOU, QINGHE, tie(1), tie(2, "role_of"), tie(3), tie(4, source="禾", target="周")
    )
    assert [(edge.source, edge.target, edge.type) for edge in edges] == [
        ("周", "禾", "founder | role_of"),
        ("禾", "周", "founder"),
    ]
    assert (counts.nodes, counts.edges) == (2, 2)


def test_it_weighs_as_much_as_independent_articles_say_so():
    given = [tie(number, article=article) for number, article in enumerate("一一二三")]
    _, (edge,), _ = joined(ZHOU, QINGHE, *ARTICLES, *given)
    assert (edge.attrs["weight"], edge.attrs["evidence"]) == (2.0, 4)


def test_articles_that_are_no_nodes_count_one_by_one():
    given = [tie(number, article=article) for number, article in enumerate("一一二三")]
    _, (edge,), _ = joined(ZHOU, QINGHE, *given)
    assert (edge.attrs["weight"], edge.attrs["evidence"]) == (3.0, 4)


def test_it_tells_the_first_and_the_last_day():
    given = (tie(1, published="2024-05-03"), tie(2, published="2024-04", date="1998"), tie(3))
    _, (edge,), _ = joined(ZHOU, QINGHE, *given)
    assert (edge.attrs["first"], edge.attrs["last"]) == ("2024-04", "2024-05-03")


def test_what_was_said_bears_its_own_day():
    said = Edge("said:1", "周", "言", "SAID", {"date": "2024-05-02"})
    _, (edge,), _ = joined(ZHOU, Node("言", "Claim", "会更好", {}), said)
    assert edge.attrs["first"] == "2024-05-02"


def test_mentions_are_no_edges_but_counted():
    nodes, edges, counts = joined(ZHOU, QINGHE, ARTICLES[0], mention(1), mention(2), mention(3, source="禾"))
    assert (edges, counts.edges) == ([], 0)
    assert [node.attrs.get("mentions") for node in nodes] == [2, 1, None]
    assert nodes[1].attrs["referents"] == 1


def test_a_claim_stays_tied_to_its_article():
    place = Edge("in:言:3", "言", "一", "APPEARS_IN", {"article": "一", "start": 3})
    _, (edge,), _ = joined(Node("言", "Claim", "会更好", {}), ARTICLES[0], place)
    assert (edge.source, edge.target, edge.type) == ("言", "一", "APPEARS_IN")
