import re
from pathlib import Path

import pytest

from kg.names import name_key
from kg.records import Extraction
from kg.seeds import Alias
from kg.store import Store, queries, records
from kg.store.connect import Connection
from tests.factory import art, clm, ext, men, rel
from tests.store.conftest import put

ARTICLE, WHOLE = art(), ext()


@pytest.fixture
def full(store: Store) -> Store:
    put(store, ARTICLE, WHOLE)
    other = art("李四说，禾苗归青禾科技。", record=2)
    li, product = men(other, "李四", "person"), men(other, "禾苗", "product")
    firm = men(other, "青禾科技", "company")
    claim = clm(other, li, "说", "禾苗归青禾科技", about=(product, firm))
    tie = rel(other, "develops", firm, product, "禾苗归青禾科技", claim=claim)
    put(store, other, Extraction(mentions=(li, product, firm), claims=(claim,), relations=(tie,)))
    return store


def ids(store: Store, *names: str) -> list[str]:
    return [entity.id for name in names for entity in store.entities_named(name_key(name))]


def test_claims_about_an_entity_named_or_only_meant(full: Store) -> None:
    found = {full.claim_text(claim) for claim in full.claims_about(ids(full, "禾苗"))}
    assert found == {"青禾科技的“禾苗”大模型还不成熟", "明年会更好", "产品已经可用", "禾苗归青禾科技"}


def test_a_claim_about_two_of_the_entities_comes_once(full: Store) -> None:
    found = [claim.id for claim in full.claims_about(ids(full, "禾苗", "青禾科技"))]
    assert len(found) == len(set(found)) == 4


def test_claims_come_by_article_and_in_reading_order(full: Store) -> None:
    found = [(claim.article, claim.content) for claim in full.claims_about(ids(full, "禾苗"))]
    assert found == sorted(found)


def test_claims_by_an_entity_with_those_of_its_pronouns(full: Store) -> None:
    found = [full.claim_text(claim) for claim in full.claims_by(ids(full, "张三"))]
    assert found == ["青禾科技的“禾苗”大模型还不成熟", "明年会更好"]


def test_a_medium_that_passes_a_claim_on_is_not_what_it_is_about(store: Store) -> None:
    article = art("甲社援引张三的话称，算力不够。")
    agency, zhang = men(article, "甲社", "media"), men(article, "张三", "person")
    claim = clm(article, zhang, "称", "算力不够", via=(agency,))
    put(store, article, Extraction(mentions=(agency, zhang), claims=(claim,)))
    assert list(store.claims_about(ids(store, "甲社"))) == []


def test_relations_of_an_entity_at_either_end(full: Store) -> None:
    assert {found.type for found in full.relations_of(ids(full, "青禾科技"))} == {"role_of", "develops"}
    assert [found.type for found in full.relations_of(ids(full, "李四"))] == ["role_of"]


def test_a_relation_between_two_of_the_entities_comes_once(full: Store) -> None:
    assert len(list(full.relations_of(ids(full, "青禾科技", "李四", "禾苗")))) == 2


def test_nothing_is_asked_of_no_entity(full: Store) -> None:
    assert [*full.claims_about([]), *full.claims_by(["0" * 32]), *full.relations_of([])] == []


def test_the_entity_of_a_mention(full: Store) -> None:
    zhang, *_, chief, _ = WHOLE.mentions
    assert [full.entity_of(zhang.id)] == ids(full, "张三")
    assert full.entity_of(chief.id) is None


def test_the_entities_in_an_article_are_those_of_its_mentions(full: Store) -> None:
    each = {mention.id: full.entity_of(mention.id) for mention in WHOLE.mentions}
    assert full.entities_in(ARTICLE.id) == {id_: entity for id_, entity in each.items() if entity}


@pytest.mark.parametrize(
    ("kind", "id_"),
    [
        ("article", ARTICLE.id),
        ("mention", WHOLE.mentions[0].id),
        ("claim", WHOLE.claims[0].id),
        ("relation", WHOLE.relations[0].id),
    ],
)
@pytest.mark.parametrize("digits", [6, 7, 32])
def test_the_start_of_an_id_finds_its_record(full: Store, kind: str, id_: str, digits: int) -> None:
    assert full.resolve_id(id_[:digits]) == [(kind, id_)]


def test_the_id_of_any_referent_resolves_to_its_entity(full: Store) -> None:
    (entity,) = full.entities_named(name_key("禾苗"))
    assert len(entity.referents) == 2
    assert [full.resolve_id(id_) for id_ in entity.referents] == [[("entity", entity.id)]] * 2


@pytest.mark.parametrize("prefix", ["", ARTICLE.id[:5], "智谱AI", "f" * 33])
def test_no_record_is_found(full: Store, prefix: str) -> None:
    assert full.resolve_id(prefix) == []


def test_everything_is_counted(full: Store) -> None:
    assert full.counts() == {"articles": 2, "mentions": 10, "claims": 4, "relations": 2, "entities": 4}


# lists passed in, hits in the index of words, the few rows that a subquery collects
OF_AN_ANSWER = re.compile(r"VIRTUAL TABLE|^SCAN (l|\(subquery-\d+\))$")


def plan(db: Connection, sql: str, *values: object) -> list[str]:
    return [found[3] for found in db.execute("EXPLAIN QUERY PLAN " + sql, values)]


def test_no_question_reads_a_whole_table(full: Store) -> None:
    asked: list[str] = []
    full._db.set_trace_callback(asked.append)
    entities = ids(full, "禾苗", "张三")
    for answer in (full.claims_about, full.claims_by, full.relations_of):
        list(answer(entities))
    list(full.mentions_of(entities[0]))
    list(full.claims_with_words("成熟"))
    full.entity(entities[0])
    full.entities_in(ARTICLE.id)
    full.resolve_id(ARTICLE.id[:6])
    full.find_articles(ARTICLE.source)
    full.mentions(ARTICLE.id), full.claims(ARTICLE.id), full.relations(ARTICLE.id)
    full._db.set_trace_callback(None)
    steps = [step for sql in asked if sql.startswith("SELECT") for step in plan(full._db, sql)]
    assert len(steps) > 40
    assert [step for step in steps if step.startswith("SCAN") and not OF_AN_ANSWER.search(step)] == []


def test_the_questions_are_the_rooms_own() -> None:
    assert set(queries.RECORD_KINDS) >= {"mention", "claim", "relation"}
    assert records.LINKS[:2] == ("about", "about_implicit")  # claims_about asks for roles below 2


def test_the_keys_of_names_that_begin_so(full: Store) -> None:
    assert full.name_keys(["青", "禾苗", "青禾"]) == ["禾苗", "青禾科技"]
    assert full.name_keys(["月"]) == full.name_keys([]) == []


def test_the_keys_of_all_names(full: Store) -> None:
    assert full.name_keys() == sorted(["张三", "李四", "青禾科技", "禾苗"])


def test_the_keys_of_names_of_so_many_characters(full: Store) -> None:
    assert full.name_keys(lengths=range(3, 5)) == ["青禾科技"]
    assert full.name_keys(["张", "青"], lengths=range(2, 3)) == ["张三"]


def test_claims_about_an_entity_are_counted(full: Store) -> None:
    for name in ("禾苗", "青禾科技", "张三"):
        (id_,) = ids(full, name)
        assert full.count_about(id_) == len(list(full.claims_about([id_])))


def test_a_known_name_is_known_even_if_no_article_holds_it(tmp_path: Path) -> None:
    known = [Alias("company:qinghe", "company", "青禾科技", "青禾")]
    with Store.open(tmp_path / "known.db", known=known) as store:
        assert [store.is_known(key) for key in ("青禾", "青禾科技", "海川")] == [True, True, False]
