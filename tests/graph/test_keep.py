from kg.graph.filters import filters
from kg.graph.keep import Keep
from kg.records import Extraction
from tests.factory import art, clm, men
from tests.graph.world import LEAK, OPINION, put


def test_a_claim_without_speaker_passes_no_filter_of_types(store):
    article = art("据介绍，样机已经下线。", source="0601.txt")
    claim = clm(article, None, "据介绍", "样机已经下线")
    put(store, (article, Extraction(claims=(claim,))))
    assert Keep(store, filters()).claim(claim, article)
    assert not Keep(store, filters(type="person")).claim(claim, article)


def test_the_same_words_in_two_articles_support_each_other(store):
    second = art(
        "在昨天的峰会上，王五认为，“禾苗还要三年才能成熟”，台下有人鼓掌，也有人提前离场。",
        source="丁报/0504.txt",
        outlet="丁报",
    )
    wang = men(second, "王五", "person")
    claim = clm(second, wang, "认为", "禾苗还要三年才能成熟", mode="direct")
    put(store, (second, Extraction(mentions=(wang,), claims=(claim,))))
    (first,) = store.claims(OPINION.id)
    (leaked,) = store.claims(LEAK.id)
    keep = Keep(store, filters(min_support=2))
    assert keep.claim(claim, second)
    assert keep.claim(first, OPINION)
    assert not keep.claim(leaked, LEAK)
    assert not Keep(store, filters(min_support=3)).claim(claim, second)
