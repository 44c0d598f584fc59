import msgspec
import pytest

from kg.errors import StoreError
from kg.records import Extraction, TextSpan
from kg.store import Store
from tests.factory import art, clm, ext, men, rel
from tests.store.conftest import put

ARTICLE = art()
WHOLE = ext(ARTICLE)
ZHANG, FIRM, *_ = WHOLE.mentions


def refused(store: Store, extraction: Extraction) -> str:
    with pytest.raises(StoreError) as caught:
        put(store, ARTICLE, extraction)
    assert store.counts()["articles"] == 0
    return str(caught.value).removeprefix(f"{ARTICLE.source}, article {ARTICLE.id}: ")


def test_a_record_of_another_article(store: Store) -> None:
    other = men(art(record=2), "张三", "person")
    assert (
        refused(store, Extraction(mentions=(other,)))
        == f"record {other.id} belongs to article {other.article}."
    )


def test_a_span_beyond_the_text(store: Store) -> None:
    end = len(ARTICLE.text)
    claim = msgspec.structs.replace(WHOLE.claims[0], content=(TextSpan(end - 1, end + 1),))
    found = refused(store, Extraction(mentions=WHOLE.mentions, claims=(claim,)))
    assert found == f"record {claim.id} ends at {end + 1}, the text at {end}."


def test_a_name_that_is_not_what_its_span_reads(store: Store) -> None:
    wrong = msgspec.structs.replace(ZHANG, name="李四")
    assert (
        refused(store, Extraction(mentions=(wrong,)))
        == f"mention {ZHANG.id} is written 李四, its span reads 张三."
    )


def test_a_speaker_that_is_not_there(store: Store) -> None:
    claim = clm(ARTICLE, ZHANG, "表示", "明年会更好")
    found = refused(store, Extraction(claims=(claim,)))
    assert found == f"record {claim.id} refers to mention {ZHANG.id}, which is not there."


def test_a_claim_that_is_not_there(store: Store) -> None:
    relation = rel(ARTICLE, "role_of", ZHANG, FIRM, "张三表示，青禾科技", claim=WHOLE.claims[0])
    found = refused(store, Extraction(mentions=(ZHANG, FIRM), relations=(relation,)))
    assert found == f"relation {relation.id} refers to claim {WHOLE.claims[0].id}, which is not there."


def test_a_record_that_stands_there_twice(store: Store) -> None:
    assert refused(store, Extraction(mentions=(ZHANG, ZHANG))) == f"record {ZHANG.id} stands there twice."


def test_two_pronouns_that_stand_for_each_other(store: Store) -> None:
    he = men(ARTICLE, "他", kind="pronoun", antecedent=ZHANG)
    circle = msgspec.structs.replace(ZHANG, antecedent=he.id)
    assert refused(store, Extraction(mentions=(circle, he))) == f"mention {ZHANG.id} stands for itself."
