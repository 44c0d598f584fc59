"""What a sample is given beside its tokens: running numbers and quotation marks."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.task import NewsReading, counters, quoted, token_counters
from kg.annotate.tokens import model_form, token_spans


def forms(text: str) -> list[str]:
    return [model_form(span.of(text)) for span in token_spans(text)]


def inside(text: str) -> str:
    """The part of a text that counts as quoted."""
    return "".join(char for char, is_quoted in zip(text, quoted(forms(text)), strict=True) if is_quoted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("林晓岚说：“产量会翻番。”她没有细说。", "“产量会翻番。”"),
        ("“好，”他说，“就这样。”", "“好，”“就这样。”"),
        ("他说「好」", "「好」"),
        ("产量会翻番。”她还说，“订单也多了。”", "产量会翻番。”“订单也多了。”"),  # begins inside
        ("她说：“订单也多了，", "“订单也多了，"),  # ends inside
        ("产量会翻番。”她还说，“订单也", "产量会翻番。”“订单也"),
        ("青禾科技没有回应。", ""),
        ("", ""),
    ],
)
def test_what_is_quoted(text: str, expected: str) -> None:
    assert inside(text) == expected


def test_a_quotation_inside_a_quotation() -> None:
    text = "他说：“她讲‘没问题’就走了。”门开着。"
    assert inside(text) == "“她讲‘没问题’就走了。”"


PARTS = st.lists(st.text("禾苗，。", min_size=1, max_size=4), min_size=2, max_size=6)


@given(PARTS, st.data())
def test_a_window_with_a_mark_knows_what_the_whole_text_knows(parts: list[str], data: st.DataObject) -> None:
    text = "".join(f"“{part}”" if number % 2 else part for number, part in enumerate(parts))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    window = forms(text)[start:end]
    if "「" in window or "」" in window:
        assert quoted(window) == quoted(forms(text))[start:end]


def test_sentences_and_paragraphs_are_numbered() -> None:
    text = "他来了。她说：好！\n行？"
    sample = counters({"token": forms(text), "token_input_ids": [1] * len(text)})
    assert sample["sentence_id"] == [0] * 4 + [1] * 5 + [2] + [3] * 2
    assert sample["paragraph_id"] == [0] * 10 + [1] * 2
    assert sample["quoted_id"] == [0] * len(text)


def test_the_counters_of_a_batch() -> None:
    columns = {
        name: torch.tensor([[n]]) for n, name in enumerate(("sentence_id", "paragraph_id", "quoted_id"))
    }
    assert [int(column) for column in token_counters(columns)] == [0, 1, 2]


def test_one_window_may_come_alone() -> None:
    task = NewsReading()
    assert task.input_is_flat(["林", "说"])
    assert not task.input_is_flat([["林", "说"]])
    assert not task.input_is_flat([])


def test_a_task_does_not_predict_alone() -> None:
    with pytest.raises(TypeError, match="whole model"):
        NewsReading().predict([["好"]])
