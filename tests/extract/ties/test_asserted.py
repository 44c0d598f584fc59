"""Who asserts a tie, and which ties are given on."""

from kg.extract.ties.asserted import OWN, employers, given, holder, resolved
from kg.records import Article, Claim, Extraction, Mention, Relation, Status
from tests.factory import art, clm, men, rel, spn

BOUGHT = "青禾科技收购了星图汽车"


def pair(article: Article) -> tuple[Mention, Mention]:
    return men(article, "青禾科技", "company"), men(article, "星图汽车", "company")


def types(article: Article, mentions: list[Mention], claims: list[Claim], ties: list[Relation]) -> list[str]:
    extraction = Extraction(mentions=tuple(mentions), claims=tuple(claims), relations=tuple(ties))
    return [relation.type for relation in given(article.text, extraction)]


def said_by(words: str, type_: str | None, *, status: Status = "stated") -> list[str]:
    """What is given on of a take-over that somebody tells of."""
    article = art(f"{words}表示，{BOUGHT}。")
    speaker = men(article, words, type_, kind="name" if type_ else "unnamed")
    subject, object_ = (
        men(article, "青禾科技", "company", nth=words.count("青禾科技")),
        men(article, "星图汽车", "company"),
    )
    claim = clm(article, speaker, "表示", BOUGHT)
    tie = rel(article, "acquires", subject, object_, BOUGHT, claim=claim, status=status)
    return types(article, [speaker, subject, object_], [claim], [tie])


def test_the_outlet() -> None:
    article = art(f"{BOUGHT}。")
    subject, object_ = pair(article)
    assert types(article, [subject, object_], [], [rel(article, "acquires", subject, object_, BOUGHT)]) == [
        "acquires"
    ]


def test_the_firm_itself_counts_and_others_do_not() -> None:
    assert said_by("青禾科技", "company") == ["acquires"]
    assert said_by("山海机器人", "company") == []
    assert said_by("周见山", "person") == []
    assert said_by("知情人士", None) == []
    assert said_by("海川日报", "media") == []


def test_rumours_and_denials_are_not_given_on() -> None:
    assert said_by("青禾科技", "company", status="planned") == ["acquires"]
    assert said_by("青禾科技", "company", status="rumoured") == []
    assert said_by("青禾科技", "company", status="denied") == []


def test_a_claim_without_a_speaker() -> None:
    article = art(f"据称，{BOUGHT}。")
    subject, object_ = pair(article)
    claim = clm(article, None, "据称", BOUGHT)
    tie = rel(article, "acquires", subject, object_, BOUGHT, claim=claim)
    assert types(article, [subject, object_], [claim], [tie]) == []


def test_a_person_of_the_firm_counts_also_by_a_pronoun() -> None:
    article = art(f"青禾科技首席执行官林晓岚来了。她表示，{BOUGHT}。")
    person = men(article, "林晓岚", "person")
    she = men(article, "她", kind="pronoun", antecedent=person)
    subject, object_ = men(article, "青禾科技", "company", nth=1), men(article, "星图汽车", "company")
    claim = clm(article, she, "表示", BOUGHT)
    role = rel(article, "role_of", person, men(article, "青禾科技", "company"), "青禾科技首席执行官林晓岚")
    tie = rel(article, "acquires", subject, object_, BOUGHT, claim=claim)
    mentions = [person, she, men(article, "青禾科技", "company"), subject, object_]
    assert types(article, mentions, [claim], [role, tie]) == ["role_of", "acquires"]


def test_what_words_take_for_granted_counts_whoever_speaks() -> None:
    article = art("周见山表示，青禾科技首席执行官林晓岚来了。")
    speaker, person, firm = (
        men(article, "周见山", "person"),
        men(article, "林晓岚", "person"),
        men(article, "青禾科技", "company"),
    )
    claim = clm(article, speaker, "表示", "青禾科技首席执行官林晓岚来了")
    tie = rel(article, "role_of", person, firm, "青禾科技首席执行官林晓岚", claim=claim)
    assert types(article, [speaker, person, firm], [claim], [tie]) == ["role_of"]


def test_more_asserters_by_choice() -> None:
    article = art(f"海川日报报道，{BOUGHT}。")
    speaker, (subject, object_) = men(article, "海川日报", "media"), pair(article)
    claim = clm(article, speaker, "报道", BOUGHT)
    tie = rel(article, "acquires", subject, object_, BOUGHT, claim=claim)
    extraction = Extraction(mentions=(speaker, subject, object_), claims=(claim,), relations=(tie,))
    assert list(given(article.text, extraction)) == []
    assert list(given(article.text, extraction, asserters={*OWN, "record"})) == [tie]


def test_the_innermost_claim_holds() -> None:
    article = art(f"周见山表示，林晓岚认为{BOUGHT}。")
    subject, object_ = pair(article)
    outer = clm(article, None, "表示", f"林晓岚认为{BOUGHT}")
    inner = clm(article, None, "认为", BOUGHT)
    assert holder([outer, inner], subject.span, object_.span) == inner
    assert holder([outer, inner], spn(article, "林晓岚"), object_.span) == outer
    assert holder([outer, inner], spn(article, "周见山"), object_.span) is None


def test_employers_by_name() -> None:
    article = art("青禾科技首席执行官林晓岚")
    person, firm = men(article, "林晓岚", "person"), men(article, "青禾科技", "company")
    role = rel(article, "role_of", person, firm, "青禾科技首席执行官林晓岚")
    assert employers([role], {person.id: person, firm.id: firm}) == {"林晓岚": {"青禾科技"}}


def test_a_circle_of_antecedents_ends() -> None:
    article = art("她说她")
    one = men(article, "她", kind="pronoun")
    other = men(article, "她", kind="pronoun", nth=1, antecedent=one)
    circle = men(article, "她", kind="pronoun", antecedent=other)
    assert resolved(circle, {circle.id: circle, other.id: other}) in (circle, other)
