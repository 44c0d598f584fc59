import gzip

import pytest

from kg.readers.source import STDIN, Source, opened

TEXT = "张三来了。".encode()


def source(path, name=None):
    return Source(str(path), path, name or path.name)


def test_the_suffix_ignores_gz_and_case(tmp_path):
    assert source(tmp_path / "A.JSONL.GZ").suffix == ".jsonl"
    assert source(tmp_path / "a.txt").suffix == ".txt"
    assert Source(STDIN, None, STDIN).suffix == ""


def test_a_packed_file_is_unpacked(write):
    with opened(source(write("a.txt.gz", TEXT))) as stream:
        assert stream.read() == TEXT


def test_a_plain_file_is_read_as_it_is(write):
    with opened(source(write("a.txt", TEXT))) as stream:
        assert stream.read() == TEXT


@pytest.mark.parametrize("raw", [TEXT, gzip.compress(TEXT)])
def test_standard_input_may_be_packed(raw, stdin):
    stdin(raw)
    with opened(Source(STDIN, None, STDIN)) as stream:
        assert stream.read() == TEXT


def test_a_missing_file_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError), opened(source(tmp_path / "没有.txt")):
        pass
