"""A store with four short articles about a made-up firm."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import Store
from tests.graph.world import build


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "kg.db", known=()) as store:
        build(store)
        yield store
