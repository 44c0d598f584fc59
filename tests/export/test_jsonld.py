"""JSON-LD, re-opened with rdflib and asked in SPARQL."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from kg.export import export
from kg.export.jsonld import AROUND, iri, write
from kg.graph.filters import filters
from kg.graph.stream import edges, nodes
from kg.records import Extraction
from kg.store import Store
from tests.export.elements import elements
from tests.export.hostile_names import NAMES, graph
from tests.factory import art, men, rel
from tests.graph.world import OPINION, put

# rdflib's own reader of JSON-LD still makes one
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
TERM = Namespace("urn:kg:term:")


def parsed(data):
    return Graph().parse(data=data, format="json-ld")


def exported(store, path, **options):
    export(store, "jsonld", path, filters(**options))
    return parsed(path.read_bytes())


@pytest.fixture
def found(store, tmp_path):
    return exported(store, tmp_path / "图.jsonld")


def ask(found, question):
    names = {"schema": SCHEMA, "oa": OA, "kg": TERM}
    return [
        tuple(cell.toPython() if cell is not None else None for cell in row)
        for row in found.query(question, initNs=names)
    ]


def test_every_node_and_edge_is_there(store, found):
    kept = list(nodes(store))
    for node in kept:
        assert (URIRef(f"urn:kg:id:{node.id}"), SCHEMA.name, Literal(node.label)) in found
    annotations = set(found.subjects(RDF.type, OA.Annotation))
    assert annotations == {URIRef(f"urn:kg:id:{edge.id}") for edge in edges(store)}
    claims = set(found.subjects(RDF.type, SCHEMA.Claim))
    assert len(claims) == sum(node.type == "Claim" for node in kept)


def test_one_claim_with_speaker_topic_date_and_offsets(found):
    rows = ask(
        found,
        """SELECT ?text ?day ?topic ?title ?start ?end ?exact ?prefix ?suffix WHERE {
            ?person schema:name "王五" .
            ?claim schema:author ?person ; a schema:Claim ; schema:text ?text ; schema:dateCreated ?day ;
                schema:about ?thing ; schema:appearance ?article .
            ?thing schema:name ?topic .
            ?article schema:headline ?title .
            ?note oa:hasBody ?claim ; oa:motivatedBy oa:identifying ; oa:hasTarget ?target .
            ?target oa:hasSource ?article ; oa:hasSelector ?position ; oa:hasSelector ?quote .
            ?position oa:start ?start ; oa:end ?end .
            ?quote oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
        }""",
    )
    words = "禾苗还要三年才能成熟"
    text = OPINION.text
    assert rows == [
        (words, "2024-05-02", "禾苗", "冷静看禾苗", 5, 15, words, text[:5], text[15 : 15 + AROUND])
    ]


def test_the_question_of_the_docs_finds_who_spoke_of_it(found):
    page = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
    question = page[page.index("    PREFIX schema:") :]
    rows = {tuple(map(str, row)) for row in found.query(question)}
    assert ("王五", "禾苗还要三年才能成熟", "5", "15") in rows
    assert {row[0] for row in rows} == {"王五", "张三", "李四", "知情人士"}


def test_every_selector_finds_its_words(store, found):
    texts = {f"urn:kg:id:{article.id}": article.text for article in store.articles()}
    rows = ask(
        found,
        """SELECT ?article ?start ?end ?exact ?prefix ?suffix WHERE {
            ?target oa:hasSource ?article ; oa:hasSelector ?position, ?quote .
            ?position oa:start ?start ; oa:end ?end .
            ?quote oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
        }""",
    )
    assert len(rows) == len(list(edges(store)))
    for article, start, end, exact, prefix, suffix in rows:
        text = texts[str(article)]
        assert text[start:end] == exact
        assert text[:start].endswith(prefix)
        assert text[end:].startswith(suffix)
        assert len(prefix) == min(AROUND, start)


def test_words_of_the_speakers_own_are_a_quotation(found):
    rows = ask(found, "SELECT ?text WHERE { ?claim a schema:Quotation, schema:Claim ; schema:text ?text }")
    assert rows == [("“禾苗”将在年底前停售",)]


def test_a_tie_is_stated_not_asserted(found):
    rows = ask(
        found,
        """SELECT ?subject ?object ?status ?exact WHERE {
            ?note oa:hasBody ?tie ; oa:motivatedBy oa:linking ; oa:hasTarget/oa:hasSelector/oa:exact ?exact .
            ?tie a rdf:Statement ; rdf:predicate schema:founder ; kg:status ?status ;
                rdf:subject/schema:name ?subject ; rdf:object/schema:name ?object .
        }""",
    )
    assert rows == [("青禾科技", "王五", "stated", "青禾科技由王五在2019年创办")]
    assert not list(found.subject_objects(SCHEMA.founder))


def test_a_tie_without_a_word_of_schema_org_keeps_its_own(tmp_path):
    article = art("青禾科技收购星图汽车。")
    left, right = men(article, "青禾科技", "company"), men(article, "星图汽车", "company")
    tie = rel(article, "acquires", left, right, "青禾科技收购星图汽车", status="denied")
    with Store.open(tmp_path / "tie.db") as store:
        put(store, (article, Extraction(mentions=(left, right), relations=(tie,))))
        found = exported(store, tmp_path / "图")
    rows = ask(found, "SELECT ?predicate ?status WHERE { ?tie rdf:predicate ?predicate ; kg:status ?status }")
    assert rows == [(str(TERM.acquires), "denied")]


def test_who_is_mentioned_in_an_article(found):
    rows = ask(
        found,
        'SELECT ?name WHERE { ?article schema:headline "冷静看禾苗" ; schema:mentions/schema:name ?name }',
    )
    assert sorted(rows) == sorted([("王五",), ("禾苗",), ("青禾科技",)])


def test_types_outlets_and_dates(found):
    rows = ask(
        found,
        """SELECT ?outlet ?day WHERE {
            ?article a schema:NewsArticle ; schema:datePublished ?day ; schema:publisher/schema:name ?outlet
        }""",
    )
    assert sorted(rows) == [("丙报", "2024-04-14"), ("乙报", "2024-05-03"), ("甲报", "2024-04-13")]
    assert ask(found, "SELECT ?name WHERE { ?firm a schema:Corporation ; schema:name ?name }") == [
        ("青禾科技",)
    ]


def test_our_own_attributes_keep_their_types(found):
    rows = ask(
        found,
        'SELECT ?mode ?negated ?confidence WHERE { ?c schema:text "明年会更好" ; kg:mode ?mode ;'
        " kg:negated ?negated ; kg:confidence ?confidence }",
    )
    assert rows == [("indirect", False, 0.8)] * len(rows)
    assert len(rows) == 2


@pytest.mark.parametrize("options", [{"relation": "said"}, {"relation": "founder"}, {"type": "person"}])
def test_filters_leave_whole_documents(store, tmp_path, options):
    found = exported(store, tmp_path / "图", **options)
    kept = list(edges(store, filters(**options)))
    assert len(set(found.subjects(RDF.type, OA.Annotation))) == len(kept) > 0


def test_an_empty_store_is_a_document_without_items(tmp_path):
    with Store.open(tmp_path / "empty.db") as store:
        assert len(exported(store, tmp_path / "图")) == 0
    assert json.loads((tmp_path / "图").read_bytes())["@graph"] == []


def test_hostile_names_come_back_identical():
    stream = BytesIO()
    write(elements(*graph(), texts={"文": "开口的人说了什么"}), stream)
    found = parsed(stream.getvalue())
    assert {
        str(name)
        for person in found.subjects(RDF.type, SCHEMA.Person)
        for name in found.objects(person, SCHEMA.name)
    } == set(NAMES)
    assert {str(text) for text in found.objects(None, SCHEMA.text)} == set(NAMES)


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("company:01-ai", "kg:company:01-ai"),
        ("a b<c>", "kg:a%20b%3Cc%3E"),
        ("青禾", "kg:%E9%9D%92%E7%A6%BE"),
        ("//x", "kg:%2F%2Fx"),
    ],
)
def test_any_id_makes_an_address(id_, expected):
    assert iri(id_) == expected
