import pytest

from kg.match import ties
from kg.match.profile import NONE, Evidence, Profile
from kg.match.sides import pair_of
from tests.match.asked import value


def test_one_key_in_two_forms() -> None:
    assert value(ties.same_key, "臺積電", "台积电", "company") == 1.0
    assert value(ties.same_key, "青禾", "星图", "company") is None


def test_known_names() -> None:
    assert value(ties.known_same, "英伟达", "NVIDIA", "company") == 1.0
    assert value(ties.known_apart, "英伟达", "OpenAI", "company") == 1.0
    assert value(ties.known_same, "青禾", "NVIDIA", "company") is None


def test_a_known_brand_in_a_registered_name() -> None:
    assert value(ties.known_brand, "NVIDIA", "英伟达科技有限公司", "company") == 1.0


@pytest.mark.parametrize(
    ("one", "other", "strength"),
    [
        ("person", "company", 1.0),
        ("product", "company", 0.25),
        ("company", "media", None),
        (None, "person", None),
    ],
)
def test_types_that_differ(one: str | None, other: str, strength: float | None) -> None:
    said = ties.type_clash(pair_of(Profile("青禾", one), Profile("青禾", other), NONE))
    assert (said and said[0]) == strength


def test_a_declared_name_counts_its_times() -> None:
    said = ties.declared(pair_of(Profile("青禾"), Profile("星图"), Evidence(declared=3)))
    assert said == (1.0, "declared one name of the other, 3 times")


def test_titles_and_firms_that_both_have() -> None:
    left = Profile("周见山", "person", titles=frozenset({"董事长"}), firms=frozenset({"青禾科技", "星图"}))
    right = Profile("周总", "person", titles=frozenset({"董事长"}), firms=frozenset({"青禾科技"}))
    pair = pair_of(left, right, NONE)
    assert ties.same_titles(pair) == (1.0, "the same title: 董事长")
    assert ties.shared_firms(pair) == (1.0, "tied to one organisation: 青禾科技")


def test_one_of_the_two_is_no_firm_that_they_share() -> None:
    firms = frozenset({"青禾"})
    pair = pair_of(Profile("青禾", "company", firms=firms), Profile("青禾云", "company", firms=firms), NONE)
    assert ties.shared_firms(pair) is None


def test_sentences_that_agree() -> None:
    left = Profile("星图", "company", context="星图公司发布新车型。")
    pair = pair_of(left, Profile("星图", "company", context="星图股价上涨，营收增加。"), NONE)
    assert ties.senses_agree(pair) == (1.0, "both sentences speak of business")
    assert ties.senses_differ(pair) is None
