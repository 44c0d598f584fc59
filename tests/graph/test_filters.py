import pytest

from kg.errors import ConfigError
from kg.graph.filters import KEEP_ALL, filters


@pytest.mark.parametrize(
    ("since", "date", "is_kept"),
    [
        ("2024-02", "2024-02-15", True),
        ("2024-02", "2024-01-31", False),
        ("2024-02-15", "2024-02-15", True),
        ("2024-02-15", "2024-02-14", False),
        ("2024", "2024-02", True),
        ("2024-02-15", "2024-02", True),  # may be the 16th
        ("2024-02-15", "2024", True),
        ("2024-02", None, False),
    ],
)
def test_since(since, date, is_kept):
    assert filters(since=since).dates(date) is is_kept


@pytest.mark.parametrize(
    ("until", "date", "is_kept"),
    [
        ("2024-02", "2024-02-29", True),
        ("2024-02", "2024-03-01", False),
        ("2024", "2024-12-31", True),
        ("2023", "2024", False),
        ("2024-02", None, True),  # only since leaves undated ones out
    ],
)
def test_until(until, date, is_kept):
    assert filters(until=until).dates(date) is is_kept


@pytest.mark.parametrize(
    "option",
    [
        {"since": "去年"},
        {"since": "2024-13"},
        {"until": "2024-02-32"},
        {"since": "2024-02-15\n"},
        {"since": "2024-05", "until": "2024-04"},
        {"type": "persn"},
        {"type": "position"},  # titles are no nodes
        {"relation": ["founder", "befriends"]},
        {"mode": "shouted"},
        {"min_confidence": 1.5},
        {"min_support": 0},
        {"around": " "},
        {"hops": 2},
        {"around": "张三", "hops": 0},
        {"top": 0},
    ],
)
def test_a_wrong_value_is_one_sentence(option):
    with pytest.raises(ConfigError, match=r"^--[^\n]+\.$"):
        filters(**option)


def test_one_word_is_not_taken_for_its_letters():
    assert filters(type="person").type == {"person"}


def test_words_are_taken_in_any_spelling():
    assert filters(relation=["Role-Of", "SAID"]).relation == {"role_of", "said"}


def test_outlets_are_compared_as_names():
    kept = filters(outlet="《某某日报》")
    assert kept.outlets("某某日报")
    assert not kept.outlets("某某晚报")
    assert not kept.outlets(None)


def test_around_is_one_hop_unless_more_are_asked_for():
    assert filters(around="张三").hops == 1
    assert filters(around="张三", hops=3).hops == 3


def test_nothing_asked_keeps_everything():
    assert filters() == KEEP_ALL
    assert KEEP_ALL.dates(None)
    assert KEEP_ALL.outlets(None)
    assert KEEP_ALL.types(None)
    assert KEEP_ALL.edges("founder")
    assert KEEP_ALL.modes("turn")
