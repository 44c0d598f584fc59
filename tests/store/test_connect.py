import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Store
from kg.store.tables import APPLICATION, VERSION
from kg.store.verify import verify
from tests.factory import art, ext
from tests.graph.world import REPORT, build
from tests.store.conftest import put


def refused(path: Path, *, must_exist: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(path, must_exist=must_exist, known=())
    return str(caught.value)


def test_a_missing_file(path: Path) -> None:
    assert refused(path, must_exist=True) == f"There is no database {path}; make it with kg build."
    assert not path.exists()


def test_a_missing_folder(tmp_path: Path) -> None:
    path = tmp_path / "新闻" / "kg.db"
    assert refused(path) == f"{path} cannot be opened: its folder is missing, or may not be written."


def test_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path} is a folder, not a database of kg."


def test_a_file_of_another_kind(path: Path) -> None:
    path.write_text("标题: 青禾科技发布大模型\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    assert refused(path) == f"{path} is not a database of kg."
    assert path.read_bytes() == before


def test_a_database_of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE 新闻 (标题 TEXT)")
    db.close()
    assert refused(path) == f"{path} is not a database of kg."


def test_an_empty_file_is_no_database_to_ask(path: Path) -> None:
    path.touch()
    assert refused(path, must_exist=True) == f"{path} is not a database of kg."


def test_an_empty_file_can_be_filled(path: Path) -> None:
    path.touch()
    with Store.open(path, known=()) as store:
        put(store, art(), ext())
        assert store.counts()["articles"] == 1


def of_version(path: Path, version: int) -> None:
    Store.open(path, known=()).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {version}")
    db.close()


def test_tables_of_a_newer_version(path: Path) -> None:
    of_version(path, VERSION + 1)
    assert refused(path).endswith(f"made by a newer kg (tables {VERSION + 1}, known {VERSION}); upgrade kg.")


def test_tables_of_a_version_that_no_way_leads_from(path: Path) -> None:
    of_version(path, 0)
    assert refused(path).endswith(f"made by an older kg (tables 0, now {VERSION}); build it again.")


def version_1(path: Path) -> Path:
    """A database as the first kg wrote it."""
    db = sqlite3.connect(path)
    db.executescript(Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8"))
    db.close()
    return path


def everything(store: Store) -> object:
    """All articles with their records, and all that is computed from them."""
    articles = list(store.articles())
    records = [(store.mentions(it.id), store.claims(it.id), store.relations(it.id)) for it in articles]
    named = [store.entities_in(article.id) for article in articles]
    words = [list(store.claims_with_words(word)) for word in ("成熟", "停售", "好")]
    return articles, records, named, words, list(store.entities()), store.counts(), store.runs()


def test_tables_of_version_1_are_brought_up_to_date_without_loss(path: Path) -> None:
    with (
        Store.open(version_1(path), must_exist=True, known=()) as old,
        Store.open(":memory:", known=()) as new,
    ):
        build(new)
        assert everything(old) == everything(new)
        assert old.ledger.judgements() == []
        assert list(verify(old)) == []


def test_tables_brought_up_to_date_are_like_new_ones(path: Path) -> None:
    def shape(store: Store) -> object:
        db = store._db
        found = db.execute("SELECT type, name, tbl_name FROM sqlite_master ORDER BY name").fetchall()
        return found, {name: db.execute(f"PRAGMA table_xinfo({name})").fetchall() for _, name, _ in found}

    with Store.open(version_1(path), known=()) as old, Store.open(":memory:", known=()) as new:
        assert shape(old) == shape(new)


def test_a_database_brought_up_to_date_can_be_judged_and_read_again(path: Path) -> None:
    with Store.open(version_1(path), known=()) as store:
        claim = store.claims(REPORT.id)[0]
        store.ledger.judge(claim.id, "different", reason="", judge="编辑")
        put(store, REPORT, ext(REPORT), model_hash="b2")
        assert claim not in store.claims(REPORT.id)
        assert store.retract(REPORT.id)
        assert list(verify(store)) == []


def test_a_database_is_brought_up_to_date_once(path: Path) -> None:
    for _ in range(2):
        with Store.open(version_1(path) if not path.exists() else path, known=()) as store:
            assert store._db.execute("PRAGMA user_version").fetchone() == (VERSION,)
            assert store.counts()["articles"] == 4


def test_a_failed_upgrade_leaves_the_old_tables(path: Path) -> None:
    db = sqlite3.connect(version_1(path))
    db.execute("CREATE TABLE judgement (n INTEGER)")  # of somebody else: the upgrade cannot be done
    db.close()
    assert "already exists" in refused(path)
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert db.execute("SELECT count(*) FROM mention").fetchone() == (20,)
    db.close()


def test_a_damaged_file(path: Path) -> None:
    with Store.open(path, known=()) as store:
        put(store, art(), ext())
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with (
        pytest.raises(StoreError, match=r"is damaged; build it again\.$"),
        Store.open(path, known=()) as store,
    ):
        list(store.articles())


def test_a_second_writer_gets_a_sentence(path: Path) -> None:
    with Store.open(path, known=(), busy_seconds=0.05) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            put(store, art(), ext())
        other.execute("ROLLBACK")
        other.close()
        assert (
            str(caught.value) == f"{path} is being written by another process; try again when that is done."
        )
        put(store, art(), ext())
        assert store.counts()["articles"] == 1


def test_a_reader_sees_the_last_whole_article_while_another_is_written(path: Path) -> None:
    with Store.open(path, known=()) as writer, Store.open(path, known=()) as reader:
        put(writer, art(), ext())
        writer._db.execute("BEGIN IMMEDIATE")
        writer._db.execute("DELETE FROM every_claim")
        assert reader.counts()["claims"] == 3
        writer._db.execute("ROLLBACK")


def test_a_closed_store_is_one_file(path: Path) -> None:
    with Store.open(path, known=()) as store:
        put(store, art(), ext())
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_our_files_are_marked(path: Path) -> None:
    Store.open(path, known=()).close()
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    db.close()


OPEN = """
import os, sys
from kg.errors import StoreError
from kg.store import Store
if os.geteuid() == 0:  # root may write anywhere
    os.setuid(65534)
try:
    with Store.open(sys.argv[1], known=()) as store:
        store.begin_run(model="news", model_hash="b2", extractor=1, options="")
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize("there", [False, True], ids=["new", "there"])
def test_a_read_only_folder(there: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "kg.db"
        if there:
            Store.open(path, known=()).close()
            path.chmod(0o444)
        Path(name).chmod(0o555)
        said = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", OPEN, path], capture_output=True, text=True, check=False
        )
        Path(name).chmod(0o755)
    assert said.stderr == ""
    assert said.stdout.startswith(f"{path} cannot be ")


def test_closing_does_not_wait_for_a_writer(path: Path) -> None:
    reader = Store.open(path, known=(), busy_seconds=30)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    reader.close()
    assert time.monotonic() - started < 5
    writer.execute("ROLLBACK")
    writer.close()


def test_closing_twice_is_closing_once(path: Path) -> None:
    with Store.open(path, known=()) as store:
        put(store, art(), ext())
        store.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
