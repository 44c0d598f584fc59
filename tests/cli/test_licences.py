import json
from pathlib import Path

from kg.annotate.model import model_hash
from kg.resources import model_dir
from kg.store import Store
from tests.cli.conftest import Run
from tests.factory import art, ext


def test_a_database_of_another_model(run: Run, db: Path) -> None:
    ran = run("licences", "--db", db)
    assert (ran.code, ran.err) == (0, "")
    assert "none stated" in ran.out
    assert "Not the model that ships" in ran.out
    assert "CLUENER2020" not in ran.out


def test_a_database_of_the_model_that_ships(run: Run, db: Path) -> None:
    with Store.open(db) as store:
        made = {"model": "news", "model_hash": model_hash(model_dir()), "extractor": 1, "options": "{}"}
        article = art(record=9)
        store.put(article, ext(article), run=store.begin_run(**made))
    out = run("licences", "--db", db).out
    for words in ("bge-small-zh-v1.5", "CLUENER2020", "HanLP", "training", "1 article", "4 articles"):
        assert words in out
    found = json.loads(run("licences", "--format", "json", "--db", db).out)
    assert [(model["is_ours"], model["articles"]) for model in found["models"]] == [(False, 4), (True, 1)]
    assert "bge-small-zh-v1.5" in {part["name"] for part in found["parts"]}


def test_a_missing_database_is_one_sentence(run: Run, tmp_path: Path) -> None:
    assert run("licences", "--db", tmp_path / "没有.db").code == 1
