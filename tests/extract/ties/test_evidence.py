"""Clauses and sentences round two names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.ties.evidence import between, clauses, evidence, hull, overlaps, sentence
from kg.records import TextSpan
from tests.extract.ties.marked import marked

PIECES = st.sampled_from(["青禾", "，", "。", "\n", "“", "”", " ", "Ann", "3", ",", "！", "：", ""])
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join).filter(bool)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("昨天，<林晓岚>加入[青禾科技]，股价上涨。", "林晓岚加入青禾科技"),
        ("昨天，<林晓岚>表示，[青禾科技]很好，股价上涨。", "林晓岚表示，青禾科技很好"),
        ("“<林晓岚>离开了[青禾科技]。”周见山说。", "林晓岚离开了青禾科技"),
        ("公司有1,000人，<林晓岚>管着[青禾科技]的1,000人。", "林晓岚管着青禾科技的1,000人"),
        ("甲。<Lin\nXiaolan>在[青禾科技]\n乙。", "Lin\nXiaolan在青禾科技"),
        ("<林晓岚>[青禾科技]", "林晓岚青禾科技"),
    ],
)
def test_the_smallest_run_of_clauses(words: str, expected: str) -> None:
    text, subject, object_ = marked(words)
    assert evidence(text, subject, object_).of(text) == expected


def test_the_sentence() -> None:
    text, subject, object_ = marked("甲。昨天，<林晓岚>加入[青禾科技]，股价上涨。乙。")
    assert sentence(text, subject, object_).of(text) == "昨天，林晓岚加入青禾科技，股价上涨"


def test_clauses_have_no_stops() -> None:
    text = "昨天，，林晓岚来了。乙"
    assert [span.of(text) for span in clauses(text, TextSpan(0, len(text)))] == ["昨天", "林晓岚来了", "乙"]
    assert clauses("，。", TextSpan(0, 2)) == []


def test_what_stands_between() -> None:
    one, other = TextSpan(0, 3), TextSpan(5, 7)
    assert between(one, other) == between(other, one) == (3, 5)
    assert between(one, TextSpan(1, 2)) == (3, 3)
    assert hull(other, one) == TextSpan(0, 7)
    assert overlaps(one, TextSpan(2, 4))
    assert not overlaps(one, TextSpan(3, 4))


@given(TEXTS, st.data())
def test_spans_stay_inside_and_hold_their_parts(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text) - 1)
    parts = [
        TextSpan(start, data.draw(st.integers(start + 1, len(text))))
        for start in data.draw(st.lists(ends, min_size=1, max_size=2))
    ]
    small, large = evidence(text, *parts), sentence(text, *parts)
    for span in (small, large):
        assert 0 <= span.start <= min(part.start for part in parts)
        assert max(part.end for part in parts) <= span.end <= len(text)
    for clause in clauses(text, TextSpan(0, len(text))):
        assert clause.of(text)
