"""Interviews: whole turns, questions left out, headlines left alone."""

from collections.abc import Sequence

from kg.extract.found import Cue, Name
from kg.extract.turns import labels, with_turns
from kg.records import TextSpan

PEOPLE = ("林晓岚", "周见山")
ASKED = "记者：工厂要搬吗？\n林晓岚：不搬。\n\n我们还要扩建。\n记者：何时动工？\n林晓岚：明年。"


def names(text: str) -> list[Name]:
    places = [(i, word) for word in PEOPLE for i in range(len(text)) if text.startswith(word, i)]
    return [Name(TextSpan(i, i + len(word)), word, "person", 0.9) for i, word in sorted(places)]


def cue(text: str, label: str, content: str, nth: int = 0) -> Cue:
    start = -1
    for _ in range(nth + 1):
        start = text.index(label, start + 1)
    colon = start + len(label)
    at = text.index(content, colon)
    speaker = TextSpan(start, colon)
    return Cue(TextSpan(colon, colon + 1), "：", 0.9, speaker, (TextSpan(at, at + len(content)),), 0.9, ())


def turns(text: str, cues: Sequence[Cue]) -> list[tuple[str, str]]:
    found = with_turns(text, [TextSpan(0, len(text))], names(text), cues)
    return [(c.speaker.of(text) if c.speaker else "", c.contents[0].of(text)) for c in found]


def test_a_turn_runs_over_paragraphs_to_the_next_label() -> None:
    found = turns(ASKED, [cue(ASKED, "林晓岚", "不搬")])
    assert found[0] == ("林晓岚", "不搬。\n\n我们还要扩建")


def test_an_answer_that_the_model_missed_is_found_by_its_label() -> None:
    assert turns(ASKED, [cue(ASKED, "林晓岚", "不搬")])[1] == ("林晓岚", "明年")


def test_a_question_mistaken_once_stays_a_question() -> None:
    text = "周见山：工厂要搬吗？\n林晓岚：不搬。\n周见山：何时动工？\n林晓岚：明年。\n周见山：谢谢您。"
    cues = [cue(text, "林晓岚", "不搬"), cue(text, "周见山", "何时动工？", nth=1)]
    assert [speaker for speaker, _ in turns(text, cues)] == ["林晓岚", "林晓岚"]


def test_lost_line_breaks_and_a_heading_before_the_label() -> None:
    text = "周见山：工厂要搬吗？林晓岚：不搬。我们还要扩建。下一步往哪里走周见山：何时动工？"
    assert turns(text, [cue(text, "林晓岚", "不搬")]) == [("林晓岚", "不搬。我们还要扩建")]


def test_a_label_that_stood_before_is_one_behind_a_heading() -> None:
    text = "周见山：工厂要搬吗？林晓岚：不搬。我们还要扩建。扩建之后：两条路，怎么走周见山：何时动工？"
    assert turns(text, [cue(text, "林晓岚", "不搬")]) == [("林晓岚", "不搬。我们还要扩建")]


def test_a_byline_ends_the_last_turn() -> None:
    text = "周见山：工厂要搬吗？林晓岚：不搬。责任编辑：吴某"
    assert turns(text, [cue(text, "林晓岚", "不搬")]) == [("林晓岚", "不搬")]


def test_headlines_are_no_labels() -> None:
    text = "林晓岚：工厂不搬\n周见山：不涨价\n昨天开了会。"
    assert list(labels(text, names(text))) == []


def test_a_colon_in_a_sentence_is_no_label() -> None:
    text = "到会的有两位，林晓岚：厂长。周见山：书记。"
    assert [label.text for label in labels(text, names(text))] == ["周见山"]


def test_other_cues_stay_as_they_are() -> None:
    text = "林晓岚说不搬。"
    said = [Cue(TextSpan(3, 4), "说", 0.9, TextSpan(0, 3), (TextSpan(4, 6),), 0.9, ())]
    assert with_turns(text, [TextSpan(0, len(text))], names(text), said) == said


def test_a_question_without_a_label_belongs_to_nobody() -> None:
    text = "林晓岚：不搬。\n\n**何时动工？**\n\n林晓岚：明年。\n\n资金从哪里来？"
    assert turns(text, [cue(text, "林晓岚", "不搬")]) == [("林晓岚", "不搬"), ("林晓岚", "明年")]


def test_other_words_label_a_turn_when_they_do_so_again() -> None:
    text = "海川周刊《夜谈》：工厂要搬吗。\n林晓岚：不搬。\n海川周刊《夜谈》：何时动工。\n"
    assert turns(text, [cue(text, "林晓岚", "不搬")]) == [("林晓岚", "不搬")]


def test_the_last_turn_ends_with_the_body() -> None:
    text = "周见山：工厂要搬吗？林晓岚：不搬。\n关键词: 工厂"
    body = [TextSpan(0, text.index("\n"))]
    found = with_turns(text, body, names(text), [cue(text, "林晓岚", "不搬")])
    assert [c.contents[0].of(text) for c in found] == ["不搬"]
