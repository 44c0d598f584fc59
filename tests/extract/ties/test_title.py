"""The title of a person at an organisation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from kg.extract.ties.title import runs, title
from kg.records import TextSpan
from tests.extract.ties.marked import marked


class Word(Struct, frozen=True):
    """A name as ``title`` wants it."""

    span: TextSpan
    text: str
    type: str


TYPES = {
    "林晓岚": "person",
    "周见山": "person",
    "青禾科技": "company",
    "星图汽车": "company",
    "联合创始人": "position",
    "首席执行官": "position",
    "董事长": "position",
    "总经理": "position",
    "CEO": "position",
}


def names(text: str) -> list[Word]:
    places = [(i, word) for word in TYPES for i in range(len(text)) if text.startswith(word, i)]
    return [Word(TextSpan(i, i + len(word)), word, TYPES[word]) for i, word in sorted(places)]


def found(words: str, *, founder: bool = False) -> str | None:
    text, person, organisation = marked(words)
    span = title(text, person, organisation, names(text), founder=founder)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[青禾科技]首席执行官<林晓岚>来了。", "首席执行官"),
        ("<林晓岚>，[青禾科技]首席执行官，来了。", "首席执行官"),
        ("[青禾科技]董事长兼CEO<林晓岚>来了。", "董事长兼CEO"),
        ("[青禾科技]联合创始人、董事长<林晓岚>来了。", "联合创始人、董事长"),
        ("<林晓岚>自2019年起担任[青禾科技]的首席执行官。", "首席执行官"),
        ("总经理<林晓岚>的[青禾科技]来了。", "总经理"),
        ("[青禾科技]的<林晓岚>是董事长。", "董事长"),
        ("<林晓岚>曾任星图汽车总经理、[青禾科技]董事长。", "董事长"),
        ("[青禾科技]董事长周见山和CEO<林晓岚>来了。", "CEO"),
        ("星图汽车CEO周见山，[青禾科技]董事长<林晓岚>来了。", "董事长"),
        ("[青禾科技]律师<林晓岚>来了。", "律师"),
    ],
)
def test_the_title_that_fits_best(words: str, expected: str) -> None:
    assert found(words) == expected


def test_a_founder_has_a_founders_title() -> None:
    words = "[青禾科技]董事长、联合创始人<林晓岚>来了。"
    assert found(words, founder=True) == "联合创始人"
    assert found("[青禾科技]董事长<林晓岚>来了。", founder=True) is None


def test_no_title() -> None:
    assert found("<林晓岚>离开[青禾科技]。") is None


def test_a_title_beside_other_mentions_of_the_two() -> None:
    assert found("青禾科技董事长林晓岚来了。\n<林晓岚>看了看[青禾科技]。") == "董事长"


def test_a_word_inside_a_name_is_no_title() -> None:
    text = "青禾律师事务所的林晓岚来了。"
    firm, person = TextSpan(0, 7), TextSpan(8, 11)
    known = [Word(firm, firm.of(text), "company"), Word(person, person.of(text), "person")]
    assert title(text, person, firm, known) is None


@given(
    st.lists(st.sampled_from([*TYPES, "、", "兼", "，", "。", "\n", "的", "来了"]), max_size=15).map("".join),
    st.booleans(),
)
def test_a_title_stays_inside_and_off_the_names(words: str, founder: bool) -> None:
    text = f"林晓岚{words}青禾科技"
    person, firm = TextSpan(0, 3), TextSpan(len(text) - 4, len(text))
    span = title(text, person, firm, names(text), founder=founder)
    assert span is None or (person.end <= span.start < span.end <= firm.start and span.of(text))


@given(st.lists(st.sampled_from(["董事长", "CEO", "、", "兼", "，", "来"]), max_size=12).map("".join))
def test_runs_are_apart_and_hold_every_position(text: str) -> None:
    positions = [name.span for name in names(text)]
    joined = list(runs(text, positions))
    assert all(one.end < other.start for one, other in pairwise(joined))
    assert all(any(run.start <= it.start and it.end <= run.end for run in joined) for it in positions)
