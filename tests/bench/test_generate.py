"""The made-up store: the one that kg itself would make of the same articles, and the same each time."""

from pathlib import Path

import pytest

from bench.generate import extractions, generate
from kg.graph.stream import edges, nodes
from kg.graph.support import REPRINT_BITS
from kg.store import Store
from kg.store.check import check

CLAIMS = 430


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.db"
    generate(path, claims=CLAIMS, seed=7)
    return path


def test_it_holds_as_many_claims_as_asked_for(made: Path) -> None:
    with Store.open(made) as store:
        counts = store.counts()
    assert counts["claims"] == CLAIMS
    assert counts["articles"] == CLAIMS // 10
    assert counts["relations"] > 0


def test_it_is_the_store_that_put_makes(made: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "put.db") as put, Store.open(made) as store:
        run = put.begin_run(model="made-up", model_hash="seed 7", extractor=0, options="{}")
        for article, found in extractions(CLAIMS, 7):
            put.put(article, found, run=run)
        assert list(nodes(store)) == list(nodes(put))
        assert list(edges(store)) == list(edges(put))
        assert list(store.entities()) == list(put.entities())
        assert store.name_keys() == put.name_keys()


def test_its_entities_are_those_of_a_rebuild(made: Path) -> None:
    with Store.open(made) as store:
        before = list(store.entities())
        store.rebuild_entities()
        assert list(store.entities()) == before


def test_its_records_are_sound() -> None:
    for article, found in extractions(CLAIMS, 7):
        check(article, found)


def test_one_seed_is_one_store() -> None:
    assert list(extractions(100, 7)) == list(extractions(100, 7))
    assert list(extractions(100, 7)) != list(extractions(100, 8))


def test_some_articles_reprint_others() -> None:
    prints = [int(article.fingerprint, 16) for article, _ in extractions(2_000, 7)]
    near = sum(
        (left ^ right).bit_count() <= REPRINT_BITS for at, left in enumerate(prints) for right in prints[:at]
    )
    assert 5 <= near <= 50


def test_few_topics_are_much_talked_about(made: Path) -> None:
    with Store.open(made) as store:
        counts = sorted((store.count_about(entity.id) for entity in store.entities()), reverse=True)
    assert sum(counts[:10]) > sum(counts) / 4


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "重要.db"
    path.write_text("旧", encoding="utf-8")
    with pytest.raises(SystemExit, match="is there already"):
        generate(path, claims=10, seed=1)
    assert path.read_text(encoding="utf-8") == "旧"
