import pytest

from kg.graph.stream import Selection
from kg.query.entity_diff import entity_changes, holders
from kg.records import Extraction
from kg.resolve import names
from kg.seeds import Alias
from kg.store import Store
from tests.factory import art, men
from tests.graph.world import OPINION, build, put
from tests.query.versions import versions
from tests.resolve.namesakes import COACH, COACH_2, LAWYER, LAWYER_2
from tests.resolve.namesakes import put as put_names


def changes(old, new):
    return {change.name: change for change in entity_changes(Selection(old), Selection(new))}


def others(found):
    return [(one.name, one.is_whole) for one in found]


def test_a_merge_names_both(tmp_path):
    with versions(tmp_path, lambda store: names.merge(store, "王五", "李四")) as (old, new):
        found = changes(old, new)
        (whole,) = (change for change in found.values() if change.change == "changed")
        (part,) = (change for change in found.values() if change.change == "gone")
        assert {whole.name, part.name} == {"王五", "李四"}
        assert others(whole.came_from) == [(part.name, True)]
        assert others(part.went_to) == [(whole.name, False)]
        assert [field.name for field in whole.fields] == ["aliases"]


def test_a_split_names_both(tmp_path):
    with versions(tmp_path, lambda store: names.merge(store, "王五", "李四")) as (old, new):
        back = changes(new, old)
        (whole,) = (change for change in back.values() if change.change == "changed")
        (part,) = (change for change in back.values() if change.change == "new")
        assert others(whole.went_to) == [(part.name, True)]
        assert others(part.came_from) == [(whole.name, False)]


def test_one_use_of_a_name_may_go_to_another(tmp_path):
    news = (LAWYER, LAWYER_2, COACH, COACH_2)
    with Store.open(tmp_path / "old.db") as old, Store.open(tmp_path / "new.db") as new:
        for store in (old, new):
            put_names(store, *news)
        names.split(new, "张伟", article="乙报/2.txt")
        found = list(entity_changes(Selection(old), Selection(new)))
        assert {change.change for change in found} == {"changed", "new"}
        (one,) = (change for change in found if change.change == "new")
        (was,) = one.came_from
        assert (was.name, was.is_whole) == ("张伟", False)


def test_an_id_that_came_from_an_article_that_is_gone_is_the_same_entity(tmp_path):
    with versions(tmp_path, lambda store: store.retract(OPINION.id)) as (old, new):
        found = changes(old, new)
        assert found["禾苗"].change == "changed"
        (field,) = found["禾苗"].fields
        ids = [store.entities_named("禾苗")[0].id for store in (old, new)]
        assert (field.name, field.before, field.after) == ("id", *ids)
        assert found["王五"].change == "gone"


def test_more_articles_change_no_entity(tmp_path):
    article = art("张三昨天到访江城。", source="zzz.txt")
    more = Extraction(mentions=(men(article, "张三", "person"), men(article, "江城", "place")))
    with versions(tmp_path, lambda store: put(store, (article, more))) as (old, new):
        found = changes(old, new)
        assert found.pop("江城").change == "new"
        assert all([field.name for field in change.fields] == ["id"] for change in found.values())


def test_a_name_that_has_become_known_changes_its_id(tmp_path):
    known = (Alias(id="company:qinghe", type="company", name="青禾科技", alias="青禾科技"),)
    with (
        Store.open(tmp_path / "old.db") as old,
        Store.open(tmp_path / "new.db", known=known) as new,
    ):
        build(old)
        build(new)
        assert changes(old, new)["青禾科技"].id == "company:qinghe"


@pytest.mark.parametrize("place", [0, -1])
def test_holders_are_found_by_any_of_their_referents(store, place):
    entities = list(store.entities())
    assert holders(store, ["0" * 32, *(entity.referents[place] for entity in entities)]) == entities
    assert holders(store, []) == []
