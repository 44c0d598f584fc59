import io

import pytest

from kg.readers import ReadOptions
from kg.readers.problem import Unreadable
from kg.readers.whole import whole_bytes, whole_text


def stream(raw: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(raw))


def test_no_more_than_the_limit_is_read():
    endless = stream(b"a" * 1000)
    assert len(whole_bytes(endless, 10)) == 11


@pytest.mark.parametrize("char", ["张", "𠮷", "a"])
def test_the_longest_article_fits_whatever_its_characters_take(char):
    text = char * 50
    for codec in ("utf-8-sig", "utf-16", "utf-32"):
        assert whole_text(stream(text.encode(codec)), ReadOptions(max_chars=50)) == text


def test_five_megabytes_of_one_line_are_too_long():
    with pytest.raises(Unreadable, match="more than 200,000 characters"):
        whole_text(stream("张三来了。".encode() * 350_000), ReadOptions())


def test_large_and_binary_is_told_as_binary():
    with pytest.raises(Unreadable, match="binary"):
        whole_text(stream(b"\x89PNG\0" * 1_000_000), ReadOptions())


def test_nothing_is_told_as_empty():
    with pytest.raises(Unreadable, match="is empty"):
        whole_text(stream(b""), ReadOptions())
