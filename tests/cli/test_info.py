from pathlib import Path

import pytest

from kg import __version__
from kg.cli.info import database_facts, versions
from kg.errors import StoreError
from tests.cli.conftest import Run


def test_versions_of_what_shapes_the_records() -> None:
    found = dict(versions())
    assert found["kg"] == __version__
    assert found["hanlp"].startswith("2.1.")


def test_counts_and_runs(db: Path) -> None:
    found = dict(database_facts(db, must_exist=True))
    assert (found["articles"], found["claims"], found["entities"]) == ("4", "8", "6")
    assert found["made by"] == "test 0, extractor 1: 4 articles"


def test_a_database_that_nobody_named_may_be_missing(tmp_path: Path) -> None:
    assert list(database_facts(tmp_path / "kg.db", must_exist=False)) == [
        ("database", f"none ({tmp_path / 'kg.db'} is not there)")
    ]
    with pytest.raises(StoreError):
        list(database_facts(tmp_path / "kg.db", must_exist=True))


def test_a_missing_database_that_was_named_is_an_error(run: Run, tmp_path: Path) -> None:
    assert run("info", "--db", tmp_path / "没有.db").code == 1


@pytest.mark.model
def test_the_model_with_its_hash(run: Run, db: Path) -> None:
    ran = run("info", "--db", db)
    assert ran.code == 0
    assert "MB, checked)" in ran.out
