import pytest

from kg.query.cypher.hand import Hand


@pytest.fixture
def hand():
    """A hand that keeps what it asked for, and is told nothing."""

    def ask(query, /, **parameters):
        ask.asked.append(parameters)
        return []

    ask.asked = []
    return Hand(ask)


def test_what_is_not_there_is_asked_for_once(hand):
    hand.need_entities(["a", "b", "a"])
    hand.need_entities(["b", "c"])
    hand.need_entities(["c"])
    assert hand.ask.asked == [{"ids": ["a", "b"]}, {"ids": ["c"]}]
    assert hand.entities == {"a": None, "b": None, "c": None}


def test_all_entities_at_hand_are_asked_for_together(hand):
    hand.need_entities(["a", "b"])
    hand.need_naming(["c"])
    hand.need_naming(["a"])
    assert hand.ask.asked[1:] == [{"ids": ["c", "a", "b"]}]
    assert hand.naming["b"] == []


def test_a_new_question_begins_with_nothing(hand):
    hand.need_articles(["a"])
    hand.clear()
    assert hand.articles == {}
