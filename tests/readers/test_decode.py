import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers.decode import decode, decode_as, guess, scrub, split_mark
from kg.readers.problem import Unreadable

NEWS = "青禾科技创始人张三表示，公司明年将发布新的语言模型。\r\n他没有说明具体时间。"
HAN = st.text(st.sampled_from("青禾科技公司表示，他们将在明年发布新的模型。镕喆㐀"), min_size=1)


@given(HAN)
def test_gb18030_chinese_round_trips(text):
    text = NEWS + text
    assert decode(text.encode("gb18030")) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_utf8_round_trips(text):
    if split_mark(text.encode())[0] == b"":
        assert decode(text.encode()) == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030"])
def test_a_byte_order_mark_decides_and_is_left_out(codec):
    assert decode(("\ufeff" + NEWS).encode(codec)) == NEWS


def test_a_byte_order_mark_outranks_the_option():
    assert decode(codecs.BOM_UTF8 + NEWS.encode(), encoding="big5") == NEWS


def test_line_breaks_stand_as_they_are():
    assert decode("甲\r\n乙\r丙\n".encode()) == "甲\r\n乙\r丙\n"


def test_arabic_in_utf8_is_a_text():
    assert decode("أعلنت الشركة عن نموذج جديد".encode()) == "أعلنت الشركة عن نموذج جديد"


def test_what_only_passes_for_gb18030_is_refused():
    with pytest.raises(Unreadable, match="neither utf-8 nor Chinese"):
        decode("Компания объявила о новой языковой модели".encode("cp1251"))


def test_the_markup_of_a_page_does_not_hide_that_it_is_chinese():
    page = f"<html><body class='article-body main-content'><p>{NEWS}</p></body></html>"
    assert decode(page.encode("gb18030")) == page


def test_the_option_reads_what_cannot_be_guessed():
    text = "青禾科技公司對記者表示將發佈模型"
    assert decode(text.encode("big5"), encoding="big5") == text


def test_bytes_that_the_option_cannot_mean_are_refused():
    with pytest.raises(Unreadable, match="not valid ascii"):
        decode(NEWS.encode(), encoding="ascii")


@pytest.mark.parametrize("raw", [b"PK\x03\x04\0\0", b"\x89PNG\r\n\0\0", b"plain\0text"])
def test_nuls_are_binary(raw):
    with pytest.raises(Unreadable, match="binary"):
        decode(raw)
    with pytest.raises(Unreadable, match="binary"):
        decode_as(b"a\0b", "utf-8")


def test_surrogates_in_the_bytes_become_replacement_characters():
    assert decode("张三".encode() + b"\xed\xa0\x80") == "张三\ufffd"


def test_scrubbing_is_one_for_one():
    assert scrub("张\ud800三\udfff") == "张\ufffd三\ufffd"


def test_a_sample_cut_inside_a_character_is_still_recognised():
    assert guess(NEWS.encode()[:-1], cut=True) == "utf-8"
    assert guess(NEWS.encode("gb18030")[:-1], cut=True) == "gb18030"
    assert guess(NEWS.encode()[:-1]) is None
