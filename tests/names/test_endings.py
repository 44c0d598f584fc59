from kg.names import name_key
from kg.names.endings import BODIES, BUSINESSES, LIGHT_TRADES, PARTS, UNITS, trades


def test_a_word_is_a_part_or_a_business() -> None:
    assert not PARTS & BUSINESSES


def test_no_trade_is_a_body_or_a_unit() -> None:
    assert not trades() & (BODIES | UNITS)


def test_light_trades_are_trades() -> None:
    assert set(LIGHT_TRADES) <= trades()


def test_all_are_keys() -> None:
    assert all(word == name_key(word) for word in trades() | BODIES | UNITS)
