from kg.match.known import Known
from kg.seeds import Alias

ZHIPU = (
    Alias("company:zhipu", "company", "智谱AI", "智谱"),
    Alias("company:zhipu", "company", "智谱AI", "Zhipu AI"),
)


def test_any_form_finds_its_owner_whatever_its_width() -> None:
    owners = Known(ZHIPU).owners
    assert {owners[key] for key in ("智谱", "智谱ai", "zhipuai")} == {"company:zhipu"}


def test_all_forms_and_keys_of_an_entity() -> None:
    known = Known(ZHIPU)
    assert known.forms["company:zhipu"] == {"智谱", "智谱AI", "Zhipu AI"}
    assert known.keys["company:zhipu"] == {"智谱", "智谱ai", "zhipuai"}


def test_known_entities_differ_by_any_cell() -> None:
    assert Known(ZHIPU).fingerprint != Known(ZHIPU[:1]).fingerprint
