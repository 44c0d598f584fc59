import json
import re
import resource
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from kg.export.formats import BUILT_IN
from tests.cli.conftest import Run


@pytest.mark.parametrize("format_", BUILT_IN)
def test_every_format_makes_a_file_and_tells_what_is_in_it(run: Run, db: Path, format_: str) -> None:
    path = db.with_name("图")
    ran = run("export", format_, "-o", path, "--db", db)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"18 nodes and 47 edges in {path}.\n")
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


def test_a_profile_is_an_option_of_the_format(run: Run, db: Path) -> None:
    paths = [db.with_name(name) for name in ("甲", "乙", "丙")]
    for path, more in zip(paths, ((), ("--profile", "gephi"), ("--set", "profile=gephi")), strict=True):
        assert run("export", "graphml", "-o", path, "--db", db, *more).code == 0
    assert paths[1].read_bytes() == paths[2].read_bytes() != paths[0].read_bytes()


def test_what_a_joined_graph_holds_is_told(run: Run, db: Path) -> None:
    ran = run("export", "graphml", "--profile", "gephi", "-o", db.with_name("图"), "--db", db)
    assert re.fullmatch(r"18 nodes and \d\d edges in .+\.\n", ran.err)
    assert "47 edges" not in ran.err


@pytest.mark.parametrize(
    ("more", "code", "sentence"),
    [
        (("--profile", "yed"), 1, "kg: graphml takes as profile lossless, gephi, apoc, not 'yed'.\n"),
        (("--set", "colour=red"), 1, "kg: graphml has no option 'colour'.\n"),
        (("--set", "colour"), 2, "NAME=VALUE"),
    ],
)
def test_a_wrong_option_is_told(run: Run, db: Path, more: tuple[str, ...], code: int, sentence: str) -> None:
    ran = run("export", "graphml", "-o", db.with_name("图"), "--db", db, *more)
    assert ran.code == code
    assert sentence in ran.err
    assert not db.with_name("图").exists()


def test_a_folder_does_not_fit_into_a_pipe(run: Run, db: Path) -> None:
    ran = run("export", "csv", "-o", "-", "--db", db)
    assert (ran.code, ran.out) == (2, "")
    assert "folder" in ran.err


def test_help_lists_every_format(run: Run) -> None:
    found = run("export", "--help").out
    assert all(f"{name}: " in found for name in BUILT_IN)


def test_help_answers_in_half_a_second() -> None:
    """In time of the processor, which other programs on the machine do not change."""

    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "kg", "export", "--help"]
        subprocess.run(command, capture_output=True, check=True)  # noqa: S603
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(3)) < 0.5


def test_an_unknown_format_is_wrong_usage(run: Run, db: Path) -> None:
    ran = run("export", "docx", "-o", db.with_name("x"), "--db", db)
    assert ran.code == 2
    assert "graphml" in ran.err


def test_a_file_that_cannot_be_written_is_one_sentence(run: Run, db: Path) -> None:
    ran = run("export", "graphml", "-o", db.with_name("没有") / "g.graphml", "--db", db)
    assert ran.code == 1
    assert ran.err.startswith("kg: Cannot write ")
