import pytest

from kg.readers.problem import Unreadable
from kg.readers.unique import Unique


def test_an_id_is_claimed_once():
    unique = Unique()
    unique.claim("a1", 1)
    unique.claim("a2", 2)
    with pytest.raises(Unreadable, match="has the id 'a1' of line 1"):
        unique.claim("a1", 3)


def test_records_without_id_never_clash():
    unique = Unique()
    unique.claim(None, 1)
    unique.claim(None, 2)
    unique.claim("a1", 3)
