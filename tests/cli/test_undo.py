from pathlib import Path

from kg.store import Store
from tests.cli.conftest import Run
from tests.graph.world import OPINION


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
