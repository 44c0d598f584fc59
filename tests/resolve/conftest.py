"""A store with four short articles about a made-up firm."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import Store
from tests.graph.world import build
from tests.resolve.namesakes import ALL, DOUBTFUL, KNOWN, put


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "kg.db", known=()) as store:
        build(store)
        yield store


@pytest.fixture
def who(tmp_path: Path) -> Iterator[Store]:
    """A store with namesakes, a known firm, and names that may be one."""
    with Store.open(tmp_path / "who.db", known=KNOWN) as store:
        put(store, *ALL, *DOUBTFUL)
        yield store
