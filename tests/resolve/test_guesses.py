import pytest

from kg.resolve.guesses import guesses
from kg.store import Store


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王武", ["王五"]),  # sounds the same
        ("青禾可技", ["青禾科技"]),  # one character is another
        ("青和科技", ["青禾科技"]),
        ("禾青科技", ["青禾科技"]),  # two are swapped
        ("青禾科", ["青禾科技"]),
        ("青禾", ["青禾科技"]),  # the name begins so
        ("qinghe", ["青禾科技"]),
        ("李五", []),  # at two characters one slip says nothing: 王五, 李四
        ("月球车", []),
        ("王五", []),
    ],
)
def test_names_that_may_be_meant(store: Store, text: str, names: list[str]) -> None:
    assert list(guesses(store, text)) == names
