from kg.graph.article_edges import article_edges
from kg.graph.filters import filters
from kg.graph.keep import Chosen, Keep
from tests.graph.world import OPINION, REPORT


def told(store, article, keep):
    return [(edge.type, edge.attrs["exact"]) for edge in article_edges(store, article, keep)]


def test_mentions_come_first_then_claims_then_ties(store):
    assert told(store, OPINION, Keep(store, filters())) == [
        ("APPEARS_IN", "王五"),
        ("APPEARS_IN", "禾苗"),
        ("APPEARS_IN", "青禾科技"),
        ("APPEARS_IN", "王五"),
        ("SAID", "认为"),
        ("ABOUT", "禾苗"),
        ("APPEARS_IN", "禾苗还要三年才能成熟"),
        ("founder", "青禾科技由王五在2019年创办"),
    ]


def test_of_the_chosen_only_what_lies_between_them(store):
    wang, firm = (store.entities_named(name)[0].id for name in ("王五", "青禾科技"))
    both = Chosen(members=frozenset((wang, firm)), inner=frozenset((firm,)))
    assert told(store, OPINION, Keep(store, filters(), both)) == [
        ("APPEARS_IN", "王五"),
        ("APPEARS_IN", "青禾科技"),
        ("APPEARS_IN", "王五"),
        ("founder", "青禾科技由王五在2019年创办"),
    ]


def test_an_article_without_an_inner_one_shows_no_mentions(store):
    wang, firm = (store.entities_named(name)[0].id for name in ("王五", "青禾科技"))
    both = Chosen(members=frozenset((wang, firm)), inner=frozenset((wang,)))
    assert told(store, REPORT, Keep(store, filters(), both)) == []
