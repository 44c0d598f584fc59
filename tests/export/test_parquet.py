"""Parquet, re-opened with pyarrow."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.export import export, parquet
from kg.export.columns import TABLES
from kg.export.parquet import arrow_schema, write
from kg.graph.stream import edges, nodes
from kg.store import Store
from tests.export.elements import elements
from tests.export.hostile_names import NAMES, graph


@pytest.fixture
def folder(store, tmp_path):
    export(store, "parquet", tmp_path / "表")
    return tmp_path / "表"


def test_every_attribute_comes_back_with_its_type(store, folder):
    for table, elements_ in (("nodes", list(nodes(store))), ("edges", list(edges(store)))):
        found = pq.read_table(folder / f"{table}.parquet").to_pylist()
        assert [row["id"] for row in found] == [element.id for element in elements_]
        for row, element in zip(found, elements_, strict=True):
            told = {name: row[name] for name in element.attrs}
            assert told == element.attrs
            assert {name: type(value) for name, value in told.items()} == {
                name: type(value) for name, value in element.attrs.items()
            }


def test_columns_have_their_types(folder):
    schema = pq.read_schema(folder / "claims.parquet")
    assert schema.field("start").type == pa.int64()
    assert schema.field("negated").type == pa.bool_()
    assert schema.field("confidence").type == pa.float64()
    assert schema.field("about").type == pa.list_(pa.string())
    assert schema.field("date").type == pa.string()  # 2024, 2024-04 and 2024-04-13 alike


def test_one_claim_with_date_and_offsets(store, folder):
    rows = pq.read_table(folder / "claims.parquet").to_pylist()
    (row,) = (row for row in rows if row["content"] == "禾苗还要三年才能成熟")
    assert (row["date"], row["speaker"], row["about"]) == ("2024-05-02", "王五", ["禾苗"])
    assert store.article(row["article"]).text[row["start"] : row["end"]] == "禾苗还要三年才能成熟"


def test_words_that_come_again_are_written_once(folder):
    group = pq.ParquetFile(folder / "edges.parquet").metadata.row_group(0)
    encodings = {
        column.path_in_schema: "RLE_DICTIONARY" in column.encodings
        for column in (group.column(at) for at in range(group.num_columns))
    }
    assert encodings["type"]
    assert encodings["article"]
    assert not encodings["exact"]
    assert not encodings["start"]


def test_a_row_group_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "ROWS", 4)
    write(elements(*graph()), tmp_path)
    metadata = pq.ParquetFile(tmp_path / "claims.parquet").metadata
    assert [metadata.row_group(at).num_rows for at in range(metadata.num_row_groups)] == [4, 4, 3]
    assert pq.read_table(tmp_path / "claims.parquet").column("content").to_pylist() == list(NAMES)


def test_an_empty_store_gives_empty_tables_with_all_columns(tmp_path):
    with Store.open(tmp_path / "empty.db") as store:
        written = export(store, "parquet", tmp_path / "表")
    assert (written.nodes, written.edges) == (0, 0)
    for table in TABLES:
        found = pq.read_table(tmp_path / "表" / f"{table.name}.parquet")
        assert found.num_rows == 0
        assert found.schema.equals(arrow_schema(table))


def test_hostile_names_come_back_identical(tmp_path):
    write(elements(*graph()), tmp_path)
    rows = pq.read_table(tmp_path / "nodes.parquet").to_pylist()
    assert [row["label"] for row in rows if row["type"] == "Person"] == list(NAMES)
    assert [row["content"] for row in rows if row["type"] == "Claim"] == list(NAMES)
