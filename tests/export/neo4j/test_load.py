"""Loads into a real server, after each of which it holds exactly what the store holds."""

import pytest

from kg.errors import ConfigError, ServerError
from kg.export.neo4j.load import Tally, load
from kg.graph.filters import filters
from kg.records import Extraction
from kg.resolve import ledger, names
from kg.store import Store
from tests.export.neo4j.conftest import Load
from tests.export.neo4j.held import assert_same, nodes_on, ties_on
from tests.factory import art, clm, men
from tests.graph.world import OPINION, put
from tests.resolve import namesakes
from tests.servers.neo4j import Neo4j


def still(count: int) -> Tally:
    return Tally(created=0, changed=0, removed=0, unchanged=count)


def test_the_server_holds_what_the_store_holds(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    done = loaded(store)
    assert_same(neo4j, store)
    assert done.nodes.created == len(nodes_on(neo4j))
    assert done.relationships.created == len(ties_on(neo4j))


def test_the_model(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    loaded(store)
    found = neo4j.rows(
        "MATCH (p:Person:Entity)-[s:SAID]->(c:Claim)-[:ABOUT]->(:Product:Entity {name: '禾苗'}),"
        " (c)-[i:APPEARS_IN]->(a:Article) WHERE p.name = '王五' RETURN s.date AS date, s.mode AS mode,"
        " a.outlet AS outlet, i.exact AS exact, i.end - i.start AS size"
    )
    words = "禾苗还要三年才能成熟"
    assert found == [
        {"date": "2024-05-02", "mode": "indirect", "outlet": "乙报", "exact": words, "size": len(words)}
    ]
    assert neo4j.rows("MATCH (p)-[f:FOUNDER]->(c:Company) RETURN p.name AS who, f.date AS date") == [
        {"who": "王五", "date": "2019"}
    ]


def test_a_second_load_changes_nothing(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    first = loaded(store)
    before = nodes_on(neo4j), ties_on(neo4j)
    second = loaded(store)
    assert second.nodes == still(first.nodes.created)
    assert second.relationships == still(first.relationships.created)
    assert (nodes_on(neo4j), ties_on(neo4j)) == before


def test_after_a_merge_and_after_a_split(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    loaded(store)
    entities = len(list(store.entities()))
    names.merge(store, "王五", "李四")
    merged = loaded(store)
    assert_same(neo4j, store)
    assert merged.nodes.removed == 1
    assert merged.relationships.changed > 0
    names.split(store, "李四")
    split = loaded(store)
    assert_same(neo4j, store)
    assert split.nodes.created == 1
    assert len(list(store.entities())) == entities


def test_after_a_retract(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    loaded(store)
    store.retract(OPINION.id)
    assert loaded(store).nodes.removed > 0
    assert_same(neo4j, store)


def test_after_a_claim_was_rejected(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    loaded(store)
    (claim,) = store.claims(OPINION.id)
    ledger.reject(store, claim.id)
    loaded(store)
    assert_same(neo4j, store)
    assert neo4j.rows("MATCH (c:Claim {id: $id}) RETURN c", id=claim.id) == []


def test_a_type_that_changed_takes_its_label_along(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    article, extraction = namesakes.news("戊报/1.txt", "绿苗智能昨日发布新品。", ("绿苗智能", "company"))
    put(store, (article, extraction))
    loaded(store)
    put(store, namesakes.news("戊报/1.txt", "绿苗智能昨日发布新品。", ("绿苗智能", "product")))
    loaded(store)
    assert_same(neo4j, store)
    assert neo4j.rows("MATCH (n:Entity {name: '绿苗智能'}) RETURN labels(n) AS labels") == [
        {"labels": ["Entity", "Product"]}
    ]


def test_what_a_node_has_no_more_is_taken_off_it(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    loaded(store, texts=True)
    assert_same(neo4j, store, texts=True)
    loaded(store)
    assert_same(neo4j, store)


@pytest.mark.parametrize("options", [{"since": "2024-05"}, {"relation": "said"}, {"top": 2}])
def test_filters_and_back(neo4j: Neo4j, loaded: Load, store: Store, options: dict[str, str]) -> None:
    loaded(store)
    kept = filters(**options)  # type: ignore[arg-type]
    loaded(store, filters=kept)
    assert_same(neo4j, store, kept)
    loaded(store)
    assert_same(neo4j, store)


def test_undated_claims_left_out_are_counted(loaded: Load, store: Store) -> None:
    assert loaded(store, filters=filters(since="2024")).undated == 1


def test_nothing_of_others_is_touched(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    neo4j.rows("CREATE (:Entity {id: '我的', name: '笔记'}), (:Person {name: '林晓岚'})")
    loaded(store)
    neo4j.rows(
        "MATCH (p:Person {name: '李四'}), (f:Company {name: '青禾科技'}), (n {id: '我的'})"
        " SET p.pagerank = 0.5, p:Watched"
        " CREATE (n)-[:ON {since: 2024}]->(p), (p)-[:FOUNDER {mine: true}]->(f)"
    )
    mine = "MATCH (n)-[r]->(m) WHERE r.kg IS NULL RETURN n.id AS a, type(r) AS r, m.id AS b ORDER BY r"
    before = neo4j.rows(mine)
    names.merge(store, "李四", "王五")  # 李四 has one name more, and what 王五 said
    assert loaded(store).nodes.changed > 0
    assert neo4j.rows(mine) == before
    assert len(before) == 2
    found = neo4j.rows("MATCH (p:Watched) RETURN p.aliases AS aliases, p.pagerank AS rank")
    assert found == [{"aliases": ["王五"], "rank": 0.5}]
    assert neo4j.rows("MATCH (n:Person {name: '林晓岚'}) RETURN count(n) AS n") == [{"n": 1}]


def test_a_node_that_others_tie_to_outlives_its_entity(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    loaded(store)
    neo4j.rows("MATCH (p:Person {name: '王五'}) CREATE (:Note {text: '查一查'})-[:ON]->(p)")
    store.retract(OPINION.id)
    assert loaded(store).left == 1
    assert_same(neo4j, store)
    gone = "MATCH (n:Note)-[:ON]->(g) RETURN labels(g) AS labels, g.name AS name, size(keys(g)) AS keys"
    assert neo4j.rows(gone) == [{"labels": ["Entity", "Gone"], "name": "王五", "keys": 2}]


def test_a_node_that_comes_back_has_its_ties_again(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    loaded(store)
    neo4j.rows("MATCH (p:Person {name: '王五'}) CREATE (:Note {text: '查一查'})-[:ON]->(p)")
    loaded(store, filters=filters(outlet="甲报"))
    loaded(store)
    assert_same(neo4j, store)
    assert neo4j.rows("MATCH (:Note)-[:ON]->(p:Person) RETURN p.name AS name") == [{"name": "王五"}]


HOSTILE = (
    "'; MATCH (n) DETACH DELETE n //",
    "`}) DETACH DELETE n //",
    "]]>",
    "<script>alert(1)</script>",
    '=HYPERLINK("bolt://x")',
    "空\0字",
    "反\u202e转",
    "$rows",
    "长" * 12_000,  # more bytes than an index takes of one word
    "x" * 10_000,
)


@pytest.mark.parametrize("has_indexes", [True, False])
def test_hostile_names_run_nowhere_and_come_back_identical(
    neo4j: Neo4j, loaded: Load, store: Store, has_indexes: bool
) -> None:
    """Into indexes that are there, and into ones that are made after."""
    if has_indexes:
        loaded(store)
    else:
        neo4j.bare()
    for number, name in enumerate(HOSTILE):
        article = art(f"{name}说，禾苗很好。", source=f"{number}.txt", title=name, outlet=name)
        who, what = men(article, name, "person"), men(article, "禾苗", "product")
        claim = clm(article, who, "说", "禾苗很好", about=(what,))
        put(store, (article, Extraction(mentions=(who, what), claims=(claim,))))
    loaded(store)
    assert_same(neo4j, store)
    ask = "UNWIND $names AS name MATCH (n:Person {name: name})-[:SAID]->() RETURN n.name AS name"
    assert [row["name"] for row in neo4j.rows(ask, names=HOSTILE)] == list(HOSTILE)
    neo4j.rows("CALL db.awaitIndexes()")
    assert neo4j.rows("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name") == []


def test_names_and_words_are_found_by_the_full_text_indexes(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    loaded(store)
    neo4j.rows("CALL db.awaitIndexes()")
    ask = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.name AS name LIMIT 1"
    assert neo4j.rows(ask, index="kg_names", words="青禾") == [{"name": "青禾科技"}]
    assert neo4j.rows(ask, index="kg_words", words='"还不成熟"')[0]["name"].startswith("青禾科技的")


def test_an_index_of_ones_own_in_the_way_is_told(neo4j: Neo4j, loaded: Load, store: Store) -> None:
    neo4j.bare()
    neo4j.rows("CREATE INDEX mine FOR (n:Entity) ON (n.id)")
    with pytest.raises(ServerError, match=r"refuses: .*index.*\.$"):
        loaded(store)


def test_refusals_are_one_sentence(neo4j: Neo4j, store: Store) -> None:
    def sentence(uri: str = neo4j.uri, **options: str) -> str:
        with pytest.raises(ServerError) as raised:
            load(store, uri, **options)  # type: ignore[arg-type]
        return str(raised.value)

    given = {"user": neo4j.user, "password": neo4j.password}
    assert (
        sentence() == f"{neo4j.uri} asks for a user and a password: --user NAME and --password-env VARIABLE."
    )
    wrong = sentence(user="neo4j", password="不对")  # noqa: S106
    assert wrong == f"{neo4j.uri} does not know the user neo4j with that password."
    assert sentence(**given, database="没有") == f"There is no database 没有 on {neo4j.uri}."
    assert sentence("bolt://127.0.0.1:1") == "No Neo4j answers at bolt://127.0.0.1:1: Connection refused."
    for address in ("http://127.0.0.1:7474", "kg.db", ""):
        with pytest.raises(ConfigError, match="is no address of a Neo4j server"):
            load(store, address)
