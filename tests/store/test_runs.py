from kg.records import Extraction
from kg.store import Run, Store
from tests.factory import art
from tests.store.conftest import put


def test_two_builds_alike_are_one_run(store: Store) -> None:
    first = store.begin_run(model="news", model_hash="a1", extractor=1, options="--limit 3")
    assert store.begin_run(model="news", model_hash="a1", extractor=1, options="--limit 3") == first
    assert store.begin_run(model="news", model_hash="a1", extractor=2, options="--limit 3") != first


def test_runs_say_what_made_the_articles_that_are_there(store: Store) -> None:
    put(store, art(), Extraction(), model_hash="a1")
    put(store, art(record=2), Extraction(), model_hash="b2")
    put(store, art(), Extraction(), model_hash="b2")
    assert store.runs() == [Run(model="news", model_hash="b2", extractor=1, options="", articles=2)]
