"""Records accepted, rejected, and judgements taken back."""

import json
from pathlib import Path

import networkx as nx
import pytest

import kg.api
from kg.records import Claim
from kg.store import Store
from tests.cli.conftest import Run
from tests.graph.world import LEAK, OPINION


@pytest.fixture
def unsure(db: Path) -> str:
    """The start of the id of a claim that the model was not sure of."""
    with Store.open(db) as store:
        return store.claims(LEAK.id)[0].id[:8]


def speakers(run: Run, db: Path, *options: str) -> list[str]:
    rows = json.loads(run("said", "禾苗", "--format", "json", "--db", db, *options).out)["rows"]
    return [row["speaker"] for row in rows]


def test_what_is_accepted_is_shown_whatever_min_confidence_says(run: Run, db: Path, unsure: str) -> None:
    assert "知情人士" not in speakers(run, db, "--min-confidence", "0.5")
    ran = run("accept", unsure, "--db", db)
    assert ran == (0, "", f"Accepted the claim {unsure}: “禾苗”将在年底前停售\n")
    for least in ("0.5", "0.99", "1"):
        assert "知情人士" in speakers(run, db, "--min-confidence", least)


def test_the_graph_says_that_it_is_sure(run: Run, db: Path, unsure: str) -> None:
    run("accept", unsure, "--db", db)
    lines = run("export", "jsonl", "-o", "-", "--min-confidence", "1", "--db", db).out.splitlines()
    edges = [found for line in lines if (found := json.loads(line))["element"] == "edge"]
    assert {edge["type"] for edge in edges} == {"SAID", "ABOUT", "APPEARS_IN"}
    assert {edge["attrs"]["confidence"] for edge in edges} == {1.0}


def test_judge_and_reason_are_kept(run: Run, db: Path, unsure: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_JUDGE", "王编辑")
    run("accept", unsure, "--reason", "有录音", "--db", db)
    assert run("accept", unsure, "--db", db).err.startswith("Accepted already, by 王编辑, the claim ")
    run("reject", unsure, "--by", "李编辑", "--db", db)
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


@pytest.fixture
def claim(db: Path) -> Claim:
    with Store.open(db) as store:
        return store.claims(OPINION.id)[0]


def info(run: Run, db: Path) -> dict[str, str]:
    lines = run("info", "--db", db).out.splitlines()
    return {line[:14].strip(): line[15:] for line in lines}


def test_a_rejected_claim_is_in_no_answer(run: Run, db: Path, claim: Claim) -> None:
    assert run("reject", claim.id[:8], "--reason", "记者的话", "--db", db) == (
        0,
        "",
        f"Rejected the claim {claim.id[:8]}: 禾苗还要三年才能成熟\n",
    )
    said = json.loads(run("said", "禾苗", "--format", "json", "--db", db).out)["rows"]
    assert claim.id not in {row["claim"] for row in said}
    assert "三年" not in run("said", "三年", "--db", db).out
    assert "三年" not in run("show", "王五", "--db", db).out
    assert "三年" not in run("show", OPINION.source, "--db", db).out
    for format_ in ("jsonl", "graphml", "node-link"):
        assert claim.id not in run("export", format_, "-o", "-", "--db", db).out
    with kg.api.open(db) as graph:
        assert claim.id not in graph.graph()
        assert nx.number_of_isolates(graph.graph()) == 0
        assert graph.counts()["claims"] == 7


def test_showing_it_says_why_it_cannot_be_shown(run: Run, db: Path, claim: Claim) -> None:
    run("reject", claim.id, "--db", db)
    ran = run("show", claim.id[:8], "--db", db)
    assert ran.code == 1
    assert ran.err.startswith(f"kg: The claim {claim.id} is rejected")
    assert "kg undo" in ran.err


def test_a_rejected_name_takes_its_entity_along(run: Run, db: Path) -> None:
    with Store.open(db) as store:
        for mention in store.mentions(OPINION.id):
            if mention.name == "王五":
                run("reject", mention.id, "--db", db)
    ran = run("show", "王五", "--db", db)
    assert (ran.code, ran.err.startswith("kg: Nothing is called '王五'")) == (1, True)


@pytest.mark.model
def test_info_counts_them(run: Run, db: Path, claim: Claim) -> None:
    run("reject", claim.id, "--db", db)
    found = info(run, db)
    assert (found["claims"], found["accepted"], found["rejected"], found["dangling"]) == ("7", "0", "1", "0")
    run("retract", OPINION.source, "--db", db)
    found = info(run, db)
    assert (found["rejected"], found["dangling"]) == ("0", "1")


def test_the_store_stays_sound(run: Run, db: Path, claim: Claim) -> None:
    run("reject", claim.id, "--db", db)
    assert run("verify", "--db", db).code == 0


def test_a_judgement_is_taken_back(run: Run, db: Path) -> None:
    with Store.open(db) as store:
        claim = store.claims(OPINION.id)[0].id[:8]
    before = run("said", "禾苗", "--format", "csv", "--db", db)
    for command in ("reject", "accept"):
        assert run(command, claim, "--db", db).code == 0
        ran = run("undo", claim, "--db", db)
        assert ran.err == f"Took back the judgement on the claim {claim}: 禾苗还要三年才能成熟\n"
        assert run("said", "禾苗", "--format", "csv", "--db", db) == before
    assert run("undo", claim, "--db", db).code == 1


def test_what_was_judged_of_two_names_is_taken_back(run: Run, doubtful: Path) -> None:
    run("merge", "青禾科技", "绿苗智能", "--db", doubtful)
    ran = run("undo", "绿苗智能", "青禾科技", "--by", "王编辑", "--db", doubtful)
    first, *entities = ran.err.splitlines()
    assert first == "Took back what was judged of: 青禾科技 and 绿苗智能."
    assert len(entities) == 2
    ran = run("undo", "绿苗智能", "青禾科技", "--db", doubtful)
    assert (ran.code, ran.err.startswith("kg: Nobody judged 绿苗智能 and 青禾科技")) == (1, True)
