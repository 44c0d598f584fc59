import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kg.errors import StoreError
from kg.records import Extraction
from kg.store import Store
from kg.store.verify import verify
from tests.factory import TEXT, art, ext
from tests.store.conftest import put

ROOT = Path(__file__).parents[2]


def content(store: Store) -> list[tuple[object, ...]]:
    """Every row of every table of ours."""
    # words itself keeps no rows to read: the tables behind it do
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'words' ORDER BY name"
    names = [name for (name,) in store._db.execute(query)]
    return [found for name in names for found in store._db.execute(f"SELECT * FROM {name}")]  # noqa: S608


def test_what_is_put_twice_changes_no_row(store: Store) -> None:
    put(store, art(), ext())
    put(store, art(record=2), ext(art(record=2)))
    before = content(store)
    put(store, art(), ext())
    assert content(store) == before


def test_a_new_model_that_says_the_same_changes_no_record(store: Store) -> None:
    put(store, art(), ext())
    before = store._db.execute("SELECT * FROM claim").fetchall()
    put(store, art(), ext(), model_hash="b2")
    assert store._db.execute("SELECT * FROM claim").fetchall() == before
    assert store.is_current(art(), model_hash="b2", extractor=1)


def test_what_is_put_replaces_what_was_there(store: Store) -> None:
    put(store, art(), ext())
    shorter = art(TEXT[:21])
    part = ext()
    put(store, shorter, Extraction(mentions=part.mentions[:3], claims=part.claims[:1]))
    assert store.article(art().id) == shorter
    assert store.counts() == {"articles": 1, "mentions": 3, "claims": 1, "relations": 0, "entities": 3}


def test_a_refused_article_leaves_what_was_there(store: Store) -> None:
    put(store, art(), ext())
    before = content(store)
    with pytest.raises(StoreError, match="can't encode"):
        put(store, art(title="\ud800"), Extraction())
    assert content(store) == before


def test_order_of_articles_does_not_matter(path: Path) -> None:
    views = []
    for records in ((1, 2, 3), (3, 1, 2)):
        with Store.open(":memory:", known=()) as store:
            for record in records:
                put(store, art(record=record), ext(art(record=record)))
            entity = next(store.entities())
            views.append([list(store.articles()), list(store.entities()), list(store.claims_by([entity.id]))])
    assert views[0] == views[1]


@pytest.mark.parametrize(
    "change",
    [
        {"text": TEXT + "。"},
        {"title": "青禾科技换帅"},
        {"outlet": None},
        {"published": "2024"},
        {"meta": {"a": "b"}},
        {"body": ()},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_article_is_not_current(store: Store, change: dict[str, object]) -> None:
    put(store, art(), ext())
    assert store.is_current(art(), model_hash="a1", extractor=1)
    assert not store.is_current(msgspec.structs.replace(art(), **change), model_hash="a1", extractor=1)


def test_a_changed_model_or_extractor_makes_articles_out_of_date(store: Store) -> None:
    put(store, art(), ext())
    assert not store.is_current(art(), model_hash="b2", extractor=1)
    assert not store.is_current(art(), model_hash="a1", extractor=2)


def test_an_article_that_is_not_there_is_not_current(store: Store) -> None:
    assert not store.is_current(art(), model_hash="a1", extractor=1)


def test_retracting_all_leaves_nothing(store: Store) -> None:
    put(store, art(), ext())
    assert store.retract(art().id)
    assert set(store.counts().values()) == {0}
    assert not list(store.claims_with_words("成熟"))
    assert not store.retract(art().id)


def test_a_claim_that_is_not_there_has_no_text(store: Store) -> None:
    with pytest.raises(StoreError, match="There is no claim"):
        store.claim_text(ext().claims[0])


def test_what_is_kept_is_there_after_opening_again(path: Path) -> None:
    with Store.open(path, known=()) as store:
        put(store, art(), ext())
    with Store.open(path, must_exist=True, known=()) as store:
        assert store.claims(art().id) == list(ext().claims)
        assert store.path == path


BUILD = """
import sys
from kg.store import Store
from tests.factory import art, ext
from tests.store.conftest import put
store = Store.open(sys.argv[1], known=())
for record in range(1, 100_000):
    put(store, art(record=record), ext(art(record=record)))
    print(record, flush=True)
"""


def test_a_killed_build_leaves_whole_articles(path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", BUILD, path], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as build:
        assert build.stdout is not None
        told = [next(build.stdout) for _ in range(20)]
        build.kill()
    assert build.returncode == -signal.SIGKILL
    with Store.open(path, must_exist=True, known=()) as store:
        counts = store.counts()
        assert counts["articles"] >= len(told)
        assert (counts["mentions"], counts["claims"]) == (counts["articles"] * 7, counts["articles"] * 3)
        assert list(verify(store)) == []


def test_a_snapshot_does_not_see_what_others_write(store: Store, path: Path) -> None:
    with Store.open(path, known=()) as other, store.snapshot():
        assert store.counts()["articles"] == 0
        put(other, art(), ext())
        with store.snapshot():  # one inside another changes nothing
            assert store.counts()["articles"] == 0
        assert store.counts()["articles"] == 0
    assert store.counts()["articles"] == 1


def test_nothing_is_written_inside_a_snapshot(store: Store) -> None:
    with store.snapshot(), pytest.raises(StoreError):
        put(store, art(), ext())
    put(store, art(), ext())
    assert store.counts()["articles"] == 1
