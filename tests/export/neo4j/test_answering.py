from kg.export.neo4j.answering import LONGEST_KEY, article_extra, claim_extras, entity_extra
from kg.records import Extraction
from kg.store import Store
from tests.factory import art, men
from tests.graph.world import put
from tests.query.cypher import news


def test_what_finds_an_entity_and_tells_it_from_others(tmp_path):
    with Store.open(tmp_path / "kg.db") as store:
        news.build(store)
        (coach,) = (
            one for one in store.entities_named("张伟") if store.names.shown(one.id).titles == ("主教练",)
        )
        assert entity_extra(store, coach.id) == {
            "keys": ["张伟"],
            "titles": ["主教练"],
            "firms": ["海川足球队"],
        }
        (agency,) = store.entities_named("晨星社")
        assert entity_extra(store, agency.id) == {"keys": ["晨星社"]}


def test_a_name_that_no_index_takes_is_no_key(tmp_path):
    with Store.open(tmp_path / "kg.db") as store:
        for record, length in enumerate((LONGEST_KEY // 3, LONGEST_KEY // 3 + 1), start=1):
            article = art("汽" * length, record=record)
            put(store, (article, Extraction(mentions=(men(article, article.text, "company"),))))
        extras = [entity_extra(store, one.id) for one in store.entities()]
        assert sorted(len(extra.get("keys", ())) for extra in extras) == [0, 1]


def test_what_a_claim_says_besides_its_content(tmp_path):
    with Store.open(tmp_path / "kg.db") as store:
        news.build(store)
        (agency,) = store.entities_named("晨星社")
        (extra,) = claim_extras(store, news.SPLIT[0].id).values()
        assert (extra["speaker"], extra["cue"], extra["via_ids"]) == ("周见山", "说", [agency.id])
        assert {"青禾", "科技", "改名", "ai"} <= set(extra["pairs"].split())
        asserted, denial = claim_extras(store, news.ASSERTED[0].id).values()
        assert asserted["asserts"] == ["founder"]
        assert "via_ids" not in denial
        assert article_extra(store, news.ASSERTED[0].id) == {"mentions": 6}
