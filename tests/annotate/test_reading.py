"""Findings of windows become findings of the article: once each, contents followed to their end."""

from collections.abc import Sequence

from kg.annotate.findings import Choices, CueFound, NameFound, TieFound, WindowFindings
from kg.annotate.reading import read_article
from kg.annotate.tokens import model_form

TURN = "林晓岚：" + "青禾科技今年的产量比去年多了一成，订单也排到了明年夏天。" * 60
AFTER = "周见山：我们不这么看。"


def read_like_a_grammar(windows: list[list[str]]) -> list[WindowFindings]:
    """Finds 林晓岚 and 青禾, a label's colon whose content runs to 周见山 or the window's end, and ties
    of a 青禾 to the 林晓岚 right behind it.
    """
    return [one_window("".join(window)) for window in windows]


def one_window(text: str) -> WindowFindings:
    found = [(i, i + 3, "person") for i in places(text, "林晓岚")]
    found += [(i, i + 2, "company") for i in places(text, "青禾")]
    names = tuple(NameFound(*name, 0.9) for name in sorted(found))
    cues = tuple(label(text, i) for i in places(text, "林晓岚："))
    ties = tuple(
        TieFound((i, i + 2), (i + 2, i + 5), "role_of", False, 0.9) for i in places(text, "青禾林晓岚")
    )
    return WindowFindings(names, cues, ties)


def label(text: str, start: int) -> CueFound:
    """The colon behind a name, which is its source."""
    source = tuple(float(start <= i < start + 3) for i in range(len(text)))
    return CueFound(
        start=start + 3,
        end=start + 4,
        confidence=0.9,
        speaker=(start, start + 3),
        speaker_confidence=0.9,
        content=((start + 4, stop(text, start + 4)),),
        content_confidence=0.9,
        negated=0.8,
        choices=Choices(source=source),
    )


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


def test_a_cue_that_is_followed_keeps_the_rest() -> None:
    (cue,) = read_article(forms(TURN), [(0, len(TURN))], read_like_a_grammar).cues
    assert (cue.speaker, cue.negated) == ((0, 3), 0.8)
    assert cue.source_chance(0, 3) == 1.0


def test_overlaps_count_once() -> None:
    text = "今天的会上青禾林晓岚没有发言。" * 100
    found = read_article(forms(text), [(0, len(text))], read_like_a_grammar)
    assert [name.start for name in found.names if name.type == "person"] == places(text, "林晓岚")
    assert [tie.left[0] for tie in found.ties] == places(text, "青禾")


def test_a_tie_has_the_offsets_of_its_names() -> None:
    text = "会上很静。" + "今天的会上青禾林晓岚没有发言。" * 60
    found = read_article(forms(text), [(5, len(text))], read_like_a_grammar)
    spans = {(name.start, name.end) for name in found.names}
    assert len(found.ties) == 60
    assert all(tie.left in spans and tie.right in spans for tie in found.ties)


def test_offsets_of_later_ranges() -> None:
    text = "标题在这里。林晓岚：不会。"
    found = read_article(forms(text), [(6, len(text))], read_like_a_grammar)
    assert found.names[0].start == 6
    (cue,) = found.cues
    assert cue.speaker == (6, 9)
    assert cue.source_chance(6, 9) == 1.0
    assert cue.source_chance(0, 3) == 0.0  # in no window of the cue


def test_chances_stay_with_their_window() -> None:
    text = "今天的会上没有人发言。" * 50 + "林晓岚：不会。"
    (cue,) = read_article(forms(text), [(0, len(text))], read_like_a_grammar).cues
    at = text.index("林晓岚")
    assert cue.offset > 0
    assert cue.source_chance(at, at + 3) == 1.0


def test_nothing_to_read() -> None:
    found = read_article([], [], read_like_a_grammar)
    assert (found.names, found.cues, found.ties) == ((), (), ())
    assert read_article(forms("好。"), [(1, 1)], read_like_a_grammar).names == ()
