from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.query.taken import taken
from kg.records import Extraction
from kg.store import Store
from tests.factory import art, men, rel
from tests.graph.world import put
from tests.query.who import build


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "who.db") as store:
        build(store)
        yield store


def test_namesakes_have_what_tells_them_apart_the_most_spoken_of_first(store: Store) -> None:
    found = taken(store, store.entities_named("张伟"))
    assert [(one.titles, one.firms, one.claims) for one in found] == [
        (("主教练",), ("海川足球队",), 2),
        (("律师",), ("恒信律师事务所",), 1),
    ]


def test_an_entity_of_several_names_is_one(store: Store) -> None:
    (found,) = taken(store, store.entities_named("智谱"))
    assert (found.id, found.name, found.type, found.claims) == ("company:zhipu-ai", "智谱AI", "company", 2)


def test_a_rejected_claim_is_not_counted(store: Store) -> None:
    (entity,) = store.entities_named("星图汽车")
    (claim,) = store.claims_about([entity.id])
    store.ledger.judge(claim.id, "different", reason="", judge="编辑")
    assert [one.claims for one in taken(store, [entity])] == [0]


def test_a_firm_that_is_known_under_another_name_is_called_by_its_own(tmp_path: Path) -> None:
    article = art("林晓岚是Nvidia工程师。")
    lin, firm = men(article, "林晓岚", "person"), men(article, "Nvidia", "company")
    tie = rel(article, "role_of", lin, firm, "林晓岚是Nvidia工程师", title="工程师")
    with Store.open(tmp_path / "firm.db") as store:
        put(store, (article, Extraction(mentions=(lin, firm), relations=(tie,))))
        assert taken(store, store.entities_named("林晓岚"))[0].firms == ("英伟达",)
