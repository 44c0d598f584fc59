import csv
import io
from pathlib import Path

import pytest

from kg.cli.judgements import marks
from kg.resolve.ledger import Entry
from kg.store import Store
from tests.cli.conftest import Run
from tests.graph.world import OPINION


@pytest.fixture
def claim(run: Run, db: Path) -> str:
    """A claim that was rejected."""
    with Store.open(db) as store:
        id_ = store.claims(OPINION.id)[0].id
    run("reject", id_, "--reason", "记者的话", "--by", "王编辑", "--db", db)
    return id_


def test_a_table_shows_who_judged_what_and_why(run: Run, db: Path, claim: str) -> None:
    ran = run("judgements", "--db", db)
    for words in ("王编辑", "rejected", "禾苗还要三年才能成熟", "记者的话", f"claim · {claim[:8]}"):
        assert words in ran.out
    assert "dangling" not in ran.out
    assert ran.err == "1 judgement.\n"


def test_a_judgement_whose_record_is_gone_is_marked(run: Run, db: Path, claim: str) -> None:
    run("retract", OPINION.source, "--db", db)
    assert "dangling" in run("judgements", "--db", db).out


def test_csv_has_a_column_a_field(run: Run, db: Path, claim: str) -> None:
    (row,) = csv.DictReader(io.StringIO(run("judgements", "--format", "csv", "--db", db).out))
    assert tuple(row) == Entry.__struct_fields__
    assert (row["record"], row["decided"], row["counts"]) == (claim, "rejected", "True")


def test_no_judgements_make_no_table(run: Run, db: Path) -> None:
    assert run("judgements", "--db", db) == (0, "", "0 judgements.\n")


def test_marks_tell_what_no_longer_counts() -> None:
    values = dict.fromkeys(("words", "article", "reason", "judge", "decided_at"), "")
    entry = Entry(
        seq=1,
        decided="rejected",
        kind="claim",
        record="55f61f44" * 4,
        score=1.0,
        is_carried=False,
        counts=False,
        is_gone=False,
        **values,
    )
    assert marks(entry) == "claim · 55f61f44 · outweighed by another"


def test_judgements_on_names_are_lines_too(run: Run, doubtful: Path) -> None:
    run("merge", "青禾科技", "绿苗智能", "--reason", "更名", "--by", "王编辑", "--db", doubtful)
    run("undo", "青禾科技", "绿苗智能", "--db", doubtful)
    rows = list(csv.DictReader(io.StringIO(run("judgements", "--format", "csv", "--db", doubtful).out)))
    assert [(row["decided"], row["words"], row["counts"]) for row in rows] == [
        ("merged", "青禾科技 / 绿苗智能", "False"),
        ("undone", "青禾科技 / 绿苗智能", "True"),
    ]
    out = run("judgements", "--db", doubtful).out
    assert all(words in out for words in ("merged", "更名", "王编辑", "names · "))
    assert "dangling" not in out
    run("retract", "甲报/4.txt", "--db", doubtful)
    assert "dangling" in run("judgements", "--db", doubtful).out


def test_they_go_to_another_database(run: Run, db: Path, doubtful: Path, claim: str, tmp_path: Path) -> None:
    file = tmp_path / "判断.csv"
    ran = run("judgements", "export", file, "--db", db)
    assert (ran.out, ran.err) == ("", f"1 judgement in {file}.\n")
    assert run("judgements", "export", "-", "--db", db).out == file.read_text("utf-8")
    ran = run("judgements", "import", file, "--db", doubtful)
    assert ran.err == "1 new judgement, 0 known; 1 of the new ones wait for their articles to come.\n"
    assert run("judgements", "import", file, "--db", doubtful).err == "0 new judgements, 1 known.\n"
    assert "禾苗还要三年才能成熟" in run("judgements", "--db", doubtful).out


def test_a_byte_order_mark_is_no_part_of_the_heading(run: Run, db: Path, claim: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    run("judgements", "export", file, "--db", db)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert run("judgements", "import", file, "--db", db).err == "0 new judgements, 1 known.\n"


@pytest.mark.parametrize("content", [b"", b"a,b\n", b"\xff\xfe\x00", b"on,verdict\n\x00"])
def test_a_file_that_is_none_is_one_sentence(run: Run, db: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    ran = run("judgements", "import", file, "--db", db)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert ran.err.startswith(f"kg: {file}:1: ")


def test_a_missing_file_is_told(run: Run, db: Path, tmp_path: Path) -> None:
    ran = run("judgements", "import", tmp_path / "没有.csv", "--db", db)
    assert (ran.code, ran.err) == (1, f"kg: {tmp_path}/没有.csv: No such file or directory.\n")
    assert run("judgements", "export", tmp_path / "没有" / "a.csv", "--db", db).code == 1
    assert run("judgements", "export", "--db", db).code == 2
