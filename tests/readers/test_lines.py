import gzip
import io

import pytest

from kg.readers import lines as room
from kg.readers.lines import MAX_LINE, Line, broken_off, lines
from kg.readers.problem import Unreadable


def stream(raw: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(raw), room.PEEK)


def read(raw: bytes, encoding: str | None = None) -> list[Line]:
    return list(lines(stream(raw), encoding=encoding))


def test_lines_keep_their_line_breaks():
    assert read("张三\r\n李四".encode()) == [Line(1, "张三\r\n"), Line(2, "李四")]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_each_encoding_gives_the_same_lines(codec):
    raw = "公司表示，将发布模型。\n他没有说明时间。\n".encode(codec)
    assert [line.text for line in read(raw)] == ["公司表示，将发布模型。\n", "他没有说明时间。\n"]


def test_a_line_feed_inside_a_wide_character_is_none():
    raw = "上海\n".encode("utf-16-le")  # 上 is the bytes 0A 4E
    assert [line.text for line in read(raw, "utf-16-le")] == ["上海\n"]


def test_a_line_that_is_no_utf8_costs_only_itself():
    found = read("张三\n".encode() + b"\xff\xfe\xff\n" + "李四\n".encode())
    assert [line.problem for line in found] == [None, "the line is not valid utf-8", None]


def test_a_stream_in_no_known_encoding_is_one_error():
    with pytest.raises(Unreadable, match="neither utf-8 nor Chinese"):
        read("Компания объявила\nо новой модели\n".encode("cp1251"))


def test_a_binary_stream_is_one_error():
    with pytest.raises(Unreadable, match="binary"):
        read(b"\x89PNG\n\0\0\n\0\n")


def test_a_nul_far_down_costs_only_its_line():
    found = read(b"a\n" * room.PEEK + b"b\0\nc\n")
    assert [line.problem for line in found if line.problem] == ["the line is binary, not text"]


def test_a_line_without_end_is_passed_over_without_holding_it():
    found = read(b"a" * (2 * MAX_LINE + 5) + "\n张三\n".encode())
    assert found == [Line(1, "", "the line is longer than 32 MB"), Line(2, "张三\n")]


def test_truncated_gzip_gives_its_first_lines_then_the_line_where_it_breaks():
    packed = gzip.compress("".join(f"第{n}行\n" for n in range(90_000)).encode())
    reader = lines(io.BufferedReader(gzip.GzipFile(fileobj=io.BytesIO(packed[:-20]))), encoding=None)
    assert next(reader).text == "第0行\n"
    with pytest.raises(Unreadable, match="damaged gzip") as error:
        list(reader)
    assert error.value.line is not None
    assert error.value.line > 1000


def test_wide_text_that_breaks_off_says_where():
    with pytest.raises(Unreadable, match="not valid utf-16-le") as error:
        read("上海\n".encode("utf-16-le") + b"\x00", "utf-16-le")
    assert error.value.line is not None


def test_the_reason_of_the_system_is_told():
    assert str(broken_off(PermissionError(13, "Permission denied"))) == "cannot be read: Permission denied"


def test_wide_lines_that_nobody_reads_to_the_end_leave_the_stream_alone():
    source = stream("上海\n北京\n".encode("utf-16"))
    assert next(lines(source, encoding=None)).text == "上海\n"
    source.detach()


def test_a_wide_line_without_end_is_told():
    with pytest.raises(Unreadable, match="longer than 32 MB"):
        read(b"a\0" * (MAX_LINE + room.PEEK), "utf-16-le")
