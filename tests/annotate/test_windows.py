"""Windows cover the tokens, overlap, and end where a sentence ends."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.tokens import model_form
from kg.annotate.windows import OVERLAP, SLACK, WINDOW, next_cut, windows

SENTENCE = [model_form(character) for character in "青禾科技的林晓岚表示，明年的产量会翻一番。"]
FORMS = st.lists(st.sampled_from([*"张三说。，！", "§"]), max_size=3000)


def test_a_short_text_is_one_window() -> None:
    assert windows(SENTENCE) == [(0, len(SENTENCE))]


def test_no_tokens_no_window() -> None:
    assert windows([]) == []


def test_windows_end_with_a_sentence() -> None:
    forms = SENTENCE * 60
    assert all(forms[end - 1] == "。" for _, end in windows(forms))


def test_a_line_break_is_the_better_place() -> None:
    forms = [*SENTENCE * 18, "§", *SENTENCE * 40]
    assert windows(forms)[0][1] == 18 * len(SENTENCE) + 1


@given(FORMS)
def test_windows_cover_everything_and_go_on(forms: list[str]) -> None:
    cuts = windows(forms)
    assert {i for start, end in cuts for i in range(start, end)} == set(range(len(forms)))
    assert all(end - start <= WINDOW for start, end in cuts)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(cuts))


@given(FORMS)
def test_neighbours_overlap(forms: list[str]) -> None:
    for before, after in zip(windows(forms), windows(forms)[1:], strict=False):
        assert OVERLAP <= before[1] - after[0] <= OVERLAP + SLACK


@given(FORMS, st.integers(0, 500))
def test_the_next_cut_fits(forms: list[str], start: int) -> None:
    if start < len(forms):
        assert start < next_cut(forms, start, 300) <= min(len(forms), start + 300)
