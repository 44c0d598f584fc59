import pytest

from kg.records import Extraction, TextSpan
from kg.store import Store
from tests.factory import art
from tests.store.conftest import put

FULL = art(
    "标题: 禾苗\r\n总结: 张三说😀，\x00好。\n",
    source="乙报/news.jsonl",
    record=7,
    url="https://example.org/7",
    title=None,
    body=(TextSpan(8, 10), TextSpan(12, 15)),
    meta={"关键词": "大模型, “禾苗”", "AI技术": ""},
)


def test_an_article_comes_back_as_it_was(store: Store) -> None:
    put(store, FULL, Extraction())
    assert store.article(FULL.id) == FULL


def test_articles_come_by_id(store: Store) -> None:
    for record in range(1, 6):
        put(store, art(record=record), Extraction())
    ids = [article.id for article in store.articles()]
    assert ids == sorted(art(record=record).id for record in range(1, 6))


def test_no_article(store: Store) -> None:
    assert store.article(FULL.id) is None


@pytest.mark.parametrize("ref", [FULL.source, FULL.url, FULL.id, FULL.id[:6], FULL.id[:9].upper()])
def test_an_article_is_found(store: Store, ref: str) -> None:
    put(store, FULL, Extraction())
    put(store, art(), Extraction())
    assert store.find_articles(ref) == [FULL.id]


@pytest.mark.parametrize("ref", [FULL.id[:5], "", "news.jsonl", "智谱AI", "0" * 33])
def test_no_article_is_found(store: Store, ref: str) -> None:
    put(store, FULL, Extraction())
    assert store.find_articles(ref) == []


def test_a_file_gives_all_its_articles(store: Store) -> None:
    for record in (1, 2):
        put(store, art(record=record), Extraction())
    assert store.find_articles("甲报/0413.txt") == sorted([art(record=1).id, art(record=2).id])
