import subprocess
import sys
from shutil import copy

import networkx as nx
import pytest

import kg.api
from kg.errors import ConfigError, QueryError, ReadError, StoreError
from kg.graph.networkx import to_networkx
from kg.store import Store
from tests.factory import TEXT, art, ext
from tests.graph.world import build, put
from tests.resolve.namesakes import ALL, DOUBTFUL
from tests.resolve.namesakes import put as put_names


@pytest.fixture
def path(tmp_path):
    with Store.open(tmp_path / "kg.db") as store:
        build(store)
    return tmp_path / "kg.db"


def test_said_takes_filters_by_name(path):
    with kg.api.open(path) as graph:
        assert [row.speaker for row in graph.said("禾苗", since="2024-05", outlet="乙报").rows] == ["王五"]
        assert (
            graph.said("禾苗", by="王五", context=0).rows[0].passage.text
            == "王五认为，禾苗还要三年才能成熟。"
        )


def test_show(path):
    with kg.api.open(str(path)) as graph:
        assert graph.show("王五").views[0].type == "person"
        with pytest.raises(QueryError):
            graph.show("月球车")


def test_load(path, neo4j):
    with kg.api.open(path) as graph:
        done = graph.load(neo4j.uri, user=neo4j.user, password=neo4j.password, relation="founder")
        assert (done.nodes.created, done.relationships.created) == (2, 1)
    assert neo4j.rows("MATCH (p)-[:FOUNDER]->(f) RETURN p.name AS p, f.name AS f") == [
        {"p": "王五", "f": "青禾科技"}
    ]


def test_graph_is_networkx(path):
    with kg.api.open(path) as graph:
        whole, part = graph.graph(), graph.graph(relation=["founder"])
        assert nx.utils.graphs_equal(whole, to_networkx(graph.store))
        assert part.number_of_edges() == 1


def test_export(path, tmp_path):
    with kg.api.open(path) as graph:
        written = graph.export("graphml", tmp_path / "图.graphml", type="person")
        assert written.nodes == len(nx.read_graphml(tmp_path / "图.graphml", force_multigraph=True))


def test_counts_and_articles_agree(path):
    with kg.api.open(path) as graph:
        assert graph.counts()["articles"] == len(list(graph.articles())) == 4


def test_a_judgement_counts_at_once_and_can_be_taken_back(path):
    with kg.api.open(path) as graph:
        claim = graph.said("禾苗", by="知情人士").rows[0].claim
        graph.reject(claim, by="王编辑")
        assert graph.said("禾苗", by="知情人士").rows == ()
        graph.accept(claim, reason="有录音")
        assert [row.claim for row in graph.said("禾苗", min_confidence=1.0).rows] == [claim]
        graph.undo(claim)
        assert graph.said("禾苗", by="知情人士").rows[0].confidence == 0.3
        assert [entry.decided for entry in graph.judgements()] == ["rejected", "accepted", "undone"]


def test_every_question_takes_min_confidence(path, tmp_path):
    with kg.api.open(path) as graph:
        assert len(graph.said("禾苗").rows) == 8
        assert len(graph.said("禾苗", min_confidence=0.5).rows) == 7
        assert graph.said("禾苗", min_confidence=0.9).rows == ()
        assert graph.show("知情人士", min_confidence=0.5).views[0].said == ()
        whole, sure = graph.graph(), graph.graph(min_confidence=0.5)
        assert whole.number_of_edges() - sure.number_of_edges() == 3  # said, about and in of one claim
        assert graph.export("jsonl", tmp_path / "图", min_confidence=0.5).edges == sure.number_of_edges()


def test_verify_finds_nothing_wrong_in_a_sound_store(path):
    with kg.api.open(path) as graph:
        assert list(graph.verify()) == []


def test_verify_reads_the_sources_again(tmp_path):
    source = tmp_path / "0413.txt"
    source.write_text(TEXT, encoding="utf-8", newline="")
    article = art(source=str(source))
    with Store.open(tmp_path / "kg.db") as store:
        put(store, (article, ext(article)))
    with kg.api.open(tmp_path / "kg.db") as graph:
        assert list(graph.verify(source=True)) == []
        source.write_text(TEXT.replace("成熟", "可靠"), encoding="utf-8", newline="")
        assert list(graph.verify()) == []
        (problem,) = graph.verify(source=True)
        assert problem.startswith(f"{source}, record 1: its text is not the one")


def test_a_missing_database_is_one_sentence(tmp_path):
    with pytest.raises(StoreError, match=r"^There is no database .+\.$"):
        kg.api.open(tmp_path / "没有.db")
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_filter_is_one_sentence(path):
    with kg.api.open(path) as graph, pytest.raises(ConfigError):
        graph.said("禾苗", since="去年")


def test_the_import_loads_nothing_heavy():
    script = "import sys, kg.api; print(*{name.split('.')[0] for name in sys.modules})"
    command = [sys.executable, "-c", script]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own
    assert not {"hanlp", "torch", "networkx", "spacy", "neo4j", "trafilatura"} & set(loaded.split())


def test_who_is_who(tmp_path):
    with Store.open(tmp_path / "who.db") as store:
        put_names(store, *ALL, *DOUBTFUL)
    with kg.api.open(tmp_path / "who.db") as graph:
        assert len(graph.doubts()) == 3
        assert [question.change for question in graph.doubts(limit=1)] == [2]
        graph.merge("青禾科技", "绿苗智能", by="王编辑")
        assert graph.why("青禾科技", "绿苗智能").is_one
        graph.undo("青禾科技", "绿苗智能", by="王编辑")
        assert not graph.why("青禾科技", "绿苗智能").is_one
        graph.split("张伟", article="乙报/2.txt", by="王编辑")
        assert [entry.decided for entry in graph.judgements()] == ["merged", "undone", "split"]


def test_judgements_go_from_file_to_file(path, tmp_path):
    with kg.api.open(path) as graph:
        graph.merge("王五", "李四", by="王编辑")
        assert graph.export_judgements(tmp_path / "a.csv") == 1
        assert graph.import_judgements(tmp_path / "a.csv").known == 1
    with kg.api.open(path) as graph, pytest.raises(ReadError, match="No such file"):
        graph.import_judgements(tmp_path / "b.csv")


def test_a_newer_graph_tells_what_differs(path, tmp_path):
    copy(path, tmp_path / "newer.db")
    with kg.api.open(path) as old, kg.api.open(tmp_path / "newer.db") as new:
        assert list(old.diff(new)) == []
        new.reject(new.said("禾苗", by="知情人士").rows[0].claim)
        assert [change.change for change in old.diff(new)] == ["gone"]
        assert list(old.diff(new, outlet="乙报")) == []
        assert old.undated(since="2024") == 1


@pytest.mark.model
def test_build_reads_what_the_command_reads(tmp_path):
    (tmp_path / "1.txt").write_text("林晓岚表示，青禾科技的新产品已经可用。", encoding="utf-8")
    seen = []
    summary = kg.build(tmp_path / "1.txt", tmp_path / "kg.db", progress=lambda *what: seen.append(what[1]))
    assert (summary.added, seen, summary.problems) == (1, ["added"], [])
    assert kg.build([str(tmp_path / "1.txt")], tmp_path / "kg.db").unchanged == 1
    with kg.open(tmp_path / "kg.db") as graph:
        assert graph.said("青禾科技").rows[0].speaker == "林晓岚"


def test_a_loaded_server_answers_like_the_database(path, neo4j):
    with kg.open(path) as graph:
        graph.load(neo4j.uri, user=neo4j.user, password=neo4j.password)
        with kg.connect(neo4j.uri, user=neo4j.user, password=neo4j.password) as served:
            assert served.said("禾苗", since="2024-05") == graph.said("禾苗", since="2024-05")
            assert served.show("王五") == graph.show("王五")
