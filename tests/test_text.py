"""Folding, paragraphs, sentences, fingerprint, language."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import TextSpan
from kg.text import fingerprint, fold, is_chinese, normalise_char, paragraphs, sentences, trimmed

NEWS = "青禾科技创始人张三表示，公司明年将发布新的语言模型。“我们还需要时间。”他在会上说。"

# what decides about boundaries, drawn often; and any character at all
TEXTS = st.text(st.sampled_from('甲乙。！？!?…”」）"“「 \u3000\n\r\t,，a1=/') | st.characters(), max_size=60)


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, TextSpan(0, len(text)))]


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, TextSpan]:
    text = draw(TEXTS.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, TextSpan(start, draw(st.integers(start + 1, len(text))))


@given(ranges(), st.sampled_from([sentences, paragraphs]))
def test_spans_cover_all_but_blanks_and_never_overlap(case, parts):
    text, whole = case
    end = whole.start
    for span in parts(text, whole):
        assert end <= span.start < span.end <= whole.end
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not text[end : whole.end].strip()


@given(ranges())
def test_a_sentence_never_crosses_a_line(case):
    text, whole = case
    assert not any(re.search(r"[\n\r\u2028]", span.of(text)) for span in sentences(text, whole))


@given(st.text())
def test_folding_keeps_the_length_and_is_done_after_once(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_folding_keeps_the_length_of_every_character_there_is():
    assert all(len(normalise_char(chr(code))) == 1 for code in range(0x110000))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＯｐｅｎＡＩ", "openai"),
        ("「青禾」科技", "“青禾”科技"),
        ("青禾科技（北京）", "青禾科技(北京)"),
        ("青禾\u3000科技", "青禾 科技"),
        ("GPT\u20114", "gpt-4"),
        ("列夫•托尔斯泰", "列夫·托尔斯泰"),
        ("O’Brien", "o'brien"),
    ],
)
def test_forms_of_one_name_fold_alike(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize("char", "㈱½…İ")
def test_a_character_that_would_become_several_stays(char):
    assert len(unicodedata.normalize("NFKC", char).lower()) > 1
    assert normalise_char(char) == char


def test_a_closing_quote_stays_with_its_sentence():
    assert split("张三说：「模型还不成熟。」李四没有回应。") == [
        "张三说：「模型还不成熟。」",
        "李四没有回应。",
    ]


def test_a_straight_quote_closes_only_what_is_open():
    assert split('张三说："会发布。"李四问。"何时？"') == ['张三说："会发布。"', "李四问。", '"何时？"']


def test_several_terminators_end_one_sentence():
    assert split("真的吗？！张三没有说……李四走了") == ["真的吗？！", "张三没有说……", "李四走了"]


def test_a_question_mark_inside_an_address_ends_nothing():
    assert split("见example.com/s?id=7的报道。能用吗?能。") == [
        "见example.com/s?id=7的报道。",
        "能用吗?",
        "能。",
    ]


def test_a_full_stop_in_a_version_number_ends_nothing():
    assert split("青禾3.5模型已经上线。") == ["青禾3.5模型已经上线。"]


def test_paragraphs_lose_their_indent():
    text = "\u3000\u3000张三来了。\r\n\r\n\u3000\u3000李四走了。\n"
    assert [span.of(text) for span in paragraphs(text, TextSpan(0, len(text)))] == [
        "张三来了。",
        "李四走了。",
    ]


def test_a_range_of_blanks_trims_to_nothing():
    assert trimmed("张三 \n\u3000 李四", 2, 5) is None
    assert trimmed("张三 \n\u3000 李四", 1, 7) == TextSpan(1, 7)


def distance(left: str, right: str) -> int:
    return (int(fingerprint(left), 16) ^ int(fingerprint(right), 16)).bit_count()


def test_a_reprint_has_almost_the_fingerprint_of_its_original():
    original = "".join(f"青禾科技第{n}款产品由张三主持研发，预计在{n}月对外发布。" for n in range(1, 13))
    other = "".join(f"某某医院的李四医生在{n}日的讲座中介绍了{n}种常见疾病的预防。" for n in range(1, 13))
    assert distance(original, "（转载）" + original.replace("，", " , ")) <= 6
    assert distance(original, other) > 16


def test_punctuation_and_width_do_not_change_the_fingerprint():
    assert fingerprint("青禾科技ＡＩ发布模型。") == fingerprint("青禾 科技 AI，发布模型！")


@pytest.mark.parametrize("text", ["", " \n", "……！"])
def test_the_fingerprint_of_no_letters_is_zero(text):
    assert fingerprint(text) == "0" * 16


@given(st.text())
def test_a_fingerprint_is_sixteen_hex_digits(text):
    assert re.fullmatch("[0-9a-f]{16}", fingerprint(text))


def test_chinese_reads_as_chinese():
    assert is_chinese(NEWS)
    assert is_chinese(
        "這家公司的負責人對記者表示，他們將在今年發佈新的語言模型，並且計劃與國內外的夥伴展開合作。"
    )


@pytest.mark.parametrize(
    "text", ["", "2024！", "The model was released today.", "أعلنت الشركة عن نموذج جديد", "モデルを発表した"]
)
def test_other_text_does_not_read_as_chinese(text):
    assert not is_chinese(text)


def test_utf8_taken_for_gb18030_does_not_read_as_chinese():
    assert not is_chinese(NEWS.encode().decode("gb18030", "replace"))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "big5",
            "這家公司的負責人對記者表示，他們將在今年發佈新的語言模型，並且計劃與國內外的夥伴展開合作。",
        ),
        ("euc_kr", "회사는 새로운 언어 모델을 발표했다고 밝혔다."),
        ("shift_jis", "会社は新しい言語モデルを発表したと述べた。"),
        ("cp1251", "Компания объявила о новой языковой модели."),
    ],
)
def test_another_encoding_taken_for_gb18030_does_not_read_as_chinese(encoding, text):
    assert not is_chinese(text.encode(encoding, "ignore").decode("gb18030", "replace"))
