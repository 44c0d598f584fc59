import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from kg.cli.diff import summed_up
from kg.records import Extraction
from kg.store import Store
from tests.cli.conftest import Run
from tests.factory import art, clm, men
from tests.graph.world import LEAK, put


@pytest.fixture
def newer(db: Path) -> Path:
    """The database without the leak, with a new article, and with two people made one."""
    path = db.with_name("newer.db")
    shutil.copy(db, path)
    article = art("林晓岚说，禾苗很好用。", source="丁报/0505.txt", outlet="丁报")
    lin, product = men(article, "林晓岚", "person"), men(article, "禾苗", "product")
    claim = clm(article, lin, "说", "禾苗很好用", about=(product,))
    with Store.open(path) as store:
        store.retract(LEAK.id)
        put(store, (article, Extraction(mentions=(lin, product), claims=(claim,))))
    return path


def test_the_same_database_gives_nothing(run: Run, db: Path) -> None:
    assert run("diff", db, db) == (0, "", "Nothing differs.\n")


def test_lines_say_who_said_what_and_where(run: Run, db: Path, newer: Path) -> None:
    ran = run("diff", db, newer)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert "+ claim   2024-04-13 p 丁报 林晓岚: 禾苗很好用 (丁报/0505.txt:5-10)" in lines
    assert "- claim   – 知情人士: “禾苗”将在年底前停售 (传闻.txt:6-17)" in lines
    assert "- article 传闻.txt" in lines
    assert ran.err == "1 entity new, 1 gone; 1 article new, 1 gone; 1 claim new, 1 gone.\n"


def test_a_merge_and_a_split_are_said_as_such(run: Run, db: Path) -> None:
    merged = db.with_name("merged.db")
    shutil.copy(db, merged)
    run("merge", "王五", "李四", "--db", merged)
    out = run("diff", db, merged).out
    assert " | merged with " in out
    assert " | merged into " in out
    back = run("diff", merged, db).out
    assert " | split off " in back
    assert " | split from " in back


def test_json_lines_are_typed(run: Run, db: Path, newer: Path) -> None:
    found = [json.loads(line) for line in run("diff", db, newer, "--format", "json").out.splitlines()]
    kinds = {(one["kind"], one["change"]) for one in found}
    assert kinds == {(kind, change) for kind in ("entity", "article", "claim") for change in ("gone", "new")}
    assert {one["claim"]["speaker"] for one in found if one["kind"] == "claim"} == {"林晓岚", "知情人士"}


def test_filters_and_undated_claims(run: Run, db: Path, newer: Path) -> None:
    ran = run("diff", db, newer, "--since", "2024", "--type", "unnamed_source")
    assert ran.out == ""
    assert ran.err == f"Nothing differs.\n{db}: 1 undated claim left out by --since.\n"


def test_a_missing_database_is_one_sentence(run: Run, db: Path) -> None:
    ran = run("diff", db, db.with_name("没有.db"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("kg: There is no database")


def test_summed_up_in_words() -> None:
    assert summed_up(Counter()) == "Nothing differs."
    assert summed_up(Counter({("tie", "gone"): 1, ("entity", "changed"): 2, ("entity", "new"): 1})) == (
        "1 entity new, 2 changed; 1 tie gone."
    )
