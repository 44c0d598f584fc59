import msgspec

from kg.query.facts import article_facts, claim_facts, tie_facts
from kg.records import Mention
from tests.factory import art, ext

ARTICLE, EXTRACTION = art(), ext()
MENTIONS: dict[str, Mention] = {mention.id: mention for mention in EXTRACTION.mentions}


def test_a_pronoun_is_compared_by_the_name_it_stands_for():
    _, second, _ = EXTRACTION.claims
    facts = claim_facts(second, ARTICLE, MENTIONS)
    assert (facts["speaker"], facts["content"], facts["hedged"]) == ("张三", "明年会更好", True)
    assert (facts["about"], facts["about_implicit"]) == ((), ("禾苗",))


def test_a_name_that_was_rejected_is_nobody():
    _, second, _ = EXTRACTION.claims
    he = {id_: mention for id_, mention in MENTIONS.items() if mention.name == "他"}
    assert claim_facts(second, ARTICLE, he)["speaker"] == "他"
    assert claim_facts(second, ARTICLE, {})["speaker"] is None


def test_how_sure_a_model_was_does_not_count_but_a_judgement_does():
    claim = EXTRACTION.claims[0]
    other, sure = (msgspec.structs.replace(claim, confidence=value) for value in (0.4, 1.0))
    facts = claim_facts(claim, ARTICLE, MENTIONS)
    assert claim_facts(other, ARTICLE, MENTIONS) == facts
    assert claim_facts(sure, ARTICLE, MENTIONS) == {**facts, "sure": True}


def test_a_tie_has_its_ends_and_its_evidence():
    facts = tie_facts(EXTRACTION.relations[0], ARTICLE, MENTIONS)
    assert (facts["type"], facts["subject"], facts["object"]) == ("role_of", "李四", "青禾科技")
    assert (facts["evidence"], facts["title"], facts["place"]) == (
        "青禾科技首席执行官李四",
        "首席执行官",
        "32-43",
    )


def test_an_edited_text_is_another():
    left, right = article_facts(ARTICLE), article_facts(art("张三走了。"))
    assert [name for name in left if left[name] != right[name]] == ["text_sha256"]
