import msgspec
import pytest

from kg.errors import QueryError
from kg.graph.filters import filters
from kg.query.desk import Desk
from kg.query.views import View, article_view, record_view
from tests.graph.world import OPINION, REPORT


@pytest.mark.parametrize("kind", ["mention", "claim", "relation"])
def test_a_record_that_is_gone_is_one_sentence(store, kind):
    with pytest.raises(QueryError, match=f"^The {kind} {'0' * 32} is not in the database any more.$"):
        record_view(Desk(store, filters()), kind, "0" * 32)


def test_an_article_that_is_gone_is_one_sentence(store):
    with pytest.raises(QueryError, match=r"^The article .+ is not in the database any more\.$"):
        article_view(Desk(store, filters()), "0" * 32)


def test_filters_concern_the_entities_of_an_article(store):
    view = article_view(Desk(store, filters(type="company")), REPORT.id)
    assert view.entities == {"青禾科技": 2}


def test_a_view_survives_json(store):
    view = article_view(Desk(store, filters()), OPINION.id)
    assert msgspec.json.decode(msgspec.json.encode(view), type=View) == view
