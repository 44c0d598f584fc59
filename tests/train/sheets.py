"""Sheets for tests, made of a few sentences of our own in any order."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from kg.annotate.labels import CONTENT, SPEAKER
from kg.train.sheet import Sheet, SheetClaim, SheetName, tie_label


class Sentence(NamedTuple):
    """Words of a sentence: its names by type, and of its claim the cue, speaker, content and about."""

    text: str
    names: dict[str, str]
    cue: str = ""
    speaker: str = ""
    content: str = ""
    about: str = ""
    tie: str = ""  # of the first two names


SENTENCES = (
    Sentence("会场很静，没有人起身。", {}),
    Sentence(
        "青禾科技的林晓岚表示，禾苗会停产。",
        {"青禾科技": "company", "林晓岚": "person", "禾苗": "product"},
        *("表示", "林晓岚", "禾苗会停产", "禾苗"),
    ),
    Sentence(
        "“OpenX9卖完了。”周见山说。\n",
        {"OpenX9": "product", "周见山": "person"},
        *("说", "周见山", "OpenX9卖完了", "OpenX9"),
    ),
    Sentence("青禾科技收购麦田集团。", {"青禾科技": "company", "麦田集团": "company"}, tie="acquires"),
    Sentence("*她否认去过海川；", {"海川": "place"}, *("否认", "她", "去过海川", "海川")),
)

POOLS = {
    "person": ["周原", "阿依古丽·买买提", "李四"],
    "company": ["麦田集团", "某某科技", "南山"],
    "product": ["青苗", "Sprout", "K"],
    "place": ["临江", "上林湖"],
}


def made(sentences: Sequence[Sentence]) -> Sheet:
    """The sheet of an article with these sentences; a claim's source is its speaker if that is a name."""
    text = ""
    names: list[SheetName] = []
    claims: list[SheetClaim] = []
    ties: list[tuple[int, int, int]] = []
    for part in sentences:
        first = len(names)
        names += [SheetName(*place(text, part, word), type_) for word, type_ in part.names.items()]
        if part.cue:
            claims.append(claim(text, part, first))
        if part.tie:
            ties.append((first, first + 1, tie_label(part.tie, left_is_subject=True)))
        text += part.text
    return Sheet(text, tuple(names), tuple(claims), tuple(ties))


def claim(before: str, part: Sentence, first: int) -> SheetClaim:
    words = list(part.names)
    return SheetClaim(
        cue=place(before, part, part.cue),
        roles=(
            (*place(before, part, part.content), CONTENT),
            (*place(before, part, part.speaker), SPEAKER),
        ),
        sources=(first + words.index(part.speaker),) if part.speaker in words else (),
        implicit=(),
        about=(first + words.index(part.about),),
        negated=part.cue == "否认",
        hedged=False,
    )


def place(before: str, part: Sentence, word: str) -> tuple[int, int]:
    start = len(before) + part.text.index(word)
    return start, start + len(word)


def sheets(*, longest: int = 90) -> st.SearchStrategy[Sheet]:
    """Any of them; the longer ones do not fit into one window."""
    return st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=longest).map(made)


def dice(seed: int) -> Random:
    """Draws that are always the same."""
    return Random(seed)  # noqa: S311
