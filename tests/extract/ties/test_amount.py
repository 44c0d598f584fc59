"""The sum or the share of a tie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.ties.amount import amount, shares, sums
from kg.records import TextSpan
from tests.extract.ties.marked import marked


def found(words: str, type_: str) -> str | None:
    text, subject, object_ = marked(words)
    span = amount(text, subject, object_, type_)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("words", "type_", "expected"),
    [
        ("<青禾科技>以15亿美元收购[星图汽车]。", "acquires", "15亿美元"),
        ("<青禾科技>以3.5亿元拿下[星图汽车]近70%股权。", "acquires", "3.5亿元"),
        ("<青禾科技>以2亿元价格，拿下[星图汽车]。", "acquires", "2亿元"),
        ("<青禾科技>收购[星图汽车]，交易总额达1.2亿欧元。", "acquires", "1.2亿欧元"),
        ("<青禾科技>收购了[星图汽车]近70%股权。", "acquires", "近70%股权"),
        ("<青禾科技>向[星图汽车]投资约300万元。", "invests_in", "约300万元"),
        ("<青禾科技>投资[星图汽车]$10 billion。", "invests_in", "$10 billion"),
        ("<青禾科技>持有[星图汽车]49%的股份。", "invests_in", "49%的股份"),
        ("<青禾科技>入股[星图汽车]，持股比例为4.5%。", "invests_in", "4.5%"),
        ("<青禾科技>买下[星图汽车]七成股权。", "invests_in", "七成股权"),
        ("<星图汽车>由[青禾科技]100%持股，去年赚了两亿元。", "subsidiary_of", "100%持股"),
    ],
)
def test_sums_and_shares(words: str, type_: str, expected: str) -> None:
    assert found(words, type_) == expected


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("<青禾科技>收购了估值100亿元的[星图汽车]。", "acquires"),
        ("<青禾科技>收购[星图汽车]的价格为每股9.4元。", "acquires"),
        ("<青禾科技>管着50亿元的投资组合，投资了[星图汽车]。", "invests_in"),
        ("<青禾科技>收购[星图汽车]后，股价上涨3%。", "acquires"),
        ("<青禾科技>收购[星图汽车]。周见山花了两亿元。", "acquires"),
        ("<青禾科技>以15亿美元研发[禾苗]。", "develops"),
        ("<星图汽车>是[青禾科技]子公司，营收3亿元。", "subsidiary_of"),
    ],
)
def test_what_is_no_part_of_the_tie(words: str, type_: str) -> None:
    assert found(words, type_) is None


def test_the_name_itself_is_no_amount() -> None:
    assert found("<一亿元投资>入股[青禾科技]。", "invests_in") is None


@given(st.text(alphabet="0123456789.,万亿美元近约%的股权份持有$￥以一二 ，青", max_size=30).filter(bool))
def test_spans_stay_inside(text: str) -> None:
    whole = TextSpan(0, len(text))
    for span in (*sums(text, whole), *shares(text, whole)):
        assert span.end <= len(text)
        assert span.of(text).strip() == span.of(text)


def test_what_somebodys_firm_buys_is_not_his_share_of_it() -> None:
    assert found("<林晓岚>的[青禾科技]买下星图汽车40%的股权。", "invests_in") is None
