import msgspec

from kg.records import Extraction, TextSpan
from kg.store import Store
from tests.factory import art, clm, ext, men, rel
from tests.store.conftest import put


def test_records_come_back_as_they_were_and_in_order(store: Store) -> None:
    article, given = art(), ext()
    put(store, article, given)
    assert store.mentions(article.id) == list(given.mentions)
    assert store.claims(article.id) == list(given.claims)
    assert store.relations(article.id) == list(given.relations)


def test_every_field_of_a_claim_comes_back(store: Store) -> None:
    article = art("“芯片够，”甲社援引张三的话称，“算力不够。”青禾、禾苗")
    agency, zhang = men(article, "甲社", "media"), men(article, "张三", "person")
    firm, product = men(article, "青禾", "company"), men(article, "禾苗", "product")
    claim = clm(
        article,
        zhang,
        "称",
        "芯片够",
        "算力不够",
        mode="mixed",
        about=(product, firm),
        about_implicit=(agency,),
        via=(agency, zhang),
        negated=True,
        hedged=True,
        said_on="2024-04",
        confidence=0.123,
    )
    put(store, article, Extraction(mentions=(agency, zhang, firm, product), claims=(claim,)))
    assert store.claim(claim.id) == claim
    assert store.claim_text(claim) == "芯片够 … 算力不够"


def test_every_field_of_a_relation_comes_back(store: Store) -> None:
    article = art("张三说，青禾将收购禾苗。")
    zhang, firm, other = (
        men(article, "张三"),
        men(article, "青禾", "company"),
        men(article, "禾苗", "company"),
    )
    claim = clm(article, zhang, "说", "青禾将收购禾苗", about=(firm, other))
    relation = rel(
        article,
        "acquires",
        firm,
        other,
        "青禾将收购禾苗",
        claim=claim,
        title="买方",
        status="planned",
        date="2024",
        amount="三亿元",
    )
    put(store, article, Extraction(mentions=(zhang, firm, other), claims=(claim,), relations=(relation,)))
    assert store.relation(relation.id) == relation


def test_a_claim_without_speaker_and_cue_comes_back(store: Store) -> None:
    article = art("据了解，禾苗已停产。")
    claim = clm(article, None, None, "禾苗已停产")
    put(store, article, Extraction(claims=(claim,)))
    assert store.claims(article.id) == [claim]


def test_a_mention_before_its_antecedent_comes_back(store: Store) -> None:
    article = art("他来了，张三说。")
    zhang = men(article, "张三", "person")
    he = men(article, "他", kind="pronoun", antecedent=zhang)
    put(store, article, Extraction(mentions=(he, zhang)))
    assert store.mention(he.id) == he


def test_what_is_not_there_is_none(store: Store) -> None:
    nothing = art(record=9)
    assert (store.mentions(nothing.id), store.claims(nothing.id), store.relations(nothing.id)) == ([], [], [])
    assert (store.mention(nothing.id), store.claim(nothing.id), store.relation(nothing.id)) == (None,) * 3


def test_offsets_count_code_points(store: Store) -> None:
    article = art("😀𠮷野家说，𠮷是姓。")
    claim = clm(article, None, "说", "𠮷是姓")
    put(store, article, Extraction(claims=(claim,)))
    assert store.claim_text(msgspec.structs.replace(claim)) == "𠮷是姓"
    assert claim.content == (TextSpan(6, 9),)
