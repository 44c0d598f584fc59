import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import Extraction
from kg.store import Store
from kg.store.search import expression, grams, holds
from tests.factory import art, clm
from tests.store.conftest import put

MIXED = st.text(alphabet="测试题算力ＡIai36。， ，“”-", min_size=1, max_size=6)


def test_pairs_stop_at_marks_and_the_last_character_stands_alone() -> None:
    assert grams(["算力紧，AI"]).split() == ["ai", "i", "力紧", "算力", "紧"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [("算力", '"算力"'), ("ＡＩ", '"ai"'), ("力", '"力"*'), ("GPT-4", '"gp" AND "pt" AND "4"*'), ("？", "")],
)
def test_the_question_has_all_pairs_of_the_words(words: str, asked: str) -> None:
    assert expression(words) == asked


def test_words_are_not_sought_across_pieces() -> None:
    assert not holds(["明年算", "力会更好"], "算力")


@pytest.fixture
def told(store: Store) -> Store:
    article = art("张三说：“测试题很难。”李四说：“AI 缺算力，A股不缺。”王五说：“GPT-4 的试题，他测了。”")
    contents = ("测试题很难", "AI 缺算力，A股不缺", "GPT-4 的试题，他测了")
    put(store, article, Extraction(claims=tuple(clm(article, None, None, words) for words in contents)))
    return store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("试题", ["测试题很难", "GPT-4 的试题，他测了"]),
        ("测试", ["测试题很难"]),  # 测 and 试题 also stand in the last one, apart
        ("算力", ["AI 缺算力，A股不缺"]),
        ("ai", ["AI 缺算力，A股不缺"]),
        ("a股", ["AI 缺算力，A股不缺"]),
        ("gpt-4", ["GPT-4 的试题，他测了"]),
        ("了", ["GPT-4 的试题，他测了"]),
        ("，", ["AI 缺算力，A股不缺", "GPT-4 的试题，他测了"]),
        ("难", ["测试题很难"]),
        ("芯片", []),
        (" ", []),
    ],
)
def test_words_of_any_length_are_found(told: Store, words: str, found: list[str]) -> None:
    assert [told.claim_text(claim) for claim in told.claims_with_words(words)] == found


@given(before=MIXED, words=MIXED.filter(str.strip), after=MIXED)
def test_what_holds_the_words_has_all_terms_of_the_question(before: str, words: str, after: str) -> None:
    kept = grams([before + words + after]).split()
    for term in filter(None, expression(words).split(" AND ")):
        gram = term.strip('"*')
        assert any(pair.startswith(gram) if term.endswith("*") else pair == gram for pair in kept)


def test_replaced_words_are_no_longer_found(told: Store) -> None:
    article = art("张三说：“芯片够了。”")
    put(told, article, Extraction(claims=(clm(article, None, None, "芯片够了"),)))
    assert [told.claim_text(claim) for claim in told.claims_with_words("芯片")] == ["芯片够了"]
    assert not list(told.claims_with_words("试题"))
