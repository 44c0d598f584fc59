import os

import pytest

from kg.readers.find import sources
from kg.readers.problem import Problem


def keys(*paths, root=None):
    found = list(sources(paths, root=root))
    assert not any(isinstance(item, Problem) for item in found), found
    return [source.key for source in found]


def test_a_folder_is_read_whole_and_sorted(write, tmp_path):
    for name in ("乙/2.txt", "乙/1.txt", "甲.txt", "b.jsonl", "a/c/d.md"):
        write(name, "x")
    assert keys(tmp_path) == ["a/c/d.md", "b.jsonl", "乙/1.txt", "乙/2.txt", "甲.txt"]


def test_hidden_files_and_folders_are_no_articles(write, tmp_path):
    for name in (".git/a.txt", ".DS_Store", "a.txt"):
        write(name, "x")
    assert keys(tmp_path) == ["a.txt"]


def test_the_key_of_a_file_is_its_name(write):
    assert keys(write("news/a.txt", "x")) == ["a.txt"]


def test_a_root_makes_keys_relative_to_it(write, tmp_path):
    assert keys(write("news/a.txt", "x"), root=str(tmp_path)) == ["news/a.txt"]


def test_a_pattern_keeps_the_folders_that_it_leaves_open(write, tmp_path):
    for name in ("2024/a.txt", "2023/a.txt", "2023/b.md"):
        write(name, "x")
    assert keys(f"{tmp_path}/*/a.txt") == ["2023/a.txt", "2024/a.txt"]
    assert keys(f"{tmp_path}/**/*.md") == ["2023/b.md"]


def test_a_pattern_may_match_folders(write, tmp_path):
    write("2024/a.txt", "x")
    assert keys(f"{tmp_path}/20*") == ["2024/a.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(write):
    assert keys(write("a[1].txt", "x")) == ["a[1].txt"]


def test_a_file_that_is_reached_twice_is_found_once(write, tmp_path):
    path = write("a.txt", "x")
    (tmp_path / "b.txt").symlink_to(path)
    assert keys(path, tmp_path, f"{tmp_path}/*.txt") == ["a.txt"]


def test_a_file_keeps_the_name_it_was_given_by(write, tmp_path, monkeypatch):
    write("a.txt", "x")
    monkeypatch.chdir(tmp_path)
    assert [source.name for source in sources(["./a.txt"], root=None)] == ["./a.txt"]


@pytest.mark.parametrize("path", ["没有.txt", "没有/*.txt", ""])
def test_a_path_of_nothing_is_one_problem(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (item,) = sources([path], root=None)
    assert isinstance(item, Problem)


def test_a_folder_without_files_is_a_problem(tmp_path):
    (item,) = sources([tmp_path], root=None)
    assert str(item) == f"{tmp_path}: the folder holds no file"


def test_a_pipe_in_a_folder_is_told_and_not_waited_for(write, tmp_path):
    write("a.txt", "x")
    os.mkfifo(tmp_path / "b.txt")
    found = list(sources([tmp_path], root=None))
    assert [isinstance(item, Problem) for item in found] == [False, True]


def test_a_file_name_of_another_encoding_becomes_text(tmp_path):
    raw = os.fsencode(tmp_path) + b"/" + "张三".encode("gb18030") + b".txt"
    with open(raw, "wb") as file:
        file.write("张三来了。".encode())
    (source,) = sources([tmp_path], root=None)
    source.name.encode()
    source.key.encode()
    assert source.path.read_text() == "张三来了。"
