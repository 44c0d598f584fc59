import json

from kg.export.columns import CLAIMS, EDGES, NODES
from kg.export.tables import rows
from kg.graph.elements import Edge, Node
from kg.graph.filters import filters
from kg.graph.stream import edges, nodes
from kg.records import Extraction
from kg.store import Store
from tests.export.elements import elements
from tests.factory import art, clm, men
from tests.graph.world import put


def read(store, table, **options):
    kept = filters(**options)
    graph = elements(*nodes(store, kept), *edges(store, kept))
    return [row for found, row in rows(graph) if found is table]


def test_a_row_for_each_node_and_edge(store):
    assert [row["id"] for row in read(store, NODES)] == [node.id for node in nodes(store)]
    assert [row["id"] for row in read(store, EDGES)] == [edge.id for edge in edges(store)]


def test_an_edge_names_its_ends_and_their_types(store):
    (tie,) = (row for row in read(store, EDGES) if row["type"] == "founder")
    assert (tie["source_name"], tie["source_type"]) == ("王五", "Person")
    assert (tie["target_name"], tie["target_type"]) == ("青禾科技", "Company")
    assert (tie["exact"], tie["start"], tie["end"]) == ("青禾科技由王五在2019年创办", 17, 32)


def test_a_claim_is_one_flat_row(store):
    (row,) = (row for row in read(store, CLAIMS) if row["content"] == "禾苗还要三年才能成熟")
    claim = row.pop("claim")
    speaker, article = row.pop("speaker_id"), row.pop("article")
    assert {claim, speaker, article} <= {node.id for node in nodes(store)}
    assert row == {
        "date": "2024-05-02",
        "date_is_published": False,
        "outlet": "乙报",
        "speaker": "王五",
        "speaker_type": "Person",
        "speaker_as_written": "王五",
        "cue": "认为",
        "mode": "indirect",
        "content": "禾苗还要三年才能成熟",
        "about": ["禾苗"],
        "about_implicit": [],
        "negated": False,
        "hedged": False,
        "title": "冷静看禾苗",
        "source": "乙报/0502.txt",
        "start": 5,
        "end": 15,
        "speaker_by": "test",
        "confidence": 0.8,
    }


def test_a_pronoun_is_shown_with_the_name_it_stands_for(store):
    found = {(row["speaker"], row["speaker_as_written"]) for row in read(store, CLAIMS)}
    assert ("张三", "他") in found


def test_what_is_meant_but_not_named_has_its_own_column(store):
    found = [row for row in read(store, CLAIMS) if row["content"] == "明年会更好"]
    assert {(tuple(row["about"]), tuple(row["about_implicit"])) for row in found} == {((), ("禾苗",))}


def test_a_content_in_pieces_shows_them(tmp_path):
    article = art("“走吧，”张三说，“天晚了。”")
    zhang = men(article, "张三", "person")
    claim = clm(article, zhang, "说", "走吧，", "天晚了。", mode="direct")
    with Store.open(tmp_path / "pieces.db") as store:
        put(store, (article, Extraction(mentions=(zhang,), claims=(claim,))))
        (row,) = read(store, CLAIMS)
    assert (row["start"], row["end"], row["pieces"]) == (1, 14, "1-4 10-14")


def test_a_claim_without_speaker_has_none(tmp_path):
    article = art("消息称，产品已经停售。")
    claim = clm(article, None, "称", "产品已经停售")
    with Store.open(tmp_path / "nobody.db") as store:
        put(store, (article, Extraction(claims=(claim,))))
        (row,) = read(store, CLAIMS)
    assert "speaker" not in row
    assert row["content"] == "产品已经停售"


def test_filters_that_leave_out_articles_leave_the_claims(store):
    found = read(store, CLAIMS, relation="said")
    assert {row["speaker"] for row in found} == {"张三", "李四", "王五", "知情人士"}
    assert not any("title" in row for row in found)


def test_an_attribute_without_a_column_is_kept_as_json():
    graph = elements(
        Node("甲", "Person", "林晓岚", {"referents": 2, "colour": "青", "confidence": "很高"}),
        Edge("in:1", "甲", "文", "SAID", {"article": "文", "source": "另一", "start": 1}),
    )
    node, edge = (row for _, row in rows(graph))
    assert json.loads(node["other"]) == {"colour": "青", "confidence": "很高"}
    assert (node["referents"], "confidence" in node) == (2, False)
    assert json.loads(edge["other"]) == {"source": "另一"}
    assert edge["source"] == "甲"
