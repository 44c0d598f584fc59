from kg.graph.stream import Selection
from kg.query.article_diff import Side, Told, article_changes, matched
from kg.query.facts import claim_facts
from kg.records import Extraction
from tests.factory import art, clm, men
from tests.graph.world import REPORT, put
from tests.query.versions import versions

THREE = art("张三说，先种树。张三说，先种树。张三说，后修路。", source="树.txt")


def told(*contents):
    """Claims of 张三, each with the place of its content among equals."""
    zhang = men(THREE, "张三", "person")
    found = []
    for words in contents:
        claim = clm(THREE, zhang, "说", words)
        found.append(Told(claim, claim_facts(claim, THREE, {zhang.id: zhang})))
    return found


def test_the_same_are_matched_and_the_others_left_over():
    left, right = told("先种树", "后修路"), told("后修路", "张三说")
    assert list(matched(left, right)) == [(left[1], right[0]), (None, right[1]), (left[0], None)]


def test_equal_words_are_matched_in_order():
    left, right = told("先种树", "先种树"), told("先种树")
    assert list(matched(left, right)) == [(left[0], right[0]), (left[1], None)]
    assert list(matched(right, left)) == [(right[0], left[0]), (None, left[1])]


def test_a_claim_with_another_speaker_is_the_same_claim(tmp_path):
    article = art("张三和李四到会。他说，先种树。", source="树.txt")
    zhang, li = men(article, "张三", "person"), men(article, "李四", "person")

    def spoken(who):
        he = men(article, "他", kind="pronoun", antecedent=who)
        return Extraction(mentions=(zhang, li, he), claims=(clm(article, he, "说", "先种树"),))

    with versions(tmp_path, lambda store: put(store, (article, spoken(li)))) as (old, new):
        put(old, (article, spoken(zhang)))
        (change,) = article_changes(Side(Selection(old)), Side(Selection(new)), article, article)
        (field,) = change.fields
        assert (field.name, field.before, field.after) == ("speaker", "张三", "李四")
        assert change.claim.speaker == "李四"


def test_an_article_that_is_not_there_is_new_or_gone(store):
    side = Side(Selection(store))
    new, gone = (list(article_changes(side, side, *pair)) for pair in ((None, REPORT), (REPORT, None)))
    assert [change.change for change in new] == ["new"] * 5
    assert [change.change for change in gone] == ["gone"] * 5
    assert list(article_changes(side, side, REPORT, REPORT)) == []
