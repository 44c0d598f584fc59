import pytest

from kg.store.tables import is_digest, pack, unpack


@pytest.mark.parametrize("id_", ["9d5f675ead2cc937ad6692666cb5b834", "company:zhipu", "360", ""])
def test_an_id_comes_back_as_it_was(id_: str) -> None:
    assert unpack(pack(id_)) == id_


def test_a_digest_takes_sixteen_bytes() -> None:
    assert len(pack("9d5f675ead2cc937ad6692666cb5b834")) == 16


@pytest.mark.parametrize("id_", ["9D5F675EAD2CC937AD6692666CB5B834", "9d5f675e", "智" * 32])
def test_no_digest(id_: str) -> None:
    assert not is_digest(id_)
