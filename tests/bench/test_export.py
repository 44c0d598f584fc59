"""The bench of exports: every one of them runs, on the same graph, and the page says what was measured."""

from pathlib import Path

import pytest

from bench.export import GEPHI, GRAPHML, KGS, NETWORKX, PEERS, WRITER, Measured, measure, page
from bench.generate import generate

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.db"
    generate(path, claims=100, seed=7)
    return path


@pytest.fixture
def graphml(db: Path, tmp_path: Path) -> Measured:
    return measure(GRAPHML, db, tmp_path / "graphml")


@pytest.mark.parametrize("name", [*KGS, *PEERS])
def test_each_writes_the_same_graph(name: str, graphml: Measured, db: Path, tmp_path: Path) -> None:
    found = measure(name, db, tmp_path / "图")
    assert found.nodes == graphml.nodes
    assert found.edges == graphml.edges or (name == GEPHI and found.edges < graphml.edges)
    assert found.mib > 0
    assert found.peak_mib > 0


def test_the_page_compares_the_largest_size() -> None:
    def one(edges: int, seconds: float, before: float, peak: float) -> Measured:
        return Measured(nodes=9, edges=edges, seconds=seconds, before=before, mib=1.0, peak_mib=peak)

    found = {
        GRAPHML: [one(10, 9.0, 0.0, 100.0), one(1_000, 4.0, 0.0, 110.0)],
        WRITER: [one(10, 9.0, 1.0, 200.0), one(1_000, 2.0, 1.0, 900.0)],
        NETWORKX: [one(10, 9.0, 1.0, 300.0), one(1_000, 12.0, 4.0, 1_200.0)],
        GEPHI: [one(5, 9.0, 0.0, 100.0), one(500, 5.0, 0.0, 111.0)],
    }
    text = page(found)
    assert "Of 1,000 edges kg's writer makes GraphML 6.0 times as fast" in text
    assert "it is 4.0 times as fast as making the graph and writing it, and 3.0 times as fast" in text
    assert f"MiB of memory of `{GRAPHML}` and edges: 100 at 10, 110 at 1,000." in text
    assert f"| {NETWORKX} | 9 | 1,000 | 12.0 | 4.0 | 84 | 1 | 1,200 |" in text
