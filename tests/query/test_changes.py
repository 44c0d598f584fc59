from kg.query.changes import Field, changed_fields, entity_change
from kg.records import Entity

ENTITY = Entity(
    id="company:qinghe", type="company", name="青禾科技", aliases=("青禾",), referents=("0" * 32,)
)


def test_only_fields_that_differ_are_told_in_their_order():
    before = {"speaker": "张三", "mode": "direct", "cue": None}
    after = {"speaker": "李四", "mode": "direct", "cue": "称"}
    assert changed_fields(before, after) == (Field("speaker", "张三", "李四"), Field("cue", None, "称"))
    assert changed_fields(before, before) == ()


def test_an_entity_is_told_with_its_names():
    change = entity_change("new", ENTITY)
    assert (change.id, change.name, change.type, change.aliases) == (
        "company:qinghe",
        "青禾科技",
        "company",
        ("青禾",),
    )
    assert change.fields == change.came_from == change.went_to == ()
