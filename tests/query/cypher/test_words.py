import pytest

from kg.query.cypher import statements
from kg.query.cypher.hand import Hand
from kg.query.cypher.words import TEXTS_AT_ONCE, ServedWords
from tests.query.cypher import news


def test_the_words_of_a_claim(server, store):
    claim = news.SPLIT[1].claims[0]
    assert server.exact.claim(server.claim(claim.id)) == store.exact.claim(claim)
    assert server.exact.asserts(server.claim(claim.id)) == ()
    asserted = news.ASSERTED[1].claims[0].id
    assert server.exact.asserts(server.claim(asserted)) == ("founder",)


def test_how_many_mentions_an_article_has(server, store):
    id_ = news.ASSERTED[0].id
    assert server.exact.count_mentions(id_) == store.exact.count_mentions(id_) == 6


def test_all_that_somebody_says(server, store):
    speaker = store.entities_named("林晓岚")[0].id
    assert sorted(server.exact.spoken_by(speaker)) == sorted(store.exact.spoken_by(speaker))


@pytest.mark.parametrize("count", [1, TEXTS_AT_ONCE + 2])
def test_texts_come_many_at_a_time(count):
    asked = []

    def ask(query, /, ids):
        if query == statements.TEXTS:
            asked.append(len(ids))
        return [{"id": id_, "text": f"正文{id_}"} for id_ in ids] if query == statements.TEXTS else []

    hand = Hand(ask)
    ids = [str(number) for number in range(count)]
    hand.need_articles(ids)
    words = ServedWords(hand)
    assert [words.text(id_) for id_ in ids] == [f"正文{id_}" for id_ in ids]
    assert len(asked) <= 2
