"""A database as it was and as it is: both hold the four articles of the made-up firm, one is changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.store import Store
from tests.graph.world import build


@contextmanager
def versions(folder: Path, change: Callable[[Store], object] | None = None) -> Iterator[tuple[Store, Store]]:
    """Old and new; ``change`` is done to the new one."""
    with Store.open(folder / "old.db") as old, Store.open(folder / "new.db") as new:
        build(old)
        build(new)
        if change:
            change(new)
        yield old, new
