import pytest

from kg.errors import ConfigError
from kg.readers import ReadOptions


@pytest.mark.parametrize(
    "wrong",
    [{"published": "昨天"}, {"encoding": "nonsense"}, {"encoding": "hex"}, {"limit": 0}, {"max_chars": 0}],
)
def test_a_value_that_cannot_be_meant_is_refused(wrong):
    with pytest.raises(ConfigError):
        ReadOptions(**wrong)


def test_usual_values_are_taken():
    assert ReadOptions(published="2024-04", encoding="GBK", limit=1).max_chars == 200_000
