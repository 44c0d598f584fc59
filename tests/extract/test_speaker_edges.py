"""The edges of a speaker's words."""

import pytest

from kg.extract.found import Name
from kg.extract.speaker_edges import whole
from kg.records import TextSpan

NAMES = {
    "星图科技": "company",
    "海川日报": "media",
    "林晓岚": "person",
    "海川市": "place",
    "董事长": "position",
}


def mended(text: str, speaker: str, cue: str) -> str:
    names = [
        Name(TextSpan(at, at + len(word)), word, type_, 0.9)
        for word, type_ in NAMES.items()
        if (at := text.find(word)) >= 0
    ]
    start = text.index(speaker)
    span = TextSpan(start, start + len(speaker))
    return whole(span, names, text, text.rindex(cue)).of(text)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "expected"),
    [
        ("一位星图科技的员工说，要涨价。", "一位星图", "说", "一位星图科技的员工"),
        ("海川日报报道称，要涨价。", "海川日报报道", "称", "海川日报"),
        ("他还表示，要涨价。", "他还", "表示", "他"),
        ("在林晓岚看来，要涨价。", "在林晓岚看来", "，", "林晓岚"),
        ("在一位司机记忆中，总在涨价。", "一位司机记忆中", "，", "一位司机"),
        ("林晓岚的继父说，要涨价。", "继父", "说", "林晓岚的继父"),
        ("林晓岚的数据显示，要涨价。", "数据", "显示", "数据"),
        ("该消息称，要涨价。", "该消息", "称", "该消息"),
        ("其中一条消息称，要涨价。", "一条消息", "称", "一条消息"),
        ("细则规定，要涨价。", "细则", "规定", "细则"),
        ("据知情人士透露，要涨价。", "据知情人士", "透露", "知情人士"),
        ("已经有分析人士指出，要涨价。", "已经有分析人士", "指出", "分析人士"),
        ("星图科技内部人士说，要涨价。", "内部人士", "说", "星图科技内部人士"),
        ("海川市星图科技内部人士说，要涨价。", "内部人士", "说", "海川市星图科技内部人士"),
        ("董事长林晓岚说，要涨价。", "林晓", "说", "林晓岚"),
    ],
)
def test_edges(text: str, speaker: str, cue: str, expected: str) -> None:
    assert mended(text, speaker, cue) == expected


def test_a_title_before_a_description_is_no_part_of_it() -> None:
    assert mended("董事长身边人士说，要涨价。", "身边人士", "说") == "身边人士"


def test_a_pronoun_takes_no_name_before_it() -> None:
    assert mended("星图科技他说，要涨价。", "他", "说") == "他"
