"""CSV, re-opened with the standard library and with Arrow's own reader."""

import csv

import pyarrow.csv as arrow
import pytest

from kg.export import export
from kg.export.columns import TABLES
from kg.export.csv import write
from kg.export.defuse import restored
from kg.graph.stream import edges, nodes
from kg.store import Store
from tests.export.elements import elements
from tests.export.hostile_names import NAMES, graph


def read(folder, table):
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [{name: restored(cell) for name, cell in row.items()} for row in csv.DictReader(stream)]


@pytest.fixture
def folder(store, tmp_path):
    export(store, "csv", tmp_path / "表")
    return tmp_path / "表"


def test_counts_and_chinese_names(store, folder):
    assert [(row["id"], row["label"]) for row in read(folder, "nodes")] == [
        (node.id, node.label) for node in nodes(store)
    ]
    assert [row["id"] for row in read(folder, "edges")] == [edge.id for edge in edges(store)]


def test_every_attribute_comes_back_as_written(store, folder):
    for row, node in zip(read(folder, "nodes"), nodes(store), strict=True):
        for name, value in node.attrs.items():
            expected = str(value).lower() if isinstance(value, bool) else str(value)
            assert row[name] == expected
        assert all(not cell for name, cell in row.items() if name not in {"id", "type", "label", *node.attrs})


def test_one_claim_with_date_and_offsets(store, folder):
    (row,) = (row for row in read(folder, "claims") if row["content"] == "禾苗还要三年才能成熟")
    assert (row["date"], row["speaker"], row["about"]) == ("2024-05-02", "王五", "禾苗")
    article = store.article(row["article"])
    assert article.text[int(row["start"]) : int(row["end"])] == "禾苗还要三年才能成熟"


def test_several_names_stand_in_one_cell(folder):
    found = {row["about"] for row in read(folder, "claims")}
    assert "青禾科技 | 禾苗" in found


def test_excel_knows_the_encoding_and_the_line_ends(folder):
    for table in TABLES:
        data = (folder / f"{table.name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf" + ",".join(table.columns).encode() + b"\r\n")
        assert data.endswith(b"\r\n")


def test_arrow_reads_the_same(folder):
    options = arrow.ParseOptions(newlines_in_values=True)
    for table in TABLES:
        found = arrow.read_csv(folder / f"{table.name}.csv", parse_options=options)
        assert found.num_rows == len(read(folder, table.name))
        assert found.column_names == list(table.columns)


def test_an_empty_store_gives_headers(tmp_path):
    with Store.open(tmp_path / "empty.db") as store:
        written = export(store, "csv", tmp_path / "表")
    assert (written.nodes, written.edges) == (0, 0)
    assert [read(tmp_path / "表", table.name) for table in TABLES] == [[], [], []]


def test_hostile_names_come_back_and_no_cell_runs(tmp_path):
    write(elements(*graph()), tmp_path)
    expected = [name.replace("\0", "\ufffd") for name in NAMES]
    people = [row for row in read(tmp_path, "nodes") if row["type"] == "Person"]
    assert [row["label"] for row in people] == expected
    assert [row["aliases"] for row in people] == expected
    assert [row["source_name"] for row in read(tmp_path, "edges")] == expected
    claims = read(tmp_path, "claims")
    assert [(row["speaker"], row["content"]) for row in claims] == [(name, name) for name in expected]
    for table in TABLES:
        with (tmp_path / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            assert not [
                cell for row in csv.reader(stream) for cell in row if cell[:1] in set("=+-@＝＋－＠\t\r\n\0")
            ]
