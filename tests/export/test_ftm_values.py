import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.ftm_values import LIMIT, LIMITS, RULES, clean, fitting, ftm_id
from kg.mappings import ftm

UNTESTED = "NOT TESTED WITH FOLLOWTHEMONEY: it is not installed; make setup says what it wants"
model = pytest.importorskip("followthemoney", reason=UNTESTED).model
registry = pytest.importorskip("followthemoney.types", reason=UNTESTED).registry

IDS = st.one_of(st.text(min_size=1), st.from_regex(r"[0-9a-z.:-]{1,8}", fullmatch=True))


def properties():
    """Every property of FollowTheMoney that a mapping fills with text."""
    for one in (*ftm().nodes.values(), *(form for forms in ftm().ties.values() for form in forms)):
        for name in one.properties:
            found = model.get(one.schema).get(name)
            if found.type is not registry.entity:
                yield found


def test_limits_are_those_of_followthemoney():
    for found in properties():
        if found.name not in RULES:
            assert LIMITS.get(found.name, LIMIT) == found.type.max_length, found.name


def test_each_property_of_a_type_with_rules_has_one():
    assert {found.name for found in properties() if found.type in (registry.date, registry.url)} == set(RULES)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("company:01-ai", "company.01-ai"),
        ("said:0f3a", "said.0f3a"),
        ("about:0f3a:77", "about.0f3a.77"),
        ("0f3a", "0f3a"),
    ],
)
def test_a_colon_becomes_a_dot(given_, expected):
    assert ftm_id(given_) == expected


@given(IDS)
def test_every_id_is_one_that_followthemoney_takes(id_):
    assert registry.entity.validate(ftm_id(id_))


@given(IDS, IDS)
def test_different_ids_stay_different(left, right):
    assert (ftm_id(left) == ftm_id(right)) is (left == right)


def test_a_dot_is_no_colon():
    assert ftm_id("a.b") != ftm_id("a:b")


@pytest.mark.parametrize(
    ("property_", "text", "expected"),
    [
        ("sourceUrl", "https://example.org/news?id=1&p=2#top", "https://example.org/news?id=1&p=2#top"),
        ("sourceUrl", "http://新闻.中国/青禾", "http://新闻.中国/青禾"),
        ("sourceUrl", "https://example.org:8080", "https://example.org:8080"),
        ("sourceUrl", "javascript:alert(1)", ""),
        ("sourceUrl", "ftp://example.org/1", ""),
        ("sourceUrl", "https://example.org/" + "a" * 10_000, ""),
        ("sourceUrl", "http://<script>", ""),
        ("publishedAt", "2024-04", "2024-04"),
        ("date", "2012年至2015年", ""),
        ("name", "林晓岚", "林晓岚"),
        ("name", "长" * 385, "长" * 383 + "…"),
        ("full", "长" * 251, "长" * 249 + "…"),
        ("role", "长" * 1025, "长" * 1023 + "…"),
    ],
)
def test_a_property_takes_what_it_can(property_, text, expected):
    assert fitting(property_, text) == expected
    if expected:
        kind = next(found.type for found in properties() if found.name == property_)
        assert kind.validate(expected)


def test_control_characters_are_replaced_one_for_one():
    assert clean("林\0晓\x0b岚\x7f\x85") == "林\ufffd晓\ufffd岚\ufffd\ufffd"
    assert clean("林\t晓\r\n岚\u202e") == "林\t晓\r\n岚\u202e"
