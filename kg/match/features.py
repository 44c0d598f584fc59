"""The policy on one page: every feature that speaks for or against two bearers being one.

A feature is a function of a pair that gives None where it has nothing to say, else how strongly it speaks
(0 to 1) and why in words. Its weight, fitted, stands in weights.json.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kg.match import brands, contexts, firms, people, things, ties
from kg.match.sides import FIRM, OTHER, PERSON, PRODUCT, Pair
from kg.match.ties import Value

Feature = Callable[[Pair], Value]

# Each with the weight that it has before anything is fitted: what a careful reader would give it.
BESIDE_NAMES: dict[Feature, float] = {
    ties.type_clash: -9.0,
    ties.shared_firms: 1.5,
    contexts.contexts_apart: -9.0,
    contexts.contexts_agree: 2.5,
}
BESIDE_PEOPLE: dict[Feature, float] = {
    ties.same_titles: 1.0,
    ties.roles_clash: -9.0,
    contexts.named_in_full: 5.0,
}
BESIDE_THINGS: dict[Feature, float] = {
    ties.senses_differ: -10.0,
    ties.senses_agree: 1.0,
}
SETTLING: dict[Feature, float] = {  # where one of these speaks, the names' parts need not be asked
    ties.declared: 9.0,
    contexts.renamed_in_context: 8.0,
    ties.same_key: 7.0,
    ties.known_same: 9.0,
    ties.known_apart: -9.0,
}
LISTED: dict[Feature, float] = {  # what lists know beside whole names
    ties.known_brand: 6.0,
    ties.listed_apart: -2.5,
}
OF_PEOPLE: dict[Feature, float] = {
    people.same_person_name: 6.5,
    people.titled_surname: 2.0,
    people.surname_differs: -6.0,
    people.given_differs: -6.0,
    people.given_alone: 3.0,
    people.last_name_alone: 5.5,
    people.first_name_alone: 2.0,
    people.initial_and_last_name: 6.0,
    people.junior_added: -9.0,
    people.no_part_shared: -5.0,
    people.first_names_differ: -7.0,
    people.last_names_differ: -6.0,
    people.whole_names_alike: 6.5,
    people.sounds_alike: 6.5,
    people.sounds_differ: -4.0,
    people.spelled_pinyin: 6.5,
    people.pinyin_differs: -3.0,
    people.one_character_off: 2.0,
    people.parts_together: 3.0,
    people.not_a_known_name: -3.0,
}
OF_FIRMS: dict[Feature, float] = {
    brands.same_core: 6.5,
    brands.core_within: 3.5,
    brands.name_at_end: 6.0,
    brands.share_name: 6.0,
    brands.other_script_beside: 6.0,
    brands.abbreviation: 6.5,
    brands.acronym: 6.0,
    brands.pinyin_brand: 6.5,
    brands.brand_sounds_alike: 6.0,
    brands.brands_in_two_scripts: -0.5,
    brands.cores_differ: -5.0,
    brands.slip: 3.5,
    contexts.place_in_context: 6.0,
    brands.short_together: 3.0,
    firms.place_differs: -7.0,
    firms.place_added: -4.0,
    firms.number_differs: -9.0,
    firms.number_added: -5.0,
    firms.body_differs: -7.0,
    firms.body_added: -5.0,
    firms.unit_added: -8.0,
    firms.business_added: -4.5,
    firms.unit_differs: -8.0,
    firms.trade_differs: -4.0,
    firms.trade_added: -2.5,
    firms.form_differs: -2.5,
    things.version_differs: -10.0,
}
OF_THINGS: dict[Feature, float] = {
    things.same_product: 7.0,
    things.version_differs: -10.0,
    things.version_added: -5.0,
    things.short_family: 7.0,
    things.short_title: 7.0,
    things.capitals: 7.0,
    things.spelled_family: 6.5,
    things.subtitle: 6.5,
    things.kind_added: 6.0,
    things.maker_added: 6.5,
    things.place_named_fully: 7.0,
    things.family_within: -1.0,
    things.families_differ: -5.0,
}
PRIORS = BESIDE_NAMES | BESIDE_PEOPLE | BESIDE_THINGS | SETTLING | LISTED | OF_PEOPLE | OF_FIRMS | OF_THINGS
BIAS = -3.0
BY_KIND = {
    PERSON: tuple(OF_PEOPLE),
    FIRM: tuple(OF_FIRMS),
    PRODUCT: tuple(OF_THINGS),
    OTHER: tuple(OF_THINGS),
}
NAMES = {feature: feature.__name__ for feature in PRIORS}


class Found(NamedTuple):
    """What one feature says of a pair."""

    feature: str
    value: float
    detail: str


def found(pair: Pair) -> Iterator[Found]:
    """What every feature that speaks says; the names' parts are silent where the whole names settle it."""
    yield from _asked(BESIDE_NAMES, pair)
    yield from _asked(BESIDE_PEOPLE if pair.kind == PERSON else BESIDE_THINGS, pair)
    if settled := list(_asked(SETTLING, pair)):
        yield from settled
    else:
        yield from _asked(LISTED, pair)
        yield from found_in_parts(pair)


def found_in_parts(pair: Pair) -> Iterator[Found]:
    """What the parts of the two names say, whatever is known of the whole ones."""
    return _asked(BY_KIND[pair.kind], pair)


def _asked(features: Iterable[Feature], pair: Pair) -> Iterator[Found]:
    for feature in features:
        if (value := feature(pair)) is not None:
            yield Found(NAMES[feature], *value)
