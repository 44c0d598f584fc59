"""Every format, from a real store to a real file, read back by the library it is meant for."""

import json
from pathlib import Path

import msgspec
import networkx as nx
import pytest

from kg.errors import ConfigError
from kg.export import Counts, Format, Option, export
from kg.export.formats import BUILT_IN
from kg.graph.elements import Edge, Node
from kg.graph.filters import filters
from kg.graph.networkx import to_networkx
from kg.graph.stream import edges, nodes
from kg.records import Extraction
from kg.store import Store
from tests.factory import art, clm, men, rel
from tests.graph.world import REPORT, put

WILD = "“走\t吧]]>，\r\n<script>alert('好')</script>\0😀\x0b&amp;\r再见”"


@pytest.fixture
def wild(store: Store) -> Store:
    """The store and one article with everything that breaks a careless writer, in its names too."""
    article = art(f"张“三”<b>创办了青禾&科技。张“三”<b>说，{WILD}。", source='a"b<c>.txt', title="甲\r乙\n丙")
    zhang = men(article, "张“三”<b>", "person")
    firm = men(article, "青禾&科技", "company")
    claim = clm(article, zhang, "说", WILD, about=(firm,), mode="direct")
    tie = rel(article, "founder", zhang, firm, f"张“三”<b>创办了青禾&科技。张“三”<b>说，{WILD}", title="a\tb")
    put(store, (article, Extraction(mentions=(zhang, firm), claims=(claim,), relations=(tie,))))
    return store


def as_xml(attrs):
    """The attributes with the two characters of WILD that XML has no way to write replaced."""
    return {
        name: value.replace("\0", "\ufffd").replace("\x0b", "\ufffd") if isinstance(value, str) else value
        for name, value in attrs.items()
    }


def typed(attrs):
    return {name: (type(value), value) for name, value in attrs.items()}


def assert_equal(found, expected, *, change=dict):
    assert type(found) is type(expected)
    assert {id_: typed(data) for id_, data in found.nodes(data=True)} == {
        id_: typed(change(data)) for id_, data in expected.nodes(data=True)
    }
    assert {
        ends: typed(data) for *ends_, data in found.edges(keys=True, data=True) for ends in [tuple(ends_)]
    } == {
        ends: typed(change(data))
        for *ends_, data in expected.edges(keys=True, data=True)
        for ends in [tuple(ends_)]
    }


def test_graphml_reads_back_equal(wild, tmp_path):
    path = tmp_path / "图.graphml"
    written = export(wild, "graphml", path)
    graph = nx.read_graphml(path, force_multigraph=True)
    assert_equal(graph, to_networkx(wild), change=as_xml)
    assert (written.nodes, written.edges) == (graph.number_of_nodes(), graph.number_of_edges())
    assert WILD.replace("\0", "\ufffd").replace("\x0b", "\ufffd") in {
        data.get("content") for _, data in graph.nodes(data=True)
    }


def test_graphml_keys_have_their_types(store, tmp_path):
    path = tmp_path / "图.graphml"
    export(store, "graphml", path)
    text = path.read_text(encoding="utf-8")
    for domain, name, type_ in (
        ("node", "label", "string"),
        ("node", "type", "string"),
        ("node", "negated", "boolean"),
        ("node", "confidence", "double"),
        ("node", "characters", "int"),
        ("edge", "label", "string"),
        ("edge", "start", "int"),
        ("edge", "implicit", "boolean"),
    ):
        assert f'for="{domain}" attr.name="{name}" attr.type="{type_}"' in text


def test_node_link_reads_back_equal(wild, tmp_path):
    path = tmp_path / "图.json"
    export(wild, "node-link", path)
    with path.open(encoding="utf-8", newline="") as stream:
        assert_equal(nx.node_link_graph(json.load(stream), edges="edges"), to_networkx(wild))


def test_jsonl_reads_back_equal(wild, tmp_path):
    path = tmp_path / "图.jsonl"
    export(wild, "jsonl", path)
    lines = path.read_bytes().removesuffix(b"\n").split(b"\n")
    found = [msgspec.json.decode(line, type=Node | Edge) for line in lines]
    assert found == [*nodes(wild), *edges(wild)]
    assert json.loads(lines[0])["element"] == "node"


@pytest.mark.parametrize("name", BUILT_IN)
def test_an_empty_store_gives_an_empty_graph(name, tmp_path):
    path = tmp_path / "空"
    with Store.open(tmp_path / "empty.db") as store:
        written = export(store, name, path)
    assert (written.nodes, written.edges) == (0, 0)
    assert path.exists()


def test_an_empty_graph_is_read_by_networkx(tmp_path):
    path = tmp_path / "空"
    with Store.open(tmp_path / "empty.db") as store:
        for name, read in (
            ("graphml", lambda: nx.read_graphml(path, force_multigraph=True)),
            ("node-link", lambda: nx.node_link_graph(json.loads(path.read_bytes()), edges="edges")),
        ):
            export(store, name, path)
            assert type(read()) is nx.MultiDiGraph
            assert len(read()) == 0


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_same_store_gives_the_same_bytes(name, store, tmp_path):
    first, second = tmp_path / "一", tmp_path / "二"
    for path in (first, second):
        export(store, name, path)
    assert contents(first) == contents(second)


def test_filters_are_passed_on_and_undated_claims_counted(store, tmp_path):
    path = tmp_path / "图.graphml"
    kept = filters(since="2024-05")
    written = export(store, "graphml", path, kept)
    graph = nx.read_graphml(path, force_multigraph=True)
    assert_equal(graph, to_networkx(store, kept))
    assert (written.nodes, written.undated) == (len(graph), 1)


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_store_that_breaks_midway_leaves_the_old_file(name, store, tmp_path):
    path = tmp_path / "out" / "图"
    path.parent.mkdir()
    export(store, name, path, filters(relation="founder"))
    before = contents(path)
    store._db.execute("UPDATE every_claim SET content = 'broken' WHERE n = (SELECT max(n) FROM claim)")
    with pytest.raises(msgspec.DecodeError):
        export(store, name, path)
    assert contents(path) == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_second_export_takes_the_place_of_the_first(name, store, tmp_path):
    fresh, path = tmp_path / "新", tmp_path / "图"
    export(store, name, path)
    for place in (fresh, path):
        export(store, name, place, filters(relation="founder"))
    assert contents(path) == contents(fresh)


def test_an_export_sees_one_state_while_another_process_writes(store, tmp_path, monkeypatch):
    ends, known = set(), set()

    def write(elements, stream):
        known.update(node.id for node in elements.nodes)
        with Store.open(store.path) as other:
            put(other, (art("赵六说，来晚了。", source="新.txt"), Extraction()))
            other.retract(REPORT.id)
        ends.update(end for edge in elements.edges for end in (edge.source, edge.target))

    add(monkeypatch, write)
    written = export(store, "甲", tmp_path / "图")
    assert ends == known
    assert written.nodes == len(known)
    assert len(list(nodes(store))) < len(known)


def test_a_writer_may_read_more_than_once_and_is_counted_once(store, tmp_path, monkeypatch):
    def write(elements, stream):
        assert list(elements.nodes) == list(elements.nodes)

    add(monkeypatch, write)
    written = export(store, "甲", tmp_path / "图")
    assert (written.nodes, written.edges) == (len(list(nodes(store))), 0)


def test_a_writer_that_joins_says_how_many_there_are(store, tmp_path, monkeypatch):
    add(monkeypatch, lambda elements, stream: Counts(2, 1))
    written = export(store, "甲", tmp_path / "图")
    assert (written.nodes, written.edges) == (2, 1)


def test_a_writer_gets_the_texts_of_articles(store, tmp_path, monkeypatch):
    def write(elements, stream):
        stream.write(elements.text(REPORT.id).encode())

    add(monkeypatch, write)
    export(store, "甲", tmp_path / "图")
    assert (tmp_path / "图").read_text(encoding="utf-8") == REPORT.text


def test_each_element_is_a_step(store, tmp_path):
    passed = []
    written = export(store, "jsonl", tmp_path / "图", step=passed.append)
    assert passed == [*nodes(store), *edges(store)]
    assert len(passed) == written.nodes + written.edges


def test_a_folder_is_written_whole(store, tmp_path, monkeypatch):
    def write(elements, folder, *, colour):
        assert list(folder.iterdir()) == []
        (folder / f"{colour}.txt").write_text("甲", encoding="utf-8")

    add(monkeypatch, write, is_folder=True, options=(Option(name="colour", help="x", choices=("红", "蓝")),))
    export(store, "甲", tmp_path / "图")
    export(store, "甲", tmp_path / "图", options={"colour": "蓝"})
    assert contents(tmp_path / "图") == {".kg-export": "蓝.txt\n".encode(), "蓝.txt": "甲".encode()}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"profile": "yed"}, r"^graphml takes as profile lossless, .+, not 'yed'\.$"),
        ({"colour": "red"}, r"^graphml has no option 'colour'\.$"),
    ],
)
def test_a_wrong_option_is_one_sentence(options, sentence, store, tmp_path):
    with pytest.raises(ConfigError, match=sentence):
        export(store, "graphml", tmp_path / "图", options=options)
    assert not (tmp_path / "图").exists()


def test_an_unknown_format_is_one_sentence(store):
    with pytest.raises(ConfigError, match=r"^There is no format 'gml'; known: graphml, .+\.$"):
        export(store, "gml", Path("图"))


def add(monkeypatch, write, **more):
    """A format of this test alone."""
    monkeypatch.setitem(BUILT_IN, "甲", Format(name="甲", summary="甲", write=write, **more))


def contents(path):
    """The bytes of a file, or of each file of a folder by name."""
    return {one.name: one.read_bytes() for one in path.iterdir()} if path.is_dir() else path.read_bytes()
