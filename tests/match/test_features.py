from kg.match.features import BY_KIND, NAMES, PRIORS, found, found_in_parts
from kg.match.profile import NONE, Profile
from kg.match.sides import pair_of


def names(left: str, right: str, type_: str) -> list[str]:
    return [one.feature for one in found(pair_of(Profile(left, type_), Profile(right, type_), NONE))]


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len(set(NAMES.values())) == len(PRIORS)


def test_every_feature_speaks_for_one_side() -> None:
    assert all(PRIORS.values())


def test_parts_are_silent_where_the_whole_names_settle_it() -> None:
    assert names("英伟达", "NVIDIA", "company") == ["known_same"]


def test_parts_speak_for_themselves() -> None:
    assert names("青禾", "青禾云", "company") == ["same_core", "unit_added"]


def test_known_names_can_be_left_out() -> None:
    pair = pair_of(Profile("英伟达", "company"), Profile("NVIDIA", "company"), NONE)
    assert "known_same" not in [one.feature for one in found_in_parts(pair)]


def test_every_kind_has_features() -> None:
    assert all(BY_KIND.values())
