"""Whether a tie is stated, former, planned, rumoured or denied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.ties.evidence import evidence
from kg.extract.ties.status import is_granted, status
from kg.records import Status, TextSpan
from tests.extract.ties.marked import marked


def of(words: str, type_: str = "role_of", title: str = "") -> Status:
    text, subject, object_ = marked(words)
    at = text.index(title) if title else 0
    span = TextSpan(at, at + len(title)) if title else None
    return status(text, subject, object_, evidence(text, subject, object_), type_, title=span)


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("[青禾科技]首席执行官<林晓岚>来了。", "role_of"),
        ("目前[青禾科技]董事长<林晓岚>来了。", "role_of"),
        ("三年前，<林晓岚>担任[青禾科技]董事长。", "role_of"),
        ("会议之前，[青禾科技]的董事长<林晓岚>来了。", "role_of"),
        ("[中原科技]原则上由<林晓岚>担任董事长。", "role_of"),
        ("据悉，<青禾科技>收购了[星图汽车]。", "acquires"),
        ("<青禾科技>曾收购[星图汽车]。", "acquires"),
        ("<林晓岚>曾经创办[青禾科技]。", "founder"),
        ("<青禾科技>将其大模型[禾苗]带到海川。", "develops"),
        ("<青禾科技>并非没有对手，[星图汽车]也来竞争。", "competes_with"),
        ("<林晓岚>并不意外地当选[青禾科技]董事长。", "role_of"),
        ("<林晓岚>将卸任[青禾科技]首席执行官。", "role_of"),
        ("[青禾科技]首席执行官<林晓岚>将离职。", "role_of"),
    ],
)
def test_stated(words: str, type_: str) -> None:
    assert of(words, type_) == "stated"


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("[青禾科技]前首席执行官<林晓岚>来了。", "role_of"),
        ("前[青禾科技]首席执行官<林晓岚>来了。", "role_of"),
        ("[青禾科技]原党委书记、董事长<林晓岚>来了。", "role_of"),
        ("时任[青禾科技]董事长<林晓岚>来了。", "role_of"),
        ("<林晓岚>曾任[青禾科技]董事长。", "role_of"),
        ("<林晓岚>卸任[青禾科技]首席执行官。", "role_of"),
        ("<林晓岚>不再担任[青禾科技]首席执行官。", "role_of"),
        ("[青禾科技]首席执行官<林晓岚>已离职。", "role_of"),
        ("<星图汽车>曾是[青禾科技]的子公司。", "subsidiary_of"),
        ("<星图汽车>已终止与[青禾科技]的合作。", "cooperates_with"),
        ("<青禾科技>清仓[星图汽车]的股份。", "invests_in"),
        ("<青禾科技>终止收购[星图汽车]。", "acquires"),
    ],
)
def test_former(words: str, type_: str) -> None:
    assert of(words, type_) == "former"


def test_former_by_a_title_away_from_the_organisation() -> None:
    words = "前董事长<林晓岚>把一生给了[青禾科技]。"
    assert of(words, title="董事长") == "former"


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("<青禾科技>拟收购[星图汽车]。", "acquires"),
        ("<青禾科技>计划以十亿元现金收购[星图汽车]。", "acquires"),
        ("<青禾科技>原计划收购[星图汽车]。", "acquires"),
        ("<青禾科技>正与[星图汽车]洽谈收购事宜。", "acquires"),
        ("[星图汽车]将被<青禾科技>收购。", "acquires"),
        ("<林晓岚>将出任[青禾科技]首席执行官。", "role_of"),
        ("<青禾科技>有意投资[星图汽车]。", "invests_in"),
        ("<青禾科技>考虑与[星图汽车]合作。", "cooperates_with"),
        ("<青禾科技>即将发布[禾苗]。", "develops"),
    ],
)
def test_planned(words: str, type_: str) -> None:
    assert of(words, type_) == "planned"


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("据传，<青禾科技>将收购[星图汽车]。", "acquires"),
        ("有消息称，<青禾科技>收购了[星图汽车]。", "acquires"),
        ("市场传闻<林晓岚>加入[青禾科技]。", "role_of"),
        ("<青禾科技>或将收购[星图汽车]。", "acquires"),
        ("<青禾科技>疑似投资[星图汽车]。", "invests_in"),
    ],
)
def test_rumoured(words: str, type_: str) -> None:
    assert of(words, type_) == "rumoured"


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("<青禾科技>否认收购[星图汽车]。", "acquires"),
        ("<青禾科技>并未投资[星图汽车]。", "invests_in"),
        ("<林晓岚>从未在[青禾科技]任职。", "role_of"),
        ("<青禾科技>与[星图汽车]没有合作。", "cooperates_with"),
        ("<青禾科技>收购[星图汽车]的消息不属实。", "acquires"),
        ("<星图汽车>不是[青禾科技]的子公司。", "subsidiary_of"),
    ],
)
def test_denied(words: str, type_: str) -> None:
    assert of(words, type_) == "denied"


def test_a_denial_wins_over_a_rumour_and_a_plan() -> None:
    assert of("<青禾科技>否认据传将收购[星图汽车]的计划。", "acquires") == "denied"


def test_a_rumour_wins_over_a_plan() -> None:
    assert of("据传<青禾科技>计划收购[星图汽车]。", "acquires") == "rumoured"


@pytest.mark.parametrize(
    "words",
    [
        "[青禾科技]首席执行官<林晓岚>否认收购星图汽车。",
        "据传[青禾科技]首席执行官<林晓岚>要结婚。",
        "星图汽车没有来。[青禾科技]首席执行官<林晓岚>来了。",
    ],
)
def test_a_phrase_is_taken_for_granted(words: str) -> None:
    assert of(words) == "stated"


def test_a_word_in_another_sentence_does_not_count() -> None:
    assert of("星图汽车的说法不属实。<青禾科技>收购了[山海机器人]。", "acquires") == "stated"


def test_the_names_themselves_say_nothing() -> None:
    assert of("<林晓岚>拒绝了[青禾投资]。", "invests_in") == "stated"


def test_role_is_written_either_way() -> None:
    assert of("<林晓岚>曾任[青禾科技]董事长。", "role-of") == "former"


def test_a_verb_breaks_the_phrase() -> None:
    assert is_granted(*marked("[青禾科技]旗下的<星图汽车>"))
    assert not is_granted(*marked("<青禾科技>收购[星图汽车]"))
    assert not is_granted(*marked("<青禾科技>，[星图汽车]"))


@given(
    st.text(alphabet="青林，。前原将拟曾没有否认传闻收购任\n", max_size=30),
    st.sampled_from(["role_of", "founder", "acquires", "invests_in", "subsidiary_of", "competes_with"]),
)
def test_every_text_has_a_status(middle: str, type_: str) -> None:
    text = f"林晓岚{middle}青禾科技"
    subject, object_ = TextSpan(0, 3), TextSpan(len(text) - 4, len(text))
    known = {"stated", "former", "planned", "rumoured", "denied"}
    assert status(text, subject, object_, evidence(text, subject, object_), type_) in known
    assert status(text, object_, subject, evidence(text, subject, object_), type_) in known
