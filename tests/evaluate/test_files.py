from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.evaluate.files import read_gold, read_predictions, read_texts, without_text

CLAIM = '{"mode": "direct", "content": [[1, 3]], "speaker": null}'


def written(folder: Path, text: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_bytes(text.encode())
    return path


def test_gold_is_read_by_id(tmp_path: Path) -> None:
    path = written(tmp_path, f'{{"id": "海川-1", "claims": [{CLAIM}], "chars": 9}}\n\n')
    rows = read_gold(path)
    assert list(rows) == ["海川-1"]
    assert rows["海川-1"]["claims"][0]["content"] == [(1, 3)]


def test_prediction_may_hold_an_id_alone(tmp_path: Path) -> None:
    assert read_predictions(written(tmp_path, '{"id": "a"}\r\n')) == {"a": {"id": "a"}}


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "b", "claims": [',
        '{"claims": []}',
        '{"id": "b", "claims": [{"content": [[1, 3]]}]}',
        '{"id": "b", "claims": [{"mode": "turn", "content": [[1, 3, 4]]}]}',
        '{"id": "b", "claims": [{"mode": "turn", "content": [1]}]}',
        '{"id": "b", "entities": [{"span": "张三"}]}',
        "[]",
    ],
)
def test_bad_line_is_named_by_file_and_number(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, f'{{"id": "a"}}\n{line}\n')
    with pytest.raises(ReadError, match=r"gold\.jsonl:2: "):
        read_gold(path)


def test_same_id_twice_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path, '{"id": "a"}\n{"id": "a"}\n')
    with pytest.raises(ReadError, match=r":2: the id a was there before"):
        read_gold(path)


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")


def test_other_encoding_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes("海川日报".encode("gb18030"))
    with pytest.raises(ReadError, match="not utf-8 at byte 0"):
        read_gold(path)


def test_texts_keep_their_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("第一行\r\n第二行".encode())
    assert read_texts(tmp_path, ["a", "b"]) == {"a": "第一行\r\n第二行"}


def test_missing_folder_of_texts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such folder"):
        read_texts(tmp_path / "none", ["a"])


def test_articles_without_any_text_are_listed() -> None:
    assert without_text({"a": {"id": "a"}, "b": {"id": "b", "text": ""}}, {}) == ["a"]
    assert without_text({"a": {"id": "a"}}, {"a": "文"}) == []
