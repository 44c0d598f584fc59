"""No format keeps the graph in memory: four times as much takes no more of it."""

import tracemalloc
from pathlib import Path
from typing import BinaryIO

import pytest

from bench.generate import generate
from kg.export import Elements, Format, export, parquet
from kg.export.formats import BUILT_IN
from kg.store import Store

pytestmark = pytest.mark.slow

CLAIMS = 200  # some 1,300 edges
GROWTH = 1.5  # what caches of names, which are bounded, may still grow; a graph in memory grows by 4
PROFILES = [(name, {}) for name in BUILT_IN] + [("graphml", {"profile": one}) for one in ("gephi", "apoc")]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("made")
    for times in (1, 4):
        generate(folder / f"{times}.db", claims=times * CLAIMS, seed=7)
    return folder / "1.db", folder / "4.db"


@pytest.mark.parametrize(("name", "options"), PROFILES)
def test_memory_does_not_grow_with_the_graph(
    name: str,
    options: dict[str, str],
    stores: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parquet, "ROWS", 100)  # as many as it holds on purpose
    small, large = stores
    peak(small, name, options, tmp_path)  # what is loaded or compiled once
    assert peak(large, name, options, tmp_path) < GROWTH * peak(small, name, options, tmp_path)


def test_a_writer_that_keeps_the_graph_would_be_seen(
    stores: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(elements: Elements, stream: BinaryIO) -> None:
        stream.write(str(len(list(elements.edges))).encode())

    monkeypatch.setitem(BUILT_IN, "all", Format(name="all", summary="Keeps all", write=write))
    small, large = (peak(path, "all", {}, tmp_path) for path in stores)
    assert large > GROWTH * small


def peak(path: Path, name: str, options: dict[str, str], folder: Path) -> int:
    """The most memory that Python held during an export, beyond what it held before."""
    with Store.open(path) as store:
        tracemalloc.start()
        export(store, name, folder / "图", options=options)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return most
