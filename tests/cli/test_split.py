from pathlib import Path

from kg.store import Store
from tests.cli.conftest import Run
from tests.resolve.namesakes import COACH, COACH_2, is_one


def test_one_articles_use_is_split_off_and_comes_back(run: Run, doubtful: Path) -> None:
    ran = run(
        "split", "张伟", "--article", "乙报/2.txt", "--reason", "同名", "--by", "王编辑", "--db", doubtful
    )
    first, *entities = ran.err.splitlines()
    assert (ran.code, len(entities)) == (0, 2)
    assert first == f"Split: 张伟 in {COACH_2[0].id[:8]} and 张伟 in {COACH[0].id[:8]}."
    with Store.open(doubtful) as store:
        assert not is_one(store, COACH, COACH_2)
    run("undo", "张伟", "张伟", "--db", doubtful)
    with Store.open(doubtful) as store:
        assert is_one(store, COACH, COACH_2)


def test_a_name_alone_cannot_be_split(run: Run, doubtful: Path) -> None:
    assert run("split", "东山稻业", "--db", doubtful) == (
        1,
        "",
        "kg: 东山稻业 has no other name; say in which --article it is another.\n",
    )
