import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.query.cypher.records import article, by_field, named, pieces, spans, spoken
from kg.query.cypher.statements import ARTICLE_FIELDS, CLAIM_FIELDS
from kg.records import TextSpan
from kg.store.exact import PIECE
from tests.query.cypher import news

CLAIM = {
    "id": "c",
    "article": "a",
    "content": "会改名 … 也会",
    "spans": "3-6 12-14",
    "mode": "mixed",
    "speaker": "他",
    "speaker_by": "model",
    "cue": "说",
    "date": "2024-06",
    "date_is_published": True,
    "negated": False,
    "hedged": True,
    "origin": "test",
    "confidence": 0.8,
    "via_ids": None,
    "asserts": ["founder"],
}


def row(**changed):
    claim = [{**CLAIM, **changed}[field] for field in CLAIM_FIELDS]
    about = [[False, 1, "b"], [True, 0, "d"], [False, 0, "e"]]
    return {"claim": claim, "speakers": [], "about": about}


def test_a_claim_names_entities_in_its_order():
    found = spoken(row())
    assert (found.claim.about, found.claim.about_implicit, found.claim.speaker) == (("e", "b"), ("d",), None)
    assert found.claim.content == (TextSpan(3, 6), TextSpan(12, 14))
    assert found.words == ("会改名 … 也会", "说", "他")
    assert found.asserts == ("founder",)


@pytest.mark.parametrize(("is_published", "said_on"), [(True, None), (False, "2024-06")])
def test_a_day_of_publication_is_no_day_of_saying(is_published, said_on):
    assert spoken(row(date_is_published=is_published)).claim.said_on == said_on


def test_the_type_of_an_entity_is_its_label_whatever_others_added():
    node = dict.fromkeys(("aliases", "titles", "firms")) | {"id": "x", "name": "青禾科技"}
    found = named({**node, "labels": ["Entity", "Watched", "Company"]})
    assert (found.entity.type, found.entity.aliases, found.shown.titles) == ("company", (), ())


def test_an_article_that_is_not_there():
    assert article([None] * len(ARTICLE_FIELDS)) is None


def test_fields_and_values_must_be_as_many():
    with pytest.raises(ValueError, match="shorter"):
        by_field(("id", "name"), ["x"])


@given(st.lists(st.text(min_size=1, max_size=9), min_size=1, max_size=4))
def test_the_pieces_of_a_content_come_apart_as_they_were_joined(texts):
    places = [TextSpan(100 * n, 100 * n + len(text)) for n, text in enumerate(texts)]
    assert list(pieces(PIECE.join(texts), places)) == texts
    assert spans(" ".join(f"{place.start}-{place.end}" for place in places)) == tuple(places)


def test_a_record_from_the_server_is_that_of_the_store(server, store):
    """But for what a server has not: mentions, the span of a cue, the text."""
    claim = news.SPLIT[1].claims[0]
    there, here = server.claim(claim.id), store.claim(claim.id)
    for field in ("id", "article", "mode", "speaker_by", "content", "negated", "hedged", "said_on", "origin"):
        assert getattr(there, field) == getattr(here, field)
    entities = store.entities_in(claim.article)
    assert there.speaker == entities[here.speaker]
    assert there.about_implicit == tuple(map(entities.get, here.about_implicit))
    mention = news.SPLIT[1].mentions[2]
    assert server.mention(mention.id) == mention
    tie = news.ASSERTED[1].relations[0]
    there, here = server.relation(tie.id), store.relation(tie.id)
    assert (there.evidence, there.claim, there.status, there.date) == (
        here.evidence,
        here.claim,
        "former",
        "2016",
    )
