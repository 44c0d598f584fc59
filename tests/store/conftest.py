"""An empty store for each test, without known entities."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.records import Article, Extraction
from kg.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kg.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, known=()) as opened:
        yield opened


def put(store: Store, article: Article, extraction: Extraction, *, model_hash: str = "a1") -> None:
    """Keep an article as a run of a model would."""
    run = store.begin_run(model="news", model_hash=model_hash, extractor=1, options="")
    store.put(article, extraction, run=run)
