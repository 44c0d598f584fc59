import json
from pathlib import Path

import networkx as nx
import pytest

from kg.export import FORMATS
from tests.cli.conftest import Run


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_makes_a_file_and_tells_what_is_in_it(run: Run, db: Path, format_: str) -> None:
    path = db.with_name("图")
    ran = run("export", format_, "-o", path, "--db", db)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"18 nodes and 47 edges in {path}.\n"
    assert path.stat().st_size > 0


def test_graphml_reads_back_with_the_counts_told(run: Run, db: Path) -> None:
    path = db.with_name("graph.graphml")
    run("export", "graphml", "-o", path, "--db", db)
    graph = nx.read_graphml(path, force_multigraph=True)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (18, 47)


def test_a_dash_is_stdout(run: Run, db: Path) -> None:
    lines = run("export", "jsonl", "-o", "-", "--db", db).out.splitlines()
    assert len([json.loads(line) for line in lines]) == 18 + 47


def test_filters_make_it_smaller(run: Run, db: Path) -> None:
    ran = run("export", "jsonl", "-o", "-", "--relation", "founder", "--db", db)
    assert "and 1 edge in" in ran.err


def test_an_unknown_format_is_wrong_usage(run: Run, db: Path) -> None:
    ran = run("export", "docx", "-o", db.with_name("x"), "--db", db)
    assert ran.code == 2
    assert "graphml" in ran.err


def test_a_file_that_cannot_be_written_is_one_sentence(run: Run, db: Path) -> None:
    ran = run("export", "graphml", "-o", db.with_name("没有") / "g.graphml", "--db", db)
    assert ran.code == 1
    assert ran.err.startswith("kg: Cannot write ")
