import pytest

from kg.match.profile import NONE, Profile
from kg.match.sides import pair_of, side


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (("青禾", "company"), ("青禾科技", None), "firm"),
        (("张鹏", None), ("张鹏CEO", None), "person"),
        (("青禾", None), ("青禾科技", None), "firm"),
        (("青禾", "place"), ("青禾", "place"), "other"),
        (("青禾", "product"), ("青禾", "thing"), "product"),
        (("青禾", "company"), ("青禾", "product"), "firm"),
    ],
)
def test_how_two_names_are_read(
    left: tuple[str, str | None], right: tuple[str, str | None], kind: str
) -> None:
    assert pair_of(Profile(*left), Profile(*right), NONE).kind == kind


def test_a_known_name_has_its_owner() -> None:
    owner = side("NVIDIA", "company").owner
    assert owner is not None
    assert (owner.name, owner.is_whole) == ("英伟达", True)


def test_a_title_hides_no_owner() -> None:
    owner = side("特斯拉CEO马斯克", "person").owner
    assert owner is not None
    assert (owner.name, owner.is_whole) == ("埃隆·马斯克", False)


def test_a_person_does_not_own_a_firms_name() -> None:
    assert side("英伟达", "person").owner is None


def test_a_listed_company_is_known() -> None:
    owner = side("贵州茅台", "company").owner
    assert owner is not None
    assert owner == side("600519", "company").owner
