import pytest

from kg.names.places import Headed, place_of, stem, take_places


@pytest.mark.parametrize(
    ("name", "places", "rest"),
    [
        ("北京市海淀区人民法院", ("北京", "海淀区"), "人民法院"),
        ("美国司法部", ("美国",), "司法部"),
        ("北京", (), "北京"),
        ("长安汽车", (), "长安汽车"),
        ("青禾科技", (), "青禾科技"),
        ("海川市青禾科技", ("海川",), "青禾科技"),
        ("大都市传媒", (), "大都市传媒"),
        ("农贸市场公司", (), "农贸市场公司"),
    ],
)
def test_places_at_the_head(name: str, places: tuple[str, ...], rest: str) -> None:
    assert take_places(name) == Headed(places, rest)


@pytest.mark.parametrize(
    ("place", "short"), [("北京市", "北京"), ("广西壮族自治区", "广西"), ("沙市", "沙市")]
)
def test_a_place_without_its_ending(place: str, short: str) -> None:
    assert stem(place) == short


def test_what_is_no_place() -> None:
    assert place_of("青禾") == ""
