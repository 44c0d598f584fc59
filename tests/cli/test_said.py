import csv
import io
import json
import re
from pathlib import Path

from tests.cli.conftest import Run


def test_the_table_has_date_outlet_speaker_words_place(run: Run, db: Path) -> None:
    ran = run("said", "禾苗", "--by", "王五", "--db", db)
    assert ran.code == 0
    headings, _, row, marks = ran.out.splitlines()
    assert headings.split("  ")[0] == "Date"
    assert row.split() == ["2024-05-02", "乙报", "王五", "禾苗还要三年才能成熟", "乙报/0502.txt:5-15"]
    assert marks.strip().startswith("indirect · 认为 · ")
    shown = marks.split(" · ")[-1].strip()
    assert "禾苗还要三年才能成熟" in run("show", shown, "--db", db).out
    assert ran.err == "1 claim about 禾苗.\n"


def test_the_table_is_plain_and_120_wide_when_piped(run: Run, db: Path) -> None:
    out = run("said", "禾苗", "--db", db).out
    assert "\x1b" not in out
    assert len(out.splitlines()[1]) == 120
    assert all(line == line.rstrip() for line in out.splitlines())


def test_a_day_of_publication_is_marked_and_explained(run: Run, db: Path) -> None:
    ran = run("said", "禾苗", "--outlet", "甲报", "--db", db)
    assert "2024-04-13 p" in ran.out
    assert "p: the day it was published" in ran.err


def test_a_pronoun_is_shown_beside_the_name(run: Run, db: Path) -> None:
    assert "张三 (他)" in run("said", "禾苗", "--db", db).out


def test_rows_found_by_words_are_marked(run: Run, db: Path) -> None:
    ran = run("said", "还不成熟", "--db", db)
    assert "found by its words" in ran.out
    assert "No claim is about an entity called 还不成熟; these hold the words." in ran.err


def test_the_entity_is_told_if_it_is_not_written_just_so(run: Run, crowd: Path) -> None:
    rows = [run("said", topic, "--format", "csv", "--db", crowd) for topic in ("智谱", "Zhipu AI", "zhipu")]
    assert len({ran.out for ran in rows}) == 1
    assert rows[2].err == "zhipu: 智谱AI (company, company:zhipu-ai)\n2 claims about 智谱AI.\n"


def test_namesakes_are_listed_with_ids(run: Run, crowd: Path) -> None:
    first, coach, lawyer, last = run("said", "张伟", "--format", "csv", "--db", crowd).err.splitlines()
    assert first == "张伟 may be any of 2; an id tells them apart:"
    assert re.fullmatch(r"  张伟 \(person, [0-9a-f]{8}\): 主教练; 海川足球队; 2 claims", coach)
    id_ = lawyer.split("(person, ")[1][:8]
    assert (
        run("said", id_, "--format", "csv", "--db", crowd).err.splitlines()[0]
        == f"{id_}: 张伟 (person, {id_})"
    )
    assert last == "3 claims about 张伟."


def test_a_slip_is_asked_about(run: Run, crowd: Path) -> None:
    ran = run("said", "英伟大", "--db", crowd)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        "No one is called 英伟大; did you mean 英伟达 (company)?",
        "Nothing said about 英伟大 was found.",
    ]


def test_context_shows_the_paragraphs_with_marks(run: Run, db: Path) -> None:
    out = run("said", "禾苗", "--by", "王五", "--context", 1, "--db", db).out
    assert "王五认为，⟦禾苗还要三年才能成熟⟧。" in out
    assert "青禾科技由王五在2019年创办。" in out


def test_nothing_found_is_told_and_no_error(run: Run, db: Path) -> None:
    assert run("said", "月球车", "--db", db) == (0, "", "Nothing said about 月球车 was found.\n")


def test_undated_claims_left_out_are_counted(run: Run, db: Path) -> None:
    assert "1 undated claim left out by --since." in run("said", "禾苗", "--since", "2024", "--db", db).err


def test_filters_reach_the_query(run: Run, db: Path) -> None:
    options = ["--until", "2024-04-13", "--type", "person", "--mode", "indirect", "--min-confidence", 0.5]
    ran = run("said", "禾苗", *options, "--format", "json", "--db", db)
    assert {row["source"] for row in json.loads(ran.out)["rows"]} == {"甲报/0413.txt"}


def test_support_counts_reprints_once(run: Run, db: Path) -> None:
    assert (
        json.loads(run("said", "禾苗", "--min-support", 2, "--format", "json", "--db", db).out)["rows"] == []
    )


def test_json_has_every_field(run: Run, db: Path) -> None:
    found = json.loads(run("said", "禾苗", "--by", "李四", "--format", "json", "--db", db).out)
    assert (found["entities"], found["found_by"], found["suggestions"]) == (["禾苗"], "name", [])
    assert [(one["name"], one["type"], one["claims"]) for one in found["taken"]] == [("禾苗", "product", 8)]
    assert found["rows"][0]["content_spans"] == [[51, 57]]


def test_csv_reads_back(run: Run, db: Path) -> None:
    out = run("said", "禾苗", "--by", "王五", "--format", "csv", "--db", db).out
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["speaker"], row["content_spans"], row["about"]) == ("王五", "5-15", "禾苗")
    assert "passage" not in row


def test_a_wrong_date_is_one_sentence(run: Run, db: Path) -> None:
    ran = run("said", "禾苗", "--since", "去年", "--db", db)
    assert ran.code == 1
    assert ran.err.count("\n") == 1
