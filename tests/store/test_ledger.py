import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.names import name_key
from kg.records import Article, Extraction, Verdict
from kg.store import Store, judgements
from kg.store.verify import verify
from tests.factory import art, clm, ext, men, rel
from tests.store.conftest import put

ARTICLE, WHOLE = art(), ext()
ZHANG, FIRM, PRODUCT, HE, AGAIN, CHIEF, LI = WHOLE.mentions
FIRST, SECOND, THIRD = WHOLE.claims
ROLE = WHOLE.relations[0]


@pytest.fixture
def full(store: Store) -> Store:
    put(store, ARTICLE, WHOLE)
    return store


def judge(store: Store, record: str, verdict: Verdict, *, by: str = "编辑", reason: str = "") -> None:
    store.ledger.judge(record, verdict, reason=reason, judge=by)


def test_a_rejected_claim_is_nowhere(full: Store) -> None:
    judge(full, FIRST.id, "different")
    product = [entity.id for entity in full.entities_named("禾苗")]
    zhang = [entity.id for entity in full.entities_named("张三")]
    assert full.claim(FIRST.id) is None
    assert full.claims(ARTICLE.id) == [SECOND, THIRD]
    assert list(full.claims_about(product)) == [SECOND, THIRD]
    assert list(full.claims_by(zhang)) == [SECOND]
    assert list(full.claims_with_words("成熟")) == []
    assert full.resolve_id(FIRST.id) == []
    assert full.counts()["claims"] == 2
    with pytest.raises(StoreError, match="There is no claim"):
        full.claim_text(FIRST)


def test_a_rejected_name_is_nowhere_and_nothing_refers_to_it(full: Store) -> None:
    judge(full, LI.id, "different")
    assert full.mention(LI.id) is None
    assert full.entities_named("李四") == []
    assert full.claims(ARTICLE.id)[2].speaker is None
    assert full.relations(ARTICLE.id) == []
    assert full.counts() == {"articles": 1, "mentions": 6, "claims": 3, "relations": 0, "entities": 3}


def test_a_rejected_topic_leaves_the_claims_that_are_about_other_things(full: Store) -> None:
    judge(full, PRODUCT.id, "different")
    first, second, third = full.claims(ARTICLE.id)
    assert (first.about, second.about_implicit, third.about_implicit) == ((FIRM.id,), (), ())


def test_a_pronoun_whose_name_is_rejected_stands_for_itself(full: Store) -> None:
    judge(full, ZHANG.id, "different")
    he = full.mention(HE.id)
    assert he is not None
    assert he.antecedent is None
    assert [(entity.type, entity.name) for entity in full.entities_named("他")] == [("unnamed_source", "他")]


def test_a_relation_goes_with_the_claim_that_asserts_it(store: Store) -> None:
    """Else it would seem to be the outlet that asserts it."""
    article = art("张三说，青禾将收购禾苗。")
    zhang, firm, other = men(article, "张三"), men(article, "青禾"), men(article, "禾苗")
    claim = clm(article, zhang, "说", "青禾将收购禾苗", about=(firm, other))
    tie = rel(article, "acquires", firm, other, "青禾将收购禾苗", claim=claim)
    put(store, article, Extraction(mentions=(zhang, firm, other), claims=(claim,), relations=(tie,)))
    judge(store, tie.id, "same")
    judge(store, claim.id, "different")
    assert (store.relation(tie.id), store.counts()["relations"]) == (None, 0)
    assert store.ledger.counts() == {"accepted": 0, "rejected": 1, "dangling": 0}
    judge(store, claim.id, "unsure")
    found = store.relation(tie.id)
    assert found is not None
    assert (found.claim, found.confidence) == (claim.id, 1.0)


def test_what_is_accepted_is_sure(full: Store) -> None:
    for record in (ZHANG, FIRST, ROLE):
        judge(full, record.id, "same")
    found = (full.mention(ZHANG.id), full.claim(FIRST.id), full.relation(ROLE.id))
    assert [record.confidence for record in found if record] == [1.0, 1.0, 1.0]
    assert full.ledger.counts() == {"accepted": 3, "rejected": 0, "dangling": 0}


@pytest.mark.parametrize(
    "record", [ZHANG, HE, CHIEF, LI, FIRST, SECOND, ROLE], ids=lambda record: record.id[:8]
)
def test_taken_back_everything_is_as_it_was(full: Store, record: object) -> None:
    before = view(full)
    for verdict in ("different", "same", "unsure"):
        judge(full, record.id, verdict)  # type: ignore[attr-defined]
    assert view(full) == before
    assert len(full.ledger.judgements()) == 3


def test_the_ledger_only_grows(full: Store) -> None:
    judge(full, FIRST.id, "different")
    for change in ("DELETE FROM judgement", "UPDATE judgement SET verdict = 'same'"):
        with pytest.raises(sqlite3.IntegrityError, match="the ledger only grows"):
            full._db.execute(change)


def test_an_equal_record_found_again_stays_rejected(full: Store) -> None:
    judge(full, FIRST.id, "different")
    put(full, ARTICLE, Extraction())
    put(full, ARTICLE, WHOLE, model_hash="b2")
    assert full.claims(ARTICLE.id) == [SECOND, THIRD]
    assert len(full.ledger.judgements()) == 1


def test_an_article_that_comes_back_finds_its_judgements(full: Store) -> None:
    judge(full, FIRST.id, "different")
    full.retract(ARTICLE.id)
    assert full.ledger.counts() == {"accepted": 0, "rejected": 0, "dangling": 1}
    assert full.ledger.gone() == {FIRST.id}
    put(full, ARTICLE, WHOLE)
    assert full.claims(ARTICLE.id) == [SECOND, THIRD]
    assert full.ledger.counts() == {"accepted": 0, "rejected": 1, "dangling": 0}


SHORTER = clm(ARTICLE, ZHANG, "表示", "“禾苗”大模型还不成熟", about=(PRODUCT,))


def read_anew(store: Store, *claims: object) -> None:
    """What another model finds in the article: the names, and these claims."""
    put(store, ARTICLE, Extraction(mentions=WHOLE.mentions, claims=claims), model_hash="b2")  # type: ignore[arg-type]


def test_a_slightly_different_record_takes_the_judgement(full: Store) -> None:
    judge(full, FIRST.id, "different", reason="没有人这样说过")
    read_anew(full, SHORTER, SECOND)
    assert full.claims(ARTICLE.id) == [SECOND]
    carried = full.ledger.judgements()[-1]
    assert (carried.left, carried.right, carried.judge) == (FIRST.id, SHORTER.id, "编辑")
    assert carried.reason == f"read again, {FIRST.id[:8]} is now {SHORTER.id[:8]}: 没有人这样说过"


def test_a_judgement_taken_back_on_the_new_record_is_taken_back_for_the_old_one(full: Store) -> None:
    judge(full, FIRST.id, "different")
    read_anew(full, SHORTER)
    judge(full, SHORTER.id, "unsure")
    read_anew(full, FIRST)
    assert full.claims(ARTICLE.id) == [FIRST]


def test_a_name_of_a_new_type_takes_the_judgement(full: Store) -> None:
    judge(full, PRODUCT.id, "different")
    work = men(ARTICLE, "禾苗", "work")
    put(full, ARTICLE, Extraction(mentions=(work,)))
    assert full.mentions(ARTICLE.id) == []


def test_a_relation_read_elsewhere_takes_the_judgement(full: Store) -> None:
    judge(full, ROLE.id, "same")
    other = rel(ARTICLE, "role_of", LI, FIRM, "李四回应称")
    put(full, ARTICLE, Extraction(mentions=WHOLE.mentions, relations=(other,)))
    assert [relation.confidence for relation in full.relations(ARTICLE.id)] == [1.0]


def test_a_judgement_whose_record_is_gone_is_kept(full: Store) -> None:
    judge(full, FIRST.id, "different")
    read_anew(full, THIRD)
    assert full.ledger.counts() == {"accepted": 0, "rejected": 0, "dangling": 1}
    assert full.ledger.judged()[FIRST.id].words == "青禾科技的“禾苗”大模型还不成熟"
    judge(full, FIRST.id, "unsure")
    assert full.ledger.counts() == {"accepted": 0, "rejected": 0, "dangling": 0}


def test_a_record_that_never_was_cannot_be_judged(full: Store) -> None:
    with pytest.raises(StoreError, match=r"^There is no record f{32} in .+\.$"):
        judge(full, "f" * 32, "different")
    assert full.ledger.judgements() == []


def test_the_start_of_an_id_finds_rejected_records_and_gone_ones(full: Store) -> None:
    judge(full, FIRST.id, "different")
    assert full.ledger.find(FIRST.id[:8]) == [("claim", FIRST.id)]
    full.retract(ARTICLE.id)
    assert full.ledger.find(FIRST.id[:8]) == [("claim", FIRST.id)]
    assert full.ledger.find(SECOND.id) == []


def test_judgements_outlive_the_session(path: Path) -> None:
    with Store.open(path, known=()) as store:
        put(store, ARTICLE, WHOLE)
        judge(store, FIRST.id, "different")
    with Store.open(path, known=()) as store:
        assert store.claims(ARTICLE.id) == [SECOND, THIRD]
        assert list(verify(store)) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE every_claim SET standing = NULL",
        "UPDATE every_claim SET standing = 1 WHERE standing IS NULL",
        "UPDATE every_relation SET standing = -2",
    ],
)
def test_verify_finds_a_record_that_stands_against_the_ledger(full: Store, change: str) -> None:
    judge(full, FIRST.id, "different")
    assert list(verify(full)) == []
    full._db.execute(change)
    assert any("does not stand as the ledger says" in problem for problem in verify(full))


def view(store: Store) -> object:
    """All that an answer could show: records, entities, what finds them."""
    records = [
        (store.mentions(it.id), store.claims(it.id), store.relations(it.id), store.entities_in(it.id))
        for it in store.articles()
    ]
    found = {
        name: store.entities_named(name_key(name)) for name in ("张三", "青禾科技", "禾苗", "李四", "他")
    }
    return records, list(store.entities()), found, store.counts()


def variants(article: Article) -> tuple[Extraction, ...]:
    """What five models find in an article: alike in part, so that judgements wander from one to the next."""
    whole = ext(article)
    zhang, firm, product, he, again, _, li = whole.mentions
    work = men(article, "禾苗", "work")
    shorter = clm(article, zhang, "表示", "“禾苗”大模型还不成熟", about=(product,))
    longer = clm(article, zhang, None, "，青禾科技的“禾苗”大模型还不成熟", about=(product,))
    late = clm(article, he, "说", "更好", about_implicit=(work,))
    role = rel(article, "role_of", li, firm, "李四回应称", claim=shorter)
    names = (zhang, firm, product, he, again, li)
    return (
        whole,
        Extraction(mentions=names, claims=(shorter,), relations=(role,)),
        Extraction(mentions=names, claims=(shorter, longer)),
        Extraction(mentions=(zhang, firm, work, he, li), claims=(late,)),
        Extraction(),
    )


ARTICLES = (art(record=1), art(record=2))
READ = {article.id: variants(article) for article in ARTICLES}


class Judge(NamedTuple):
    """A step: a verdict on one of the records that are there or were judged."""

    nth: int
    verdict: Verdict
    judge: str


Read = tuple[str, int]  # a step: what the n-th model finds in an article
Retract = str  # a step: an article goes
Step = Read | Judge | Retract

VERDICTS: st.SearchStrategy[Verdict] = st.sampled_from(("same", "different", "unsure"))
ids = st.sampled_from([article.id for article in ARTICLES])
reads = st.tuples(ids, st.integers(0, 4))
judging = st.builds(Judge, st.integers(0, 30), VERDICTS, st.sampled_from(("编辑", "编辑", "kg")))
steps: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(reads, judging, judging, ids), min_size=4, max_size=14
).map(lambda later: [(ARTICLES[0].id, 0), *later])


def take(store: Store, step: Step, read: dict[str, Extraction]) -> None:
    """Take one step; judging does nothing where there is no record."""
    if isinstance(step, Judge):
        given = [record for it in read.values() for record in (*it.claims, *it.relations, *it.mentions)]
        there = list(dict.fromkeys([*store.ledger.judged(), *(record.id for record in given)]))
        if there:
            judge(store, there[step.nth % len(there)], step.verdict, by=step.judge)
    elif isinstance(step, tuple):
        (article,) = (it for it in ARTICLES if it.id == step[0])
        read[article.id] = READ[article.id][step[1]]
        put(store, article, read[article.id])
    else:
        store.retract(step)
        read.pop(step, None)


def with_ledger(store: Store, ledger: Store) -> None:
    """Give a store the judgements of another one."""
    judged = ledger.ledger.judged()
    for judgement in ledger.ledger.judgements():
        judgements.add(store._db, judgement, judged[judgement.right])


@settings(max_examples=60)
@given(steps)
def test_a_replay_of_the_ledger_gives_the_same_state(steps: list[Step]) -> None:
    """Whatever was read, retracted and judged, and when: a rebuild from ledger and articles is equal."""
    read: dict[str, Extraction] = {}
    with Store.open(":memory:", known=()) as store, Store.open(":memory:", known=()) as fresh:
        for step in steps:
            take(store, step, read)
        assert list(verify(store)) == []
        with_ledger(fresh, store)
        for article in reversed(ARTICLES):
            if article.id in read:
                put(fresh, article, read[article.id])
        assert view(fresh) == view(store)
        assert fresh.ledger.judgements() == store.ledger.judgements()
        before = view(store)
        store.rebuild_entities()
        assert view(store) == before


@settings(max_examples=40)
@given(st.lists(VERDICTS, min_size=1, max_size=5), st.sampled_from([*WHOLE.mentions, *WHOLE.claims, ROLE]))
def test_only_the_last_of_a_persons_judgements_counts(verdicts: list[Verdict], record: object) -> None:
    id_: str = record.id  # type: ignore[attr-defined]
    with Store.open(":memory:", known=()) as store, Store.open(":memory:", known=()) as fresh:
        put(store, ARTICLE, WHOLE)
        put(fresh, ARTICLE, WHOLE)
        for verdict in verdicts:
            judge(store, id_, verdict)
        judge(fresh, id_, verdicts[-1])
        assert view(store) == view(fresh)
