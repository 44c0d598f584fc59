import msgspec
import pytest

from kg.errors import StoreError
from kg.records import Extraction
from kg.store import Store
from tests.factory import art, clm, ext, men, rel
from tests.graph.world import REPORT, REPRINT
from tests.store.conftest import put

SPLIT = art("据晨星社消息，“青禾会改名”，周见山说，“也会搬家”，他还创办了星图汽车。", source="晨报/1.txt")


def split() -> Extraction:
    agency, zhou = men(SPLIT, "晨星社", "media"), men(SPLIT, "周见山", "person")
    firm, chair = men(SPLIT, "青禾", "company"), men(SPLIT, "星图汽车", "company")
    claim = clm(SPLIT, zhou, "说", "青禾会改名", "也会搬家", about=(firm,), via=(agency, agency))
    silent = clm(SPLIT, None, None, "他还创办了星图汽车")
    tie = rel(SPLIT, "founder", zhou, chair, "创办了星图汽车", claim=silent)
    return Extraction(mentions=(agency, zhou, firm, chair), claims=(claim, silent), relations=(tie,))


CLAIM, SILENT = split().claims
TIE = split().relations[0]


@pytest.fixture
def spoken(store: Store) -> Store:
    put(store, SPLIT, split())
    return store


def test_the_words_of_a_claim(spoken: Store) -> None:
    assert spoken.exact.claim(CLAIM) == ("青禾会改名 … 也会搬家", "说", "周见山")
    assert spoken.exact.claim(SILENT) == ("他还创办了星图汽车", None, None)


def test_what_a_claim_asserts(spoken: Store) -> None:
    assert spoken.exact.asserts(CLAIM) == ()
    assert spoken.exact.asserts(SILENT) == ("founder",)
    spoken.ledger.judge(TIE.id, "different", reason="", judge="林晓岚")
    assert spoken.exact.asserts(SILENT) == ()


def test_evidence_text_and_count(spoken: Store) -> None:
    assert spoken.exact.evidence(TIE) == "创办了星图汽车"
    assert spoken.exact.text(SPLIT.id) == SPLIT.text
    assert (spoken.exact.count_mentions(SPLIT.id), spoken.exact.count_mentions("0" * 32)) == (4, 0)


def test_what_somebody_says_with_its_article(store: Store) -> None:
    for article in (REPORT, REPRINT):
        put(store, article, ext(article))
    (zhang,) = store.entities_named("张三")
    said = sorted(store.exact.spoken_by(zhang.id))
    assert [words for words, _ in said] == ["明年会更好"] * 2 + ["青禾科技的“禾苗”大模型还不成熟"] * 2
    assert {fingerprint for _, fingerprint in said} == {REPORT.fingerprint, REPRINT.fingerprint}
    assert list(store.exact.spoken_by("person:nobody")) == []


def test_all_that_an_article_says(spoken: Store) -> None:
    (agency,) = spoken.entities_named("晨星社")
    first, second = spoken.exact.sayings(SPLIT.id)
    assert first == (CLAIM.id, ("青禾会改名", "也会搬家"), "说", "周见山", (agency.id,), ())
    assert (second.claim, second.speaker, second.via, second.asserts) == (SILENT.id, None, (), ("founder",))
    assert list(spoken.exact.sayings("0" * 32)) == []


def test_what_is_gone_is_a_sentence(store: Store) -> None:
    gone = msgspec.structs.replace(TIE, id="0" * 32)
    with pytest.raises(StoreError, match=r"^There is no claim [0-9a-f]{32} in .+\.$"):
        store.exact.claim(CLAIM)
    with pytest.raises(StoreError, match=r"^There is no relation 0{32} in"):
        store.exact.evidence(gone)
    with pytest.raises(StoreError, match=r"^There is no article 0{32} in"):
        store.exact.text("0" * 32)
