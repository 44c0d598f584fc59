"""Roles and founders, read off names that stand beside each other."""

import pytest

from kg.extract.article import extract
from kg.records import Relation
from tests.extract.reading import doc
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
}


def ties(text: str) -> list[tuple[str, str, str, str | None, str]]:
    """(subject, type, object, title, status) of every relation."""
    records = extract(doc(text, NAMES, []), art(text))
    names = {mention.id: mention.name for mention in records.mentions}
    return [(names[r.subject], r.type, names[r.object], r.title, r.status) for r in records.relations]


@pytest.mark.parametrize(
    "text",
    ["青禾科技首席执行官林晓岚来了。", "林晓岚，青禾科技首席执行官，来了。", "林晓岚是青禾科技首席执行官。"],
)
def test_a_role(text: str) -> None:
    assert ties(text) == [("林晓岚", "role_of", "青禾科技", "首席执行官", "stated")]


def test_a_founder_has_a_role_too() -> None:
    assert [tie[1] for tie in ties("青禾科技创始人林晓岚来了。")] == ["role_of", "founder"]


def test_titles_are_joined() -> None:
    assert ties("青禾科技董事长兼CEO林晓岚来了。")[0][3] == "董事长兼CEO"


def test_a_former_role() -> None:
    assert ties("前青禾科技董事长林晓岚来了。")[0][4] == "former"


def test_a_stop_parts_title_and_person() -> None:
    assert ties("青禾科技换了董事长。林晓岚来了。") == []


def test_each_pair_once() -> None:
    text = "青禾科技董事长林晓岚来了。青禾科技董事长林晓岚又走了。"
    assert len(ties(text)) == 1


def test_two_people_two_roles() -> None:
    text = "青禾科技董事长林晓岚和星图汽车首席执行官周见山来了。"
    assert [(tie[0], tie[2]) for tie in ties(text)] == [("林晓岚", "青禾科技"), ("周见山", "星图汽车")]


def test_inside_a_claim_its_speaker_asserts_it() -> None:
    text = "周见山说，青禾科技董事长林晓岚来了。"
    records: tuple[Relation, ...]
    records = extract(doc(text, NAMES, [("周见山", "说", "青禾科技董事长林晓岚来了")]), art(text)).relations
    assert records[0].claim is not None
