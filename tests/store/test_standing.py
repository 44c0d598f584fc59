from kg.records import Article, Claim, Extraction, Judgement, Mention, Relation, Verdict
from kg.store.standing import Judged, carried, described, likeness, threads, verdicts, with_neighbours
from tests.factory import art, clm, ext, men, rel

ARTICLE, WHOLE = art(), ext()
ZHANG = WHOLE.mentions[0]


def jud(seq: int, left: str, right: str, verdict: Verdict, judge: str = "编辑") -> Judgement:
    """A judgement in three letters."""
    return Judgement(
        seq=seq,
        left=left,
        right=right,
        verdict=verdict,
        score=1.0,
        reason="",
        judge=judge,
        decided_at="2024-05-01T08:00:00+00:00",
    )


def said(article: Article, *contents: str, cue: str | None = "表示") -> Judged:
    """What a claim of the article says."""
    claim = clm(article, None, cue, *contents)
    return described(article, Extraction(claims=(claim,)))[claim.id]


def test_the_last_judgement_decides() -> None:
    found = threads(
        [jud(1, "甲", "甲", "different"), jud(2, "甲", "甲", "same"), jud(3, "甲", "甲", "unsure")]
    )
    assert verdicts(found.values()) == {"甲": "unsure"}


def test_a_person_outranks_the_machine_also_when_it_speaks_later() -> None:
    for judgements in (
        [jud(1, "甲", "甲", "different"), jud(2, "甲", "甲", "same", "kg")],
        [jud(1, "甲", "甲", "same", "kg"), jud(2, "甲", "甲", "different")],
    ):
        assert verdicts(threads(judgements).values()) == {"甲": "different"}


def test_a_verdict_holds_for_all_records_of_its_thread() -> None:
    found = threads(
        [jud(1, "甲", "甲", "different"), jud(2, "甲", "乙", "different"), jud(3, "甲", "乙", "unsure")]
    )
    assert verdicts(found.values()) == {"甲": "unsure", "乙": "unsure"}


def test_carrying_over_decides_nothing() -> None:
    """The verdict may have been taken back before the line that carries it was written elsewhere."""
    found = threads(
        [jud(1, "甲", "甲", "different"), jud(2, "甲", "甲", "unsure"), jud(3, "甲", "乙", "different")]
    )
    assert verdicts(found.values()) == {"甲": "unsure", "乙": "unsure"}


def test_a_claim_with_the_same_cue_says_the_same() -> None:
    old = said(ARTICLE, "青禾科技的“禾苗”大模型还不成熟")
    assert likeness(old, said(ARTICLE, "大模型还不成熟")) > 0.5
    assert likeness(old, said(ARTICLE, "大模型还不成熟", cue="说")) == 0.0


def test_a_claim_with_four_fifths_of_its_content_says_the_same() -> None:
    old = said(ARTICLE, "青禾科技的“禾苗”大模型还不成熟", cue=None)
    assert likeness(old, said(ARTICLE, "“禾苗”大模型还不成熟", cue=None)) == 0.0  # 11 of 16 characters
    assert round(likeness(old, said(ARTICLE, "科技的“禾苗”大模型还不成熟", cue=None)), 3) == 0.875


def test_the_same_words_elsewhere_say_the_same() -> None:
    edited = art("本报讯\n" + ARTICLE.text, id=ARTICLE.id)
    assert likeness(said(ARTICLE, "明年会更好"), said(edited, "明年会更好")) == 1.0


def test_other_words_at_the_same_place_say_another_thing() -> None:
    old, new = art("张三称，明年会更好。", id="1" * 32), art("李四说，会谈已结束。", id="1" * 32)
    assert likeness(said(old, "明年会更好", cue="称"), said(new, "会谈已结束", cue="说")) == 0.0


def test_a_split_content_is_compared_by_its_characters() -> None:
    text = art("“芯片不够用，”张三表示，“算力也不够用。”")
    old = said(text, "芯片不够用", "算力也不够用", cue=None)
    assert likeness(old, said(text, "芯片不够用，”张三表示，“算力也不够用", cue=None)) == 0.0  # 11 of 19
    assert likeness(old, said(text, "芯片不够用，", "算力也不够用。", cue=None)) == 11 / 13


def described_one(article: Article, record: Mention | Claim | Relation, *mentions: Mention) -> Judged:
    relations = (record,) if isinstance(record, Relation) else ()
    named = (record,) if isinstance(record, Mention) else mentions
    return described(article, Extraction(mentions=named, relations=relations))[record.id]


def test_a_name_of_another_type_at_the_same_place_is_the_same_mention() -> None:
    old = described_one(ARTICLE, men(ARTICLE, "禾苗", "product"))
    assert likeness(old, described_one(ARTICLE, men(ARTICLE, "禾苗", "work"))) == 1.0
    assert likeness(old, described_one(ARTICLE, men(ARTICLE, "“禾苗”", "product"))) == 0.0
    firms = [described_one(ARTICLE, men(ARTICLE, "青禾科技", "company", nth=nth)) for nth in (0, 1)]
    assert likeness(*firms) == 0.0


def test_a_relation_of_the_same_type_and_names_is_the_same() -> None:
    firm, again = (men(ARTICLE, "青禾科技", "company", nth=nth) for nth in (0, 1))
    he = men(ARTICLE, "他", kind="pronoun", antecedent=ZHANG)
    mentions = (ZHANG, firm, again, he)
    old = described_one(ARTICLE, rel(ARTICLE, "role_of", ZHANG, firm, "张三表示，青禾科技"), *mentions)
    moved = described_one(ARTICLE, rel(ARTICLE, "role_of", he, again, "他还说"), *mentions)
    other = described_one(ARTICLE, rel(ARTICLE, "founder", ZHANG, firm, "张三表示，青禾科技"), *mentions)
    assert old.words == "张三 role_of 青禾科技"
    assert (likeness(old, moved), likeness(old, other)) == (1.0, 0.0)


def carry(old: Judged, *new: Judged, beside: tuple[Judged, ...] = ()) -> list[tuple[str, str, Verdict]]:
    old = with_neighbours(old, beside, before=None)
    found = threads([jud(1, old.id, old.id, "different")])
    after = {record.id: record for record in new}
    return [
        (judgement.left, judgement.right, judgement.verdict)
        for judgement in carried(found, {old.id: old}, after)
    ]


def test_the_record_that_is_most_alike_takes_the_verdict() -> None:
    old = said(ARTICLE, "青禾科技的“禾苗”大模型还不成熟")
    near, far = said(ARTICLE, "的“禾苗”大模型还不成熟"), said(ARTICLE, "还不成熟")
    for new in ((near, far), (far, near)):
        assert carry(old, *new) == [(old.id, near.id, "different")]


def test_nothing_is_carried_while_the_record_is_there() -> None:
    old, other = said(ARTICLE, "青禾科技的“禾苗”大模型还不成熟"), said(ARTICLE, "大模型还不成熟")
    assert carry(old, old, other) == []


def test_what_stood_beside_the_record_already_is_another_thing() -> None:
    old, beside = said(ARTICLE, "青禾科技的“禾苗”大模型还不成熟"), said(ARTICLE, "大模型还不成熟")
    assert carry(old, beside, beside=(old, beside)) == []


def test_only_what_could_be_taken_for_it_stands_beside_a_record() -> None:
    old, far = said(ARTICLE, "大模型还不成熟"), said(ARTICLE, "产品已经可用", cue="回应称")
    near = said(ARTICLE, "青禾科技的“禾苗”大模型还不成熟")
    first = with_neighbours(old, (old, far, near), before=None)
    assert first.beside == (near.id,)
    assert with_neighbours(old, (old, far), before=first).beside == (near.id,)


def test_of_two_threads_the_one_judged_last_has_the_record() -> None:
    one, two = said(ARTICLE, "青禾科技的“禾苗”大模型还不成熟"), said(ARTICLE, "的“禾苗”大模型还不成熟")
    new = said(ARTICLE, "大模型还不成熟")
    judged = {one.id: one, two.id: two}
    for last, first in ((one, two), (two, one)):
        found = threads([jud(1, first.id, first.id, "same"), jud(2, last.id, last.id, "different")])
        (judgement,) = carried(found, judged, {new.id: new})
        assert (judgement.left, judgement.verdict) == (last.id, "different")


def test_the_carried_judgement_keeps_its_judge_and_tells_where_it_is_from() -> None:
    old, new = said(ARTICLE, "青禾科技的“禾苗”大模型还不成熟"), said(ARTICLE, "大模型还不成熟")
    found = threads([jud(7, old.id, old.id, "same")])
    (judgement,) = carried(found, {old.id: old}, {new.id: new})
    assert (judgement.judge, judgement.decided_at) == ("编辑", "2024-05-01T08:00:00+00:00")
    assert judgement.reason == f"read again, {old.id[:8]} is now {new.id[:8]}"
    assert judgement.score == 0.719  # half for the cue, half of 7 characters of 16
