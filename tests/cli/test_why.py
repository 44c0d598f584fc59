import json
from pathlib import Path

from kg.cli.why import line
from kg.resolve.why import Step
from tests.cli.conftest import Run


def test_a_union_is_told_in_words(run: Run, doubtful: Path) -> None:
    run("merge", "青禾科技", "绿苗智能", "--reason", "更名", "--by", "王编辑", "--db", doubtful)
    first, second = run("why", "绿苗智能", "青禾科技", "--db", doubtful).out.splitlines()
    assert first.startswith("绿苗智能 and 青禾科技 are one: ")
    assert second == "  绿苗智能 = 青禾科技: 王编辑 judged so: 更名"


def test_a_division_is_told_in_words(run: Run, doubtful: Path) -> None:
    run("merge", "青禾科技", "绿苗智能", "--db", doubtful)
    run("split", "绿苗智能", "--by", "王编辑", "--db", doubtful)
    out = run("why", "绿苗智能", "青禾科技", "--db", doubtful).out
    assert "绿苗智能 and 青禾科技 are two: " in out
    assert "绿苗智能 ≠ 青禾科技: 王编辑 judged so" in out
    assert "Compared by what is known of each: " in out


def test_what_is_open_is_told_with_its_reasons(run: Run, doubtful: Path) -> None:
    out = run("why", "索恩", "阿尔玛·索恩", "--db", doubtful).out
    assert "Nothing divides them" in out
    assert "Compared by what is known of each: unsure, 0." in out


def test_what_was_never_taken_for_one_is_told_so(run: Run, doubtful: Path) -> None:
    out = run("why", "林晓岚", "阿尔玛·索恩", "--db", doubtful).out
    assert "the program never took them for one" in " ".join(out.split())


def test_json_has_all_of_it(run: Run, doubtful: Path) -> None:
    found = json.loads(run("why", "索恩", "阿尔玛·索恩", "--format", "json", "--db", doubtful).out)
    assert (found["is_one"], found["is_open"], found["left"]["name"]) == (False, True, "索恩")
    assert found["match"]["reasons"]


def test_a_score_is_told_where_the_program_joined() -> None:
    step = Step(left="青禾", right="青禾科技", reason="the same brand", score=0.954)
    assert line(step, "=") == "  青禾 = 青禾科技: the same brand (0.954)"
