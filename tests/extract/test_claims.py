"""Claims: contents without edges, modes, about, via, and what is no claim."""

from collections.abc import Mapping, Sequence

import pytest

from kg.extract.article import extract
from kg.records import Claim, Extraction
from tests.extract.reading import Said, doc
from tests.factory import art


def read(text: str, names: Mapping[str, str], said: Sequence[Said]) -> Extraction:
    return extract(doc(text, names, said), art(text))


def only(records: Extraction) -> Claim:
    assert len(records.claims) == 1
    return records.claims[0]


def contents(text: str, claim: Claim) -> list[str]:
    return [span.of(text) for span in claim.content]


def test_content_loses_quotes_and_stops_at_its_edges() -> None:
    text = "林晓岚说：“我们不会涨价。”"
    claim = only(read(text, {"林晓岚": "person"}, [("林晓岚", "说", "：“我们不会涨价。”")]))
    assert contents(text, claim) == ["我们不会涨价"]
    assert claim.mode == "direct"


def test_a_question_keeps_its_mark() -> None:
    text = "林晓岚问：“真的要涨价吗？”"
    claim = only(read(text, {"林晓岚": "person"}, [("林晓岚", "问", "：“真的要涨价吗？”")]))
    assert contents(text, claim) == ["真的要涨价吗？"]


def test_a_split_quote_is_one_claim() -> None:
    text = "“我们不会涨价。”林晓岚说，“明年也不会。”"
    said = [("林晓岚", "说", ["我们不会涨价", "明年也不会"])]
    claim = only(read(text, {"林晓岚": "person"}, said))
    assert contents(text, claim) == ["我们不会涨价", "明年也不会"]
    assert claim.mode == "direct"


def test_quoted_part_makes_it_mixed() -> None:
    text = "林晓岚认为，这项规定“实在太过严厉”，应当修改。"
    said = [("林晓岚", "认为", "这项规定“实在太过严厉”，应当修改")]
    assert only(read(text, {"林晓岚": "person"}, said)).mode == "mixed"


def test_a_claim_inside_a_quote_is_indirect() -> None:
    text = "林晓岚说：“周见山认为工厂要搬。”"
    said = [("林晓岚", "说", "周见山认为工厂要搬"), ("周见山", "认为", "工厂要搬")]
    outer, inner = read(text, {"林晓岚": "person", "周见山": "person"}, said).claims
    assert (outer.mode, inner.mode) == ("direct", "indirect")


def test_an_answer_is_a_turn() -> None:
    text = "记者：工厂要搬吗？\n林晓岚：不搬。我们还要扩建。\n"
    said = [("林晓岚", "：", "不搬。我们还要扩建。")]
    assert only(read(text, {"林晓岚": "person"}, said)).mode == "turn"


def test_a_headline_is_indirect() -> None:
    text = "林晓岚：工厂不搬\n\n昨天的会上没有新的消息。"
    said = [("林晓岚", "：", "工厂不搬")]
    assert only(read(text, {"林晓岚": "person"}, said)).mode == "indirect"


def test_a_byline_is_no_claim() -> None:
    text = "工厂不搬。责任编辑：林晓岚 校对。"
    assert read(text, {"林晓岚": "person"}, [("编辑", "：", "林晓岚 校对")]).claims == ()


def test_a_cue_without_content_is_no_claim() -> None:
    text = "林晓岚说：“”"
    assert read(text, {"林晓岚": "person"}, [("林晓岚", "说", "：“”")]).claims == ()


def test_about_holds_each_name_once_and_no_position() -> None:
    text = "林晓岚说，青禾科技的董事长不会离开青禾科技。"
    names = {"林晓岚": "person", "青禾科技": "company", "董事长": "position"}
    records = read(text, names, [("林晓岚", "说", "青禾科技的董事长不会离开青禾科技")])
    about = [mention.name for mention in records.mentions if mention.id in only(records).about]
    assert about == ["青禾科技"]


def test_via_is_the_medium_that_passes_it_on() -> None:
    text = "《海川日报》援引林晓岚的话称，工厂要搬。"
    records = read(text, {"海川日报": "media", "林晓岚": "person"}, [("林晓岚", "称", "工厂要搬")])
    assert [m.name for m in records.mentions if m.id in only(records).via] == ["海川日报"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "negated", "hedged"),
    [
        ("林晓岚否认工厂要搬。", "否认", "工厂要搬", True, False),
        ("林晓岚表示，工厂不会搬。", "表示", "工厂不会搬", True, False),
        ("林晓岚表示，工厂可能要搬。", "表示", "工厂可能要搬", False, True),
        ("林晓岚预计工厂要搬。", "预计", "工厂要搬", False, True),
        ("林晓岚没有明确表示工厂要搬。", "表示", "工厂要搬", True, False),
        ("林晓岚表示，工厂要搬。", "表示", "工厂要搬", False, False),
    ],
)
def test_denied_and_hedged(text: str, cue: str, content: str, negated: bool, hedged: bool) -> None:
    claim = only(read(text, {"林晓岚": "person"}, [("林晓岚", cue, content)]))
    assert (claim.negated, claim.hedged) == (negated, hedged)
