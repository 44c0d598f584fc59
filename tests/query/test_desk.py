from kg.graph.filters import filters
from kg.query.desk import Desk
from tests.graph.world import LEAK, OPINION, REPORT


def test_a_tie_shows_who_asserts_it_and_where(store):
    (row,) = Desk(store, filters()).relations(store.relations(OPINION.id))
    assert (row.claim, row.outlet, row.status, row.published) == (None, "乙报", "stated", "2024-05-03")
    assert OPINION.text[row.start : row.end] == row.evidence


def test_a_tie_that_does_not_pass_has_no_row(store):
    assert Desk(store, filters(relation="role_of")).relations(store.relations(OPINION.id)) == []
    assert Desk(store, filters(type="person")).relations(store.relations(OPINION.id)) == []


def test_mentions_are_counted_by_article_newest_first(store):
    (firm,) = store.entities_named("青禾科技")
    rows = Desk(store, filters()).articles(store.mentions_of(firm.id))
    assert [(row.published, row.mentions) for row in rows] == [
        ("2024-05-03", 1),
        ("2024-04-14", 2),
        ("2024-04-13", 2),
    ]


def test_only_claims_that_want_nothing_but_a_date_count_as_undated(store):
    desk = Desk(store, filters(since="2024", outlet="甲报"))
    assert len(desk.said([*store.claims(REPORT.id), *store.claims(LEAK.id)])) == 3
    assert desk.undated == 0
