import json
from pathlib import Path

import pytest

from kg.store import Store
from tests.cli.conftest import Run
from tests.graph.world import LEAK, OPINION


@pytest.fixture
def claim(db: Path) -> str:
    """The start of the id of a claim that the model was not sure of."""
    with Store.open(db) as store:
        return store.claims(LEAK.id)[0].id[:8]


def speakers(run: Run, db: Path, *options: str) -> list[str]:
    rows = json.loads(run("said", "禾苗", "--format", "json", "--db", db, *options).out)["rows"]
    return [row["speaker"] for row in rows]


def test_what_is_accepted_is_shown_whatever_min_confidence_says(run: Run, db: Path, claim: str) -> None:
    assert "知情人士" not in speakers(run, db, "--min-confidence", "0.5")
    ran = run("accept", claim, "--db", db)
    assert ran == (0, "", f"Accepted the claim {claim}: “禾苗”将在年底前停售\n")
    for least in ("0.5", "0.99", "1"):
        assert "知情人士" in speakers(run, db, "--min-confidence", least)


def test_the_graph_says_that_it_is_sure(run: Run, db: Path, claim: str) -> None:
    run("accept", claim, "--db", db)
    lines = run("export", "jsonl", "-o", "-", "--min-confidence", "1", "--db", db).out.splitlines()
    edges = [found for line in lines if (found := json.loads(line))["element"] == "edge"]
    assert {edge["type"] for edge in edges} == {"SAID", "ABOUT", "APPEARS_IN"}
    assert {edge["attrs"]["confidence"] for edge in edges} == {1.0}


def test_judge_and_reason_are_kept(run: Run, db: Path, claim: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_JUDGE", "王编辑")
    run("accept", claim, "--reason", "有录音", "--db", db)
    assert run("accept", claim, "--db", db).err.startswith("Accepted already, by 王编辑, the claim ")
    run("reject", claim, "--by", "李编辑", "--db", db)
    ledger = json.loads(run("judgements", "--format", "json", "--db", db).out)
    assert [(entry["decided"], entry["judge"], entry["reason"]) for entry in ledger] == [
        ("accepted", "王编辑", "有录音"),
        ("rejected", "李编辑", ""),
    ]


def test_an_unknown_id_is_one_sentence(run: Run, db: Path) -> None:
    for command in ("accept", "reject", "undo"):
        ran = run(command, "ffffffff", "--db", db)
        assert ran == (1, "", "kg: No mention, claim or relation has the id 'ffffffff'.\n")


def test_long_words_are_told_in_short(run: Run, db: Path) -> None:
    with Store.open(db) as store:
        tie = store.relations(OPINION.id)[0].id
    assert run("accept", tie, "--db", db).err == f"Accepted the relation {tie[:8]}: 王五 founder 青禾科技\n"
