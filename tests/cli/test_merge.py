import json
from pathlib import Path

from kg.cli.merge import described, shown_id
from kg.records import Entity
from kg.store import Store
from tests.cli.conftest import Run
from tests.resolve.namesakes import COACH, FIRM, LAWYER, bearing


def test_the_new_entity_is_told_and_shown(run: Run, doubtful: Path) -> None:
    ran = run("merge", "绿苗智能", "青禾科技", "--reason", "更名", "--by", "王编辑", "--db", doubtful)
    first, second = ran.err.splitlines()
    assert (ran.code, ran.out, first) == (0, "", "Merged: 绿苗智能 and 青禾科技.")
    assert all(words in second for words in ("青禾科技", "绿苗智能", "(company, "))
    (view,) = json.loads(run("show", "绿苗智能", "--format", "json", "--db", doubtful).out)["views"]
    assert "青禾科技" in (view["name"], *view["aliases"])


def test_the_same_again_says_whose_word_it_is(run: Run, doubtful: Path) -> None:
    run("merge", "绿苗智能", "青禾科技", "--by", "王编辑", "--db", doubtful)
    ran = run("merge", "绿苗智能", "青禾科技", "--db", doubtful)
    assert ran.err.startswith("Merged already, by 王编辑: 绿苗智能 and 青禾科技.")


def test_namesakes_are_merged_by_the_starts_of_their_ids(run: Run, doubtful: Path) -> None:
    with Store.open(doubtful) as store:
        ids = [bearing(store, it)[:8] for it in (LAWYER, COACH)]
    ran = run("merge", "张伟", "林晓岚", "--db", doubtful)
    assert ran.code == 1
    assert all(id_ in ran.err for id_ in ids)
    ran = run("merge", *ids, "--db", doubtful)
    assert (ran.code, ran.err.count("张伟 (person, ")) == (0, 1)
    assert f"张伟 in {LAWYER[0].id[:8]}" in ran.err or f"张伟 in {COACH[0].id[:8]}" in ran.err


def test_what_prevents_a_union_is_one_sentence(run: Run, doubtful: Path) -> None:
    run("merge", "绿苗智能", "青禾科技", "--db", doubtful)
    run("split", "绿苗智能", "--by", "王编辑", "--db", doubtful)
    run("merge", "绿苗智能", "东山稻业", "--db", doubtful)
    ran = run("merge", "东山稻业", "青禾科技", "--db", doubtful)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "kg: 东山稻业 and 青禾科技 cannot be one: 王编辑 judged 绿苗智能 and 青禾科技 different;"
        " kg undo 绿苗智能 青禾科技 takes it back.\n"
    )


def test_what_falls_out_of_a_union_is_told(run: Run, doubtful: Path) -> None:
    with Store.open(doubtful) as store:
        firm = bearing(store, FIRM)
    for pair in (("青禾科技", "绿苗智能"), ("青禾科技", "东山稻业")):
        run("merge", *pair, "--db", doubtful)
    assert run("split", firm[:8], "--db", doubtful).err.count("(company, ") == 3


def test_an_entity_in_a_line() -> None:
    aliases = tuple(f"星图{number}" for number in range(7))
    entity = Entity(id="company:xingtu", type="company", name="星图汽车", aliases=aliases, referents=())
    assert described(entity) == (
        "星图汽车 (company, company:xingtu), also 星图0, 星图1, 星图2, 星图3, 星图4, 星图5 …"
    )
    assert shown_id("070cb3da3fc8d43b3c2482272db08f60") == "070cb3da"
