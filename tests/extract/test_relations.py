"""Ties of names as records: which count, with title, amount, status, evidence and who asserts them."""

from collections.abc import Sequence

from kg.extract.article import extract
from kg.records import Extraction, Relation
from tests.extract.reading import Said, Tied, doc
from tests.factory import art

NAMES = {
    "林晓岚": "person",
    "周见山": "person",
    "青禾科技": "company",
    "星图汽车": "company",
    "创始人": "position",
    "首席执行官": "position",
    "CEO": "position",
    "董事长": "position",
    "星云": "product",
}


def read(text: str, ties: Sequence[Tied], said: Sequence[Said] = ()) -> Extraction:
    return extract(doc(text, NAMES, said, ties=ties), art(text))


def only(records: Extraction) -> Relation:
    assert len(records.relations) == 1
    return records.relations[0]


def test_a_role_has_its_title_and_evidence() -> None:
    text = "昨天，青禾科技首席执行官林晓岚来了，天气很好。"
    relation = only(read(text, [("林晓岚", "role_of", "青禾科技")]))
    assert relation.title == "首席执行官"
    assert relation.evidence.of(text) == "青禾科技首席执行官林晓岚来了"


def test_titles_are_joined() -> None:
    text = "青禾科技董事长兼CEO林晓岚来了。"
    assert only(read(text, [("林晓岚", "role_of", "青禾科技")])).title == "董事长兼CEO"


def test_a_former_role() -> None:
    text = "前青禾科技董事长林晓岚来了。"
    assert only(read(text, [("林晓岚", "role_of", "青禾科技")])).status == "former"


def test_a_founder_may_have_a_role_too() -> None:
    text = "青禾科技创始人林晓岚来了。"
    records = read(text, [("林晓岚", "founder", "青禾科技"), ("林晓岚", "role_of", "青禾科技")])
    assert [(r.type, r.title) for r in records.relations] == [("founder", "创始人"), ("role_of", "创始人")]


def test_a_planned_take_over_with_its_sum() -> None:
    text = "青禾科技计划以15亿美元收购星图汽车。"
    relation = only(read(text, [("青禾科技", "acquires", "星图汽车")]))
    assert (relation.status, relation.amount) == ("planned", "15亿美元")


def test_direction_is_the_annotators() -> None:
    text = "青禾科技被星图汽车收购。"
    records = read(text, [("星图汽车", "acquires", "青禾科技")])
    names = {mention.id: mention.name for mention in records.mentions}
    assert names[only(records).subject] == "星图汽车"


def test_each_pair_once_where_it_is_surest() -> None:
    text = "青禾科技发布星云。青禾科技又发布星云。"
    assert len(read(text, [("青禾科技", "develops", "星云")] * 2).relations) == 1


def test_a_tie_that_cannot_be_is_none() -> None:
    text = "青禾科技发布星云。"
    assert read(text, [("青禾科技", "role_of", "星云")]).relations == ()


def test_inside_a_claim_its_speaker_asserts_it() -> None:
    text = "周见山说，青禾科技与星图汽车合作。"
    said = [("周见山", "说", "青禾科技与星图汽车合作")]
    records = read(text, [("青禾科技", "cooperates_with", "星图汽车")], said)
    assert only(records).claim == records.claims[0].id


def test_an_office_stands_with_who_holds_it() -> None:
    text = "星图汽车创始人周见山和青禾科技首席执行官林晓岚来了。"
    records = read(text, [("周见山", "role_of", "青禾科技"), ("林晓岚", "role_of", "青禾科技")])
    names = {mention.id: mention.name for mention in records.mentions}
    assert [names[relation.subject] for relation in records.relations] == ["林晓岚"]


def test_several_may_hold_one_office() -> None:
    text = "青禾科技创始人周见山、林晓岚来了。"
    ties = [("周见山", "founder", "青禾科技"), ("林晓岚", "founder", "青禾科技")]
    assert len(read(text, ties).relations) == 2
