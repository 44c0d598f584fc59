"""FollowTheMoney, every entity validated with the followthemoney package."""

import json

import pytest

from kg.export import export
from kg.export.ftm import write
from kg.export.ftm_values import clean, ftm_id
from kg.graph.elements import Node
from kg.graph.filters import filters
from kg.graph.stream import edges, nodes
from kg.records import Extraction
from kg.schema import schema
from kg.store import Store
from tests.export.elements import written
from tests.export.hostile_names import NAMES, graph
from tests.factory import art, men, rel
from tests.graph.world import OPINION, put

UNTESTED = "NOT TESTED WITH FOLLOWTHEMONEY: it is not installed; make setup says what it wants"
model = pytest.importorskip("followthemoney", reason=UNTESTED).model
registry = pytest.importorskip("followthemoney.types", reason=UNTESTED).registry


def read(data):
    return [json.loads(line) for line in data.decode().removesuffix("\n").split("\n") if line]


def exported(store, path, **options):
    export(store, "ftm", path, filters(**options))
    return read(path.read_bytes())


def proxies(entities):
    """Each as the package's own object, once all of it is valid: kinds, values, what references lead to."""
    kinds = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    assert len(kinds) == len(entities)
    for entity in entities:
        kind = kinds[entity["id"]]
        kind.validate(entity)
        assert all(entity["properties"].get(name) for name in kind.required), entity
        assert set(entity["properties"]) <= set(kind.properties), entity
        for name, values in entity["properties"].items():
            found = kind.get(name)
            if found.type is registry.entity:
                assert all(kinds[value].is_a(found.range) for value in values), entity
        assert registry.entity.validate(entity["id"])
    return [model.get_proxy(entity) for entity in entities]


@pytest.fixture
def found(store, tmp_path):
    return {proxy.id: proxy for proxy in proxies(exported(store, tmp_path / "图.ftm.json"))}


def test_every_node_and_edge_is_one_entity(store, found):
    assert list(found) == [ftm_id(one.id) for one in in_order(store)]


def in_order(store):
    """Entities first, then article by article its nodes and its edges."""
    kept = list(nodes(store))
    yield from (node for node in kept if node.type not in ("Article", "Claim"))
    for article in store.articles():
        yield from (node for node in kept if article.id in (node.id, node.attrs.get("article")))
        yield from (edge for edge in edges(store) if edge.attrs["article"] == article.id)


def test_kinds_and_chinese_names(found):
    names = {(proxy.schema.name, proxy.caption) for proxy in found.values()}
    assert names >= {
        ("Person", "王五"),
        ("Company", "青禾科技"),
        ("Asset", "禾苗"),
        ("LegalEntity", "知情人士"),
        ("Article", "冷静看禾苗"),
        ("Note", "禾苗还要三年才能成熟"),
        ("Directorship", "首席执行官"),
    }


def test_an_article_has_its_outlet_and_date(found):
    article = found[OPINION.id]
    assert article.first("publisher") == "乙报"
    assert article.first("publishedAt") == "2024-05-03"
    assert article.first("fileName") == "乙报/0502.txt"


def test_a_claim_is_a_note_with_speaker_topic_date_and_offsets(found):
    (note,) = (
        one for one in found.values() if one.first("description", quiet=True) == "禾苗还要三年才能成熟"
    )
    assert note.schema.name == "Note"
    assert note.first("createdAt") == "2024-05-02"
    assert note.first("notes") == "characters 5-15"
    assert [found[id_].caption for id_ in note.get("entity")] == ["禾苗"]
    assert note.get("proof") == [OPINION.id]
    (said,) = (
        one
        for one in found.values()
        if one.schema.name == "UnknownLink" and one.get("object") == [note.id] and one.get("role") == ["said"]
    )
    assert found[said.first("subject")].caption == "王五"
    assert (said.first("summary"), said.first("date")) == ("认为", "2024-05-02")
    assert said.context["kg_start"] == 2
    assert OPINION.text[said.context["kg_start"] : said.context["kg_end"]] == "认为"


def test_a_mention_shows_who_is_meant_and_where(found):
    mentions = [
        one for one in found.values() if one.schema.name == "Mention" and one.get("document") == [OPINION.id]
    ]
    shown = {
        (one.first("name"), found[one.first("resolved")].caption, one.context["kg_start"]) for one in mentions
    }
    assert shown == {("王五", "王五", 0), ("青禾科技", "青禾科技", 17), ("王五", "王五", 22)}


def test_a_tie_shows_its_words_and_its_article(found):
    (tie,) = (one for one in found.values() if one.get("role", quiet=True) == ["founder of"])
    assert tie.first("summary") == "青禾科技由王五在2019年创办"
    assert tie.first("description") == "characters 17-32"
    assert (tie.first("date"), tie.first("status")) == ("2019", "stated")
    assert tie.get("proof") == [OPINION.id]


def test_the_same_ids_again(store, tmp_path, found):
    assert [entity["id"] for entity in exported(store, tmp_path / "再来")] == list(found)


@pytest.mark.parametrize("options", [{"relation": "said"}, {"relation": "founder"}, {"type": "person"}])
def test_what_a_filter_left_out_is_not_pointed_at(store, tmp_path, options):
    entities = exported(store, tmp_path / "图", **options)
    assert proxies(entities)
    assert all("proof" not in entity["properties"] for entity in entities) is (options != {"type": "person"})
    assert {entity["kg_article"] for entity in entities if "kg_article" in entity} <= {
        article.id for article in store.articles()
    }


@pytest.mark.parametrize(
    ("type_", "ends", "status", "expected"),
    [
        ("acquires", ("company", "company"), "stated", ("Ownership", "owner", "asset")),
        ("acquires", ("company", "company"), "rumoured", ("UnknownLink", "subject", "object")),
        ("acquires", ("company", "organisation"), "stated", ("UnknownLink", "subject", "object")),
        ("subsidiary_of", ("company", "company"), "stated", ("Ownership", "asset", "owner")),
        ("cooperates_with", ("company", "government"), "stated", ("UnknownLink", "subject", "object")),
        ("develops", ("company", "work"), "stated", ("UnknownLink", "subject", "object")),
        ("competes_with", ("product", "product"), "stated", ("UnknownLink", "subject", "object")),
    ],
)
def test_each_tie_in_its_form(tmp_path, type_, ends, status, expected):
    article = art("青禾科技与星图汽车，以五亿元。")
    left, right = men(article, "青禾科技", ends[0]), men(article, "星图汽车", ends[1])
    tie = rel(article, type_, left, right, "青禾科技与星图汽车", status=status, amount="五亿元")
    with Store.open(tmp_path / "tie.db") as store:
        put(store, (article, Extraction(mentions=(left, right), relations=(tie,))))
        entities = exported(store, tmp_path / "图")
    found = {proxy.id: proxy for proxy in proxies(entities)}
    link = found[f"relation.{tie.id}"]
    assert link.schema.name == expected[0]
    assert [found[link.first(end)].caption for end in expected[1:]] == ["青禾科技", "星图汽车"]
    assert link.get("sharesValue", quiet=True) == (["五亿元"] if expected[0] == "Ownership" else [])
    assert link.context.get("kg_amount") == (None if expected[0] == "Ownership" else "五亿元")


def test_every_type_of_entity_is_valid():
    labels = [row.node for row in schema().entities.values() if row.node]
    given = [Node(f"{at}", label, "青禾", {"aliases": "青禾 | 青禾科技"}) for at, label in enumerate(labels)]
    found = proxies(read(written(write, *given)))
    assert [proxy.caption for proxy in found] == ["青禾"] * len(labels)
    assert all(proxy.get("alias") == ["青禾", "青禾科技"] for proxy in found)


def test_an_empty_store_gives_an_empty_file(tmp_path):
    with Store.open(tmp_path / "empty.db") as store:
        assert exported(store, tmp_path / "图") == []


def test_hostile_names_are_valid_and_nothing_is_lost():
    entities = read(written(write, *graph()))
    assert len(proxies(entities)) == len(entities) == 3 * len(NAMES) + 1
    people = [entity for entity in entities if entity["schema"] == "Person"]
    assert [whole(entity, "name", "kg_label") for entity in people] == [clean(name) for name in NAMES]
    notes = [entity for entity in entities if entity["schema"] == "Note"]
    assert [entity["properties"]["description"] for entity in notes] == [[clean(name)] for name in NAMES]
    assert "\0" not in json.dumps(entities, ensure_ascii=False)


def whole(entity, property_, beside):
    """The value, from beside the properties where it is cut in them."""
    (value,) = entity["properties"][property_]
    return entity.get(beside, value)
