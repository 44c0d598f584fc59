import json
from pathlib import Path

import networkx as nx
import pytest

import kg.api
from kg.records import Claim
from kg.store import Store
from tests.cli.conftest import Run
from tests.graph.world import OPINION


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
