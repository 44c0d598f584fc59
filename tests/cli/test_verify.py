import sqlite3
from pathlib import Path

from kg.cli.verify import spans
from kg.store import Store
from tests.cli.conftest import Run
from tests.factory import art, ext
from tests.graph.world import put


def test_a_sound_database_is_proven(run: Run, db: Path) -> None:
    assert run("verify", "--db", db) == (0, "39 spans of 4 articles proven.\n", "")


def test_spans_are_names_cues_contents_and_evidence(tmp_path: Path) -> None:
    with Store.open(tmp_path / "kg.db") as store:
        put(store, (art(), ext()))
        assert spans(store) == 7 + 3 + 3 + 1


def test_a_changed_word_is_a_problem_and_status_1(run: Run, db: Path) -> None:
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE every_mention SET name = '青禾科枝' WHERE name = '青禾科技' AND start = 5")
    ran = run("verify", "--db", db)
    assert ran.code == 1
    assert "'青禾科枝' is stored" in ran.out


def test_sources_that_are_gone_are_problems(run: Run, db: Path) -> None:
    ran = run("verify", "--source", "--db", db)
    assert ran.code == 1
    assert "甲报/0413.txt: cannot be read again, there is no such file\n" in ran.out
