from kg.graph.entities import Entities
from tests.graph.world import REPORT


def test_a_mention_stands_for_its_entity(store):
    named = {mention.name: mention.id for mention in store.mentions(REPORT.id)}
    entities = Entities(store)
    assert entities.of(named["他"], REPORT.id).name == "张三"
    assert entities.of(named["首席执行官"], REPORT.id) is None
    assert entities.of(None, REPORT.id) is None
