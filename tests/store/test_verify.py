from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.records import Article, Extraction
from kg.store import Store
from kg.store.verify import verify
from tests.factory import TEXT, art, ext
from tests.store.conftest import put


@pytest.fixture
def full(store: Store) -> Store:
    put(store, art(), ext())
    return store


def test_a_sound_store_has_no_problems(full: Store) -> None:
    assert list(verify(full)) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("UPDATE every_mention SET name = '王五' WHERE name = '李四'", "'王五' is stored, "),
        ("UPDATE every_claim SET cue = '说' WHERE cue = '表示'", "'说' is stored, 2:4 of its text is '表示'"),
        ("UPDATE every_claim SET content = replace(content, '更好', '更坏')", "'明年会更坏' is stored, "),
        ("UPDATE every_relation SET evidence = '', start = end", "evidence of relation"),
        ("UPDATE article SET text = replace(text, '明年', '后年')", "'明年会更好' is stored, "),
        ("UPDATE article SET text_sha256 = '00'", "its text does not match its text_sha256"),
        ("UPDATE article SET body = '[[0,999]]'", "its body ends at 999, its text at 54"),
        ("DELETE FROM every_mention WHERE name = '李四'", "1 rows of claim name a speaker that is not there"),
        ("DELETE FROM run", "1 rows of article name a run that is not there"),
        (
            "UPDATE every_mention SET referent = NULL WHERE name = '张三'",
            "it is not taken for the one that the article shows",
        ),
        (
            "UPDATE entity SET key = 'name:王五' WHERE name = '李四'",
            "it is not the entity that the names and the ledger give",
        ),
    ],
)
def test_each_fault_is_a_sentence(full: Store, change: str, problem: str) -> None:
    full._db.execute(change)
    assert any(problem in sentence for sentence in verify(full))


def read(path: str) -> Iterator[Article | str]:
    """One article a line, and a sentence for a line that is none."""
    for record, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), start=1):
        yield (
            art(line, source=path, record=record)
            if line.startswith("张三")
            else f"{path}:{record}: no article"
        )


@pytest.fixture
def source(tmp_path: Path, store: Store) -> Path:
    path = tmp_path / "甲报.txt"
    path.write_text(f"{TEXT}\n{TEXT}\n", encoding="utf-8")
    for article in read(str(path)):
        assert isinstance(article, Article)
        put(store, article, ext(article))
    return path


def test_unchanged_files_prove_the_store(store: Store, source: Path) -> None:
    assert list(verify(store, source=True, reader=read)) == []


def test_a_changed_file_is_named(store: Store, source: Path) -> None:
    source.write_text(f"{TEXT}\n{TEXT}完。\n", encoding="utf-8")
    (problem,) = verify(store, source=True, reader=read)
    assert problem.startswith(f"{source}, record 2: its text is not the one that article ")


def test_a_shorter_file_is_named(store: Store, source: Path) -> None:
    source.write_text(f"{TEXT}\n本报讯\n", encoding="utf-8")
    said, gone = verify(store, source=True, reader=read)
    assert said == f"{source}:2: no article"
    assert gone.startswith(f"{source}, record 2: gone, article ")


def test_a_missing_file_is_named(store: Store, source: Path) -> None:
    source.unlink()
    assert list(verify(store, source=True, reader=read)) == [
        f"{source}: cannot be read again, there is no such file"
    ]


def test_files_are_left_alone_unless_asked_for(store: Store, source: Path) -> None:
    source.unlink()
    assert list(verify(store)) == []


def test_reading_again_takes_a_reader(store: Store) -> None:
    put(store, art(), Extraction())
    with pytest.raises(ValueError, match="needs a reader"):
        list(verify(store, source=True))
