from pathlib import Path

import pytest

from kg.cli.retract import retract
from kg.errors import QueryError
from kg.store import Store
from tests.cli.conftest import Run
from tests.factory import art, ext
from tests.graph.world import put


def test_an_article_goes_with_what_only_it_supports(run: Run, db: Path) -> None:
    assert run("retract", "乙报/0502.txt", "--db", db) == (0, "", "Retracted 乙报/0502.txt.\n")
    with Store.open(db) as store:
        assert store.counts()["articles"] == 3
        assert store.entities_named("王五") == []


def test_all_articles_of_a_file(tmp_path: Path) -> None:
    first, second = art(source="甲报.jsonl"), art(source="甲报.jsonl", record=2)
    with Store.open(tmp_path / "kg.db") as store:
        put(store, (first, ext(first)), (second, ext(second)))
        assert retract(store, "甲报.jsonl") == ["甲报.jsonl", "甲报.jsonl"]


def test_the_url_is_told_where_there_is_one(tmp_path: Path) -> None:
    article = art(url="https://example.org/禾苗")
    with Store.open(tmp_path / "kg.db") as store:
        put(store, (article, ext(article)))
        assert retract(store, "https://example.org/禾苗") == ["https://example.org/禾苗"]


def test_an_id_that_begins_several_is_refused(tmp_path: Path) -> None:
    first, second = art(id="abcdef01" + "0" * 24), art(id="abcdef02" + "0" * 24)
    with Store.open(tmp_path / "kg.db") as store:
        put(store, (first, ext(first)), (second, ext(second)))
        with pytest.raises(QueryError, match="may be any of 2 articles"):
            retract(store, "abcdef")
        assert store.counts()["articles"] == 2


def test_an_unknown_article_is_one_sentence(run: Run, db: Path) -> None:
    ran = run("retract", "没有.txt", "--db", db)
    assert (ran.code, ran.err) == (1, "kg: No article has the url, id or path '没有.txt'.\n")
