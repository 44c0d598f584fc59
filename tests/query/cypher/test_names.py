import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names import name_key
from kg.query.cypher.names import quoted
from kg.resolve.meant import find


@pytest.mark.parametrize(
    ("key", "query"),
    [
        ("青禾科技", "青禾科技"),
        ("zhipuai", "zhipuai"),
        ("c++", r"c\+\+"),
        ("a&&b", r"a\&\&b"),
        ("or*", r"or\*"),
    ],
)
def test_signs_that_a_search_would_take_for_its_own_are_escaped(key, query):
    assert quoted(key) == query


@given(st.text(min_size=1))
def test_escaping_loses_nothing(name):
    key = name_key(name)
    assert quoted(key).replace("\\", "") == key.replace("\\", "")


@pytest.mark.parametrize(
    "hostile", ['"', "\\", "a:b", "[* TO *]", "AND", "'; MATCH (n) DELETE n //", "~", "/./"]
)
def test_any_text_may_be_asked_for(hostile, server, store):
    assert server.entities_named(name_key(hostile)) == store.entities_named(name_key(hostile)) == []


def test_every_name_finds_whom_it_finds_in_the_store(server, store):
    keys = store.name_keys()
    assert server.name_keys() == keys
    assert len(keys) > 20
    for key in keys:
        assert known(server.entities_named(key)) == known(store.entities_named(key))


def known(entities):
    return [(one.id, one.name, one.type, one.aliases) for one in entities]


@pytest.mark.parametrize("starts", [("青",), ("青", "智", "z"), ("",), ("没",), ()])
@pytest.mark.parametrize("lengths", [None, range(2, 4), range(40, 50)])
def test_names_by_their_beginning_and_length(starts, lengths, server, store):
    assert server.name_keys(starts, lengths=lengths) == store.name_keys(starts, lengths=lengths)


@pytest.mark.parametrize(
    "text", ["zhipu", "qinghe", "Nvidea", "张韦", "智普", "company:nvidia", "nvidia", "google"]
)
def test_whom_a_text_means_is_told_alike(text, server, store):
    here, there = find(store, text), find(server, text)
    assert (known(there.entities), there.how, there.suggestions) == (
        known(here.entities),
        here.how,
        here.suggestions,
    )


def test_guesses_are_fetched_together(server, asking):
    asking.trips = 0
    assert find(server, "zhangwe").suggestions
    assert asking.trips <= 8
