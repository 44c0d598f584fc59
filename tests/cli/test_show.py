import json
from pathlib import Path

from tests.cli.conftest import Run


def test_an_entity_with_all_that_is_known(run: Run, db: Path) -> None:
    out = run("show", "王五", "--db", db).out
    assert out.startswith("王五 (person)\n")
    for heading in ("Said by 王五", "Relations", "Articles"):
        assert f"\n{heading}\n" in out
    assert "王五 founder 青禾科技" in out


def test_empty_parts_are_left_out(run: Run, db: Path) -> None:
    assert "Said by" not in run("show", "青禾科技", "--db", db).out


def test_a_record_shows_its_paragraph_with_the_span_marked(run: Run, db: Path) -> None:
    rows = json.loads(run("said", "禾苗", "--by", "王五", "--format", "json", "--db", db).out)["rows"]
    ran = run("show", rows[0]["claim"][:8], "--db", db)
    assert "王五认为，⟦禾苗还要三年才能成熟⟧。" in ran.out
    assert "乙报/0502.txt:5-15" in ran.out


def test_an_article(run: Run, db: Path) -> None:
    out = run("show", "乙报/0502.txt", "--db", db).out
    assert "冷静看禾苗" in out
    assert "Names " in out


def test_json(run: Run, db: Path) -> None:
    assert json.loads(run("show", "王五", "--format", "json", "--db", db).out)["views"][0]["view"] == "entity"


def test_an_unknown_name_is_one_sentence(run: Run, db: Path) -> None:
    ran = run("show", "月球车", "--db", db)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("kg: Nothing is called '月球车'")


def test_a_slip_is_an_error_that_asks(run: Run, crowd: Path) -> None:
    ran = run("show", "Nvidea", "--db", crowd)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "kg: No one is called Nvidea; did you mean Nvidia (英伟达, company)?\n"


def test_the_entity_is_told_if_it_is_not_written_just_so(run: Run, crowd: Path) -> None:
    assert run("show", "nvidia", "--db", crowd).err == "nvidia: 英伟达 (company, company:nvidia)\n"
    assert run("show", "英伟达", "--db", crowd).err == ""


def test_namesakes_are_listed_with_ids(run: Run, crowd: Path) -> None:
    ran = run("show", "zhangwei", "--db", crowd)
    assert ran.out.count("张伟 (person)\n") == 2
    assert ran.err.startswith("zhangwei may be any of 2; an id tells them apart:\n  张伟 (person, ")
