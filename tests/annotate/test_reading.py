"""Findings of windows become findings of the article: once each, contents followed to their end."""

from collections.abc import Sequence

from kg.annotate.findings import CueFound, NameFound, WindowFindings
from kg.annotate.reading import read_article
from kg.annotate.tokens import model_form

TURN = "林晓岚：" + "青禾科技今年的产量比去年多了一成，订单也排到了明年夏天。" * 60
AFTER = "周见山：我们不这么看。"


def read_like_a_grammar(windows: list[list[str]]) -> list[WindowFindings]:
    """Finds the name 林晓岚, and a label's colon whose content runs to 周见山 or the window's end."""
    return [one_window("".join(window)) for window in windows]


def one_window(text: str) -> WindowFindings:
    names = tuple(NameFound(i, i + 3, "person", 0.9) for i in places(text, "林晓岚"))
    cues = tuple(
        CueFound(i + 3, i + 4, 0.9, (i, i + 3), 0.9, ((i + 4, stop(text, i + 4)),), 0.9, (0.0,) * len(text))
        for i in places(text, "林晓岚：")
    )
    return WindowFindings(names, cues)


def places(text: str, word: str) -> Sequence[int]:
    return [i for i in range(len(text)) if text.startswith(word, i)]


def stop(text: str, start: int) -> int:
    found = text.find("周见山", start)
    return len(text) if found < 0 else found


def forms(text: str) -> list[str]:
    return [model_form(character) for character in text]


def test_a_long_turn_is_followed_to_the_next_label() -> None:
    found = read_article(forms(TURN + AFTER), [(0, len(TURN + AFTER))], read_like_a_grammar)
    assert [cue.content for cue in found.cues] == [((4, len(TURN)),)]


def test_a_turn_may_run_to_the_end_of_the_article() -> None:
    found = read_article(forms(TURN), [(0, len(TURN))], read_like_a_grammar)
    assert found.cues[0].content == ((4, len(TURN)),)


def test_overlaps_count_once() -> None:
    text = "今天的会上林晓岚没有发言。" * 100
    found = read_article(forms(text), [(0, len(text))], read_like_a_grammar)
    assert [name.start for name in found.names] == places(text, "林晓岚")


def test_offsets_of_later_ranges() -> None:
    text = "标题在这里。林晓岚：不会。"
    found = read_article(forms(text), [(6, len(text))], read_like_a_grammar)
    assert found.names[0].start == 6
    assert found.cues[0].speaker == (6, 9)


def test_nothing_to_read() -> None:
    assert read_article([], [], read_like_a_grammar).names == ()
