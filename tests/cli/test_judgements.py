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
