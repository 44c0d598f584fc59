import io

from kg.readers.rows import Row, rows


def read(text: str | bytes) -> list[Row]:
    raw = text.encode() if isinstance(text, str) else text
    return list(rows(io.BufferedReader(io.BytesIO(raw)), encoding=None))


def test_a_row_knows_the_line_it_begins_on():
    assert read('甲,"乙\n\n丙"\n\n丁,戊\n') == [Row(1, ["甲", "乙\n\n丙"]), Row(5, ["丁", "戊"])]


def test_line_breaks_inside_quotes_are_kept():
    assert read('"甲\r\n乙"\r\n')[0].values == ["甲\r\n乙"]


def test_a_quote_that_is_not_doubled_costs_only_its_row():
    found = read('甲,乙\n"丙"丁,戊\n己,庚\n')
    assert [str(row.problem) if row.problem else row.values for row in found] == [
        ["甲", "乙"],
        "is no valid CSV (',' expected after '\"')",
        ["己", "庚"],
    ]


def test_a_quote_that_never_closes_is_told_where_it_begins():
    last = read('甲\n"乙\n丙\n')[-1]
    assert (last.line, str(last.problem)) == (2, "is no valid CSV (unexpected end of data)")


def test_a_line_that_cannot_be_decoded_spoils_its_row_only():
    found = read("甲,乙\n".encode() + b"\xff,x\n" + "丙,丁\n".encode())
    assert [row.problem and row.problem.line for row in found] == [None, 2, None]


def test_a_field_may_be_as_long_as_an_article():
    assert len(read("张" * 200_000)[0].values[0]) == 200_000
