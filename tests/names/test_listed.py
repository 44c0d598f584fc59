from kg.names import name_key
from kg.names.listed import listed


def test_a_company_by_any_of_its_names() -> None:
    found = listed()
    assert found["贵州茅台"] == found["600519"]


def test_shares_in_two_markets_are_one_company() -> None:
    assert listed()["宁德时代"]


def test_keys_are_keys() -> None:
    assert all(key == name_key(key) for key in listed())
