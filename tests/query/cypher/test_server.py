import pytest

from kg.errors import KgError, QueryError, ServerError
from kg.export.neo4j.load import load
from kg.export.neo4j.server import connected
from kg.graph.filters import FilterOptions, filters
from kg.query.cypher import Server
from kg.query.cypher.server import searched
from kg.query.said import said
from kg.query.show import show
from kg.store import Store
from tests.graph.world import LEAK, OPINION
from tests.query.cypher import news
from tests.query.cypher.conftest import Asking
from tests.servers.neo4j import Neo4j

TOPICS = (
    *("禾苗", "“禾苗”", "青禾科技", "恒信律师事务所", "星图汽车", "张伟", "晨星社"),
    *("智谱", "Zhipu AI", "智譜", "company:zhipu-ai", "zhipu-ai", "Nvidia", "輝達"),
    *("qinghe", "xingtu", "yingweida", "zhangwei", "lin xiaolan"),
    *("青禾科支", "Nvidea", "张韦", "谁也不是"),
    *("还不成熟", "会改名", "ai", "…", "——", "成", "改名 ai", "It's \"(AND) OR*"),
)
FILTERS: tuple[FilterOptions, ...] = (
    {"since": "2024-05"},
    {"until": "2024-04-13"},
    {"type": "person"},
    {"type": "unnamed_source"},
    {"relation": "founder"},
    {"relation": ["said", "about"]},
    {"outlet": ["乙报", "晨报"]},
    {"mode": "direct"},
    {"min_confidence": 0.5},
    {"min_support": 2},
    {"around": "青禾科技"},
    {"around": "周见山", "hops": 2, "relation": "founder"},
    {"top": 1},
    {"top": 2},
    {"top": 50},
    {"since": "2024", "outlet": "甲报", "min_support": 2, "top": 1},
)
MOST_TRIPS = 12  # of a question without filters, whatever it finds


def answer(ask, *args, **kwargs):
    """What is answered, be it an error."""
    try:
        return ask(*args, **kwargs)
    except KgError as error:
        return str(error)


@pytest.mark.parametrize("topic", TOPICS)
def test_said_gives_the_rows_of_the_store(topic, store, server, asking):
    found = said(server, topic)
    assert found == said(store, topic)
    assert asking.trips <= MOST_TRIPS


def test_most_topics_have_rows_to_compare(server):
    assert sum(bool(said(server, topic).rows) for topic in TOPICS) >= 20


@pytest.mark.parametrize("options", FILTERS, ids=str)
@pytest.mark.parametrize("topic", ["禾苗", "星图汽车", "张伟", "青禾科技", "会"])
def test_said_takes_every_filter(topic, options, store, server):
    kept = filters(**options)
    assert said(server, topic, filters=kept) == said(store, topic, filters=kept)


@pytest.mark.parametrize("by", ["张三", "张", "zhang san", "董事长", "他", "知情人士", "林晓岚", "谁也不是"])
@pytest.mark.parametrize("topic", ["禾苗", "星图汽车"])
def test_said_by_somebody(topic, by, store, server):
    assert said(server, topic, by=by) == said(store, topic, by=by)


def test_said_with_its_paragraph(store, server, asking):
    found = said(server, "青禾科技", context=1)
    assert found == said(store, "青禾科技", context=1)
    assert found.rows[0].passage.marked() == (
        "据晨星社消息，“⟦青禾科技 … 会改名⟧”，周见山说，“⟦ＡＩ部门也会⟧”。星图汽车没有评论。"
    )
    assert asking.trips <= MOST_TRIPS


@pytest.mark.parametrize("topic", TOPICS)
def test_show_gives_the_views_of_the_store(topic, store, server):
    assert answer(show, server, topic) == answer(show, store, topic)


@pytest.mark.parametrize("options", FILTERS, ids=str)
@pytest.mark.parametrize("topic", ["禾苗", "星图汽车", "张伟", "晨报/0602.txt"])
def test_show_takes_every_filter(topic, options, store, server):
    kept = filters(**options)
    assert show(server, topic, filters=kept) == show(store, topic, filters=kept)


def refs(store):
    """Every id of every record, whole, shortened, and as an edge has it; and what else finds an article."""
    for article in store.articles():
        yield from (article.id, article.id[:8], article.source)
        for kind in (store.mentions, store.claims, store.relations):
            for record in kind(article.id):
                is_on_server = not hasattr(record, "kind") or record.id in store.entities_in(article.id)
                if is_on_server and not is_loose(store, record):
                    yield from (record.id, record.id[:10].upper())
    yield from (entity.id for entity in store.entities())
    yield from (f"said:{news.SPLIT[1].claims[0].id}", f"in:{news.SPLIT[1].mentions[0].id}")
    yield from (f"relation:{news.ASSERTED[1].relations[0].id}", "https://chenbao.example/0602")


def is_loose(store, record):
    """Whether it is a tie to something that is no entity: a title."""
    return hasattr(record, "subject") and record.subject not in store.entities_in(record.article)


def test_show_finds_every_id(store, server):
    asked = list(refs(store))
    assert len(asked) > 200
    for ref in asked:
        assert answer(show, server, ref, context=1) == answer(show, store, ref, context=1), ref


def test_what_was_rejected_is_nowhere(server):
    with pytest.raises(QueryError, match=r"^Nothing is called"):
        show(server, news.REJECTED[1].claims[0].id)


def test_a_mention_that_stands_for_no_entity_is_not_on_the_server(store, server):
    chair = news.ASSERTED[1].mentions[3]
    assert show(store, chair.id).views[0].passage.marked().count("⟦董事长⟧") == 1
    with pytest.raises(QueryError, match=r"^Nothing is called"):
        show(server, chair.id)


def test_an_ambiguous_id_is_one_sentence(store, server):
    with pytest.raises(QueryError) as here:
        show(store, LEAK.id[:5])
    with pytest.raises(QueryError) as there:
        show(server, LEAK.id[:5])
    assert str(here.value) == str(there.value)


def test_nodes_and_ties_of_others_are_passed_over(neo4j_server: Neo4j, store, server):
    neo4j_server.rows(
        """MATCH (e:Entity {name: '张三'}), (f:Entity {name: '青禾科技'})
        CREATE (e)-[:SAID]->(c:Claim {id: 'mine', content: '青禾科技'})-[:ABOUT]->(f),
            (e)-[:FOUNDER]->(f), (:Entity {id: 'mine too', keys: []})"""
    )
    try:
        for topic in ("青禾科技", "mine"):
            assert said(server, topic) == said(store, topic)
        assert show(server, "张三") == show(store, "张三")
    finally:
        neo4j_server.rows("MATCH (c) WHERE c.id IN ['mine', 'mine too'] DETACH DELETE c")
        neo4j_server.rows("MATCH (:Entity)-[r:FOUNDER]->(:Entity) WHERE r.id IS NULL DELETE r")


def test_without_texts_their_want_is_told(neo4j_server: Neo4j, asking: Asking, store, server):
    texts = asking("MATCH (a:Article) RETURN a.id AS id, a.text AS text")
    neo4j_server.rows("MATCH (a:Article) REMOVE a.text")
    try:
        assert said(server, "禾苗") == said(store, "禾苗")
        with pytest.raises(QueryError, match=r"^The server holds no texts .+ kg load --texts"):
            said(server, "禾苗", context=0)
        with pytest.raises(QueryError, match=r"^The server holds no texts"):
            show(server, news.SPLIT[1].claims[0].id)
    finally:
        neo4j_server.rows("UNWIND $texts AS t MATCH (a:Article {id: t.id}) SET a.text = t.text", texts=texts)


def test_a_graph_loaded_with_filters_may_lack_articles(neo4j_server: Neo4j, asking: Asking, store, server):
    asking("MATCH (a:Article {id: $id}) SET a:Away REMOVE a:Article", id=OPINION.id)
    try:
        with pytest.raises(QueryError, match=f"^The article {OPINION.id} is not in the database"):
            said(server, "禾苗")
    finally:
        neo4j_server.rows("MATCH (a:Away) SET a:Article REMOVE a:Away")


def test_each_question_sees_what_was_loaded_meanwhile(neo4j_server: Neo4j, server):
    before = said(server, "王五").taken
    neo4j_server.rows("MATCH (e:Entity {name: '王五'}) SET e.name = '王五郎'")
    try:
        assert [one.name for one in said(server, "王五").taken] == ["王五郎"]
    finally:
        neo4j_server.rows("MATCH (e:Entity {name: '王五郎'}) SET e.name = '王五'")
    assert said(server, "王五").taken == before


def test_a_server_without_a_graph_is_a_sentence():
    with pytest.raises(
        ServerError, match=r"^The server holds no whole graph of kg; kg load puts it there\.$"
    ):
        Server.loaded(lambda query, **parameters: [])


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("会改名", '"会改" AND "改名"'),
        ("ＡＩ 部门", '"ai" AND "部门"'),
        ("成", "成*"),
        ("——", ""),
        ("会" * 5000, '"会会"'),
    ],
)
def test_words_become_pairs(words, query):
    assert searched(words) == query


@pytest.mark.model
def test_the_seed_articles_answer_alike(neo4j: Neo4j, tmp_path, root):
    from kg.annotate.pipeline import load as load_model
    from kg.readers import ReadOptions, read
    from kg.run.build import build

    who = {"user": neo4j.user, "password": neo4j.password}
    with Store.open(tmp_path / "seeds.db") as store, connected(neo4j.uri, **who) as connection:
        build(store, read([str(root / "seeds" / "articles")], options=ReadOptions()), load_model())
        load(store, neo4j.uri, **who)
        server = Server.loaded(connection.read)
        topics = [form for entity in store.entities() for form in (entity.name, *entity.aliases)]
        assert len(topics) > 20
        for topic in topics:
            assert said(server, topic) == said(store, topic)
            assert show(server, topic) == show(store, topic)
