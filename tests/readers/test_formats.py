import gzip
import json
import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.readers import Problem, ReadOptions, read
from kg.readers.formats import FORMATS
from kg.records import Article

LINE = json.dumps({"id": "a1", "text": "张三来了。"}, ensure_ascii=False) + "\n"


def texts(items):
    return [item.text if isinstance(item, Article) else str(item) for item in items]


def test_a_folder_of_good_and_bad_files_loses_only_the_bad(write, tmp_path):
    write("a_empty.txt", "")
    write("b_binary.txt", os.urandom(64) + b"\0")
    write("c_gb18030.txt", "青禾科技创始人张三表示，公司将发布新的模型。".encode("gb18030"))
    write("d_long.txt", "张三来了。" * 400_000)
    write("e_lines.jsonl", LINE + '{"text": \n')
    write("f_arabic.txt", "أعلنت الشركة عن نموذج جديد")
    write("g_cut.txt.gz", "")
    (tmp_path / "g_cut.txt.gz").write_bytes(gzip.compress(b"abc" * 1000)[:-9])
    write("h.docx", b"PK\0")
    write("i_feed.txt", "标题: 甲\n总结: 李四走了。\n")
    items = list(read([tmp_path]))
    assert [item.source.removeprefix(f"{tmp_path}/")[0] for item in items] == list("abcdeefghi")
    assert [isinstance(item, Article) for item in items] == [c in "cEfi" for c in "abcdEefghi"]
    assert all("\n" not in str(item) for item in items if isinstance(item, Problem))


def test_missing_paths_do_not_stop_the_others(write, tmp_path):
    items = list(read([tmp_path / "没有.txt", write("a.txt", "张三来了。")]))
    assert [type(item) for item in items] == [Problem, Article]


def test_what_is_no_gzip_data_is_told(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes("张三来了。".encode())
    assert texts(read([path])) == [f"{path}: is damaged gzip data"]


def test_a_damaged_end_of_gzip_data_is_told(tmp_path):
    path = tmp_path / "a.txt.gz"
    packed = bytearray(gzip.compress("张三来了。".encode()))
    packed[-6] ^= 1  # the checksum
    path.write_bytes(packed)
    assert texts(read([path])) == [f"{path}: is damaged gzip data"]


def test_an_unknown_format_is_told(write):
    (item,) = read([write("a.docx", "张三来了。")])
    assert item.message.startswith("has a name of no known format (.txt .md")


def test_a_file_without_suffix_is_read_by_what_it_holds(write):
    assert texts(read([write("甲", LINE), write("乙", "李四走了。")])) == ["张三来了。", "李四走了。"]


def test_the_limit_counts_articles_not_problems(write, tmp_path):
    for name, content in (
        ("a.txt", ""),
        ("b.txt", "甲"),
        ("c.txt", ""),
        ("d.jsonl", LINE * 2),
        ("e.txt", "乙"),
    ):
        write(name, content)
    items = list(read([tmp_path], options=ReadOptions(limit=2)))
    assert [isinstance(item, Article) for item in items] == [False, True, False, True]


def test_two_files_that_would_share_an_id_are_told(write, tmp_path):
    for folder in ("甲", "乙"):
        write(f"{folder}/1.txt", f"{folder}方代表张三来了。")
    first, second = read([tmp_path / "甲", tmp_path / "乙"])
    assert isinstance(first, Article)
    assert second.message == f"is '1.txt' below its folder, as {first.source} is; give the folder above both"
    assert len({item.id for item in read([tmp_path])}) == 2


def test_one_url_in_two_files_is_one_article_read_twice(write, tmp_path):
    for name in ("a", "b"):
        write(f"{name}.txt", f"标题: {name}\n链接: https://example.com/1\n总结: 张三来了。")
    first, second = read([tmp_path])
    assert first.id == second.id


def test_reading_twice_gives_equal_articles(write, tmp_path):
    write("a.txt", "张三来了。")
    write("b.jsonl", LINE)
    assert list(read([tmp_path])) == list(read([tmp_path]))


def test_ids_do_not_depend_on_where_the_folder_lies(write, tmp_path):
    write("x/news/a.txt", "张三来了。")
    write("y/news/a.txt", "张三来了。")
    (left,), (right,) = read([tmp_path / "x/news"]), read([tmp_path / "y/news"])
    assert left.id == right.id


def test_text_does_not_depend_on_the_packing(write):
    (plain,), (packed,) = read([write("a.txt", "甲\r\n乙")]), read([write("a.txt.gz", "甲\r\n乙")])
    assert plain.text_sha256 == packed.text_sha256


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (LINE.encode(), "张三来了。"),
        (gzip.compress(LINE.encode()), "张三来了。"),
        (("\ufeff\n" + LINE).encode("utf-16-le"), "张三来了。"),
        ("李四走了。".encode(), "李四走了。"),
        ("标题: 甲\n总结: 乙来了。".encode(), "标题: 甲\n总结: 乙来了。"),
    ],
)
def test_standard_input_is_read_by_what_it_holds(stdin, raw, text):
    stdin(raw)
    (item,) = read(["-"])
    assert (item.source, item.text) == ("-", text)


def test_empty_standard_input_is_told(stdin):
    stdin(b"")
    assert texts(read(["-"])) == ["-: is empty"]


def test_a_real_pipe_is_read():
    code = "from kg.readers import read; print(*[item.text for item in read(['-'])], sep='|')"
    piped = (LINE + LINE.replace("a1", "a2").replace("张三", "李四")).encode()
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], input=piped, capture_output=True, env=environment)  # noqa: S603
    assert done.stdout.decode().split("|") == ["张三来了。", "李四来了。\n"], done.stderr.decode()


def test_a_named_pipe_is_read(tmp_path):
    reader, writer = os.pipe()
    os.write(writer, "张三来了。".encode())
    os.close(writer)
    assert texts(read([f"/dev/fd/{reader}"])) == ["张三来了。"]
    os.close(reader)


def test_importing_the_readers_does_not_import_trafilatura():
    code = "import sys, kg.readers; sys.exit('trafilatura' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment).returncode == 0  # noqa: S603


MARKS = b'\n|"|,|{|{"text": "|"}|[|text,id\n|---\n|a: &a [*a]\n|<p>|\0|\xff\xfe|\x1f\x8b'.split(b"|")
WORDS = ["张三表示，".encode(), "模型。".encode("gb18030"), "标题: ".encode(), "总结: ".encode()]
PIECES = st.sampled_from([*MARKS, *WORDS])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES | st.binary(max_size=8), max_size=12).map(b"".join),
    st.sampled_from(sorted(FORMATS)),
    st.booleans(),
)
def test_no_bytes_make_a_reader_fail(raw, suffix, packed):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}{'.gz' * packed}")
        path.write_bytes(gzip.compress(raw) if packed else raw)
        items = list(read([path]))
    assert items
    for item in items:
        str(item).encode()
        if isinstance(item, Article):
            assert all(span.end <= len(item.text) and span.of(item.text) for span in item.body)
            assert item.text_sha256 == sha256(item.text.encode()).hexdigest()
