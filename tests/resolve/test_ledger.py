from collections.abc import Callable

import pytest

from kg.errors import ConfigError, QueryError
from kg.records import PERSON, Claim, Extraction
from kg.resolve.ledger import accept, entries, reject, resolve, undo
from kg.store import Store
from tests.factory import clm
from tests.graph.world import OPINION, opinion, put


@pytest.fixture
def claim(store: Store) -> Claim:
    (found,) = store.claims(OPINION.id)
    return found


def test_reject_accept_undo(store: Store, claim: Claim) -> None:
    reject(store, claim.id[:8], reason="记者的话", by="王编辑")
    assert store.claims(OPINION.id) == []
    accept(store, claim.id[:8])
    assert [found.confidence for found in store.claims(OPINION.id)] == [1.0]
    undo(store, claim.id[:8])
    assert store.claims(OPINION.id) == [claim]


def test_a_decision_shows_what_was_judged(store: Store, claim: Claim) -> None:
    decision = reject(store, claim.id, reason=" 记者的话 ", by="王编辑")
    assert (decision.record.kind, decision.record.words) == ("claim", "禾苗还要三年才能成熟")
    judgement = decision.judgement
    assert (judgement.verdict, judgement.judge, judgement.reason) == ("different", "王编辑", "记者的话")
    assert reject(store, claim.id[:8]).judgement == judgement


def test_the_same_judgement_again_writes_nothing(store: Store, claim: Claim) -> None:
    assert reject(store, claim.id, reason="记者的话").is_new
    assert not reject(store, claim.id).is_new
    assert not reject(store, claim.id, reason="记者的话").is_new
    assert reject(store, claim.id, reason="另有原因").is_new
    assert [entry.reason for entry in entries(store)] == ["记者的话", "另有原因"]


@pytest.mark.parametrize("is_undone", [False, True])
def test_there_must_be_something_to_take_back(store: Store, claim: Claim, is_undone: bool) -> None:
    if is_undone:
        accept(store, claim.id)
        undo(store, claim.id)
    with pytest.raises(QueryError, match=rf"^There is no judgement on the claim {claim.id} to take back\.$"):
        undo(store, claim.id)


@pytest.mark.parametrize("by", ["", "  ", "kg", "KG "])
def test_a_person_has_a_name(store: Store, claim: Claim, by: str) -> None:
    with pytest.raises(ConfigError, match="needs the name of who makes it"):
        reject(store, claim.id, by=by)
    assert entries(store) == []


@pytest.mark.parametrize("ref", ["王五", "", "0" * 32, OPINION.id, OPINION.id[:8]])
@pytest.mark.parametrize("act", [accept, reject, undo])
def test_only_records_can_be_judged(store: Store, act: Callable[..., object], ref: str) -> None:
    with pytest.raises(QueryError, match=r"^No mention, claim or relation has the id '.*'\.$"):
        act(store, ref)


def test_mentions_and_relations_can_be_judged(store: Store) -> None:
    (tie,) = store.relations(OPINION.id)
    assert resolve(store, tie.id[:10]) == ("relation", tie.id)
    assert reject(store, tie.id).record.words == "王五 founder 青禾科技"
    assert reject(store, tie.subject).record.words == "王五"


def test_the_ledger_tells_what_became_of_each_judgement(store: Store, claim: Claim) -> None:
    first = reject(store, claim.id, reason="记者的话", by="王编辑").record
    given = opinion()
    again = clm(OPINION, given.mentions[0], "认为", "还要三年才能成熟")
    put(store, (OPINION, Extraction(mentions=given.mentions, claims=(again,))))
    undo(store, again.id, by=PERSON)
    rejected, carried, undone = entries(store)
    assert (rejected.decided, rejected.record, rejected.words) == ("rejected", first.id, first.words)
    assert (rejected.is_carried, rejected.counts, rejected.judge) == (False, False, "王编辑")
    assert (carried.decided, carried.record, carried.judge) == ("rejected", again.id, "王编辑")
    assert (carried.is_carried, carried.counts) == (True, False)
    assert (undone.decided, undone.record, undone.judge, undone.counts) == (
        "undone",
        again.id,
        "person",
        True,
    )
    assert [entry.seq for entry in entries(store)] == [1, 2, 3]


def test_a_judgement_on_a_record_that_is_gone_is_shown_as_such(store: Store, claim: Claim) -> None:
    reject(store, claim.id)
    store.retract(OPINION.id)
    (entry,) = entries(store)
    assert (entry.is_gone, entry.counts, entry.words) == (True, True, "禾苗还要三年才能成熟")
    undo(store, claim.id)
    assert [entry.is_gone for entry in entries(store)] == [True, True]
