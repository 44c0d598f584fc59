"""The files of every epoch."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate.rows import GoldRow
from kg.train.material import Material
from tests.train.small_sets import make

SETTINGS: dict[str, Any] = {
    "share": 2,
    "seed": 7,
    "sets": ["cluener", "uner", "resume", "msra", "fewfc", "spo", "finre"],
}
TEXT = "青禾科技的林晓岚说，禾苗会停产。"
GOLD: GoldRow = {
    "id": "a",
    "text": TEXT,
    "entities": [{"span": (0, 4), "type": "company"}, {"span": (5, 8), "type": "person"}],
    "claims": [],
}


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    folder = tmp_path_factory.mktemp("sets")
    return Material([GOLD], tmp_path_factory.mktemp("run"), data=make(folder), settings=SETTINGS)


def blocks(path: Path) -> list[str]:
    """The sentences of a tagged file."""
    return path.read_text(encoding="utf-8").strip().split("\n\n")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_without_sets_there_is_news_alone(tmp_path: Path) -> None:
    alone = Material([GOLD], tmp_path, data=None, settings=SETTINGS)
    assert alone.names == []
    assert list(alone.of_epoch(1)) == ["news"]
    assert alone.pools["person"] == ["林晓岚"]


def test_every_set_of_the_folder_has_a_file(material: Material) -> None:
    files = material.of_epoch(1)
    assert list(files) == ["news", *SETTINGS["sets"]]
    assert all(path.stat().st_size for path in files.values())


def test_a_set_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    data = make(tmp_path / "data")
    (data / "cluener" / "train.json.xz").unlink()
    (data / "finre" / "train.txt.xz").unlink()
    some = Material([GOLD], tmp_path, data=data, settings=SETTINGS)
    assert some.names == ["uner", "resume", "msra", "fewfc", "spo"]
    assert some.relations == []


def test_ties_of_one_set_do_without_the_other(tmp_path: Path) -> None:
    data = make(tmp_path / "data")
    for path in (data / "fewfc").iterdir():
        path.unlink()
    some = Material([GOLD], tmp_path, data=data, settings=SETTINGS)
    assert "fewfc" not in some.names
    assert len(some.ties) == 4


def test_so_many_epochs_see_all_of_a_set_once(material: Material) -> None:
    for name in ("cluener", "uner", "resume", "msra", "fewfc"):
        seen = [block for epoch in (1, 2) for block in blocks(material.of_epoch(epoch)[name])]
        assert sorted(seen) == sorted(blocks(material.whole(name)))
    pairs = [row for epoch in (1, 2) for row in lines(material.of_epoch(epoch)["finre"])]
    assert len(pairs) == len(lines(material.whole("finre"))) == 4


def test_no_epoch_is_without_a_small_set(tmp_path: Path) -> None:
    small = Material([GOLD], tmp_path, data=make(tmp_path / "data"), settings=SETTINGS | {"share": 6})
    for epoch in range(1, 7):  # four sentences a set: HanLP cannot train on an empty file
        assert [name for name, path in small.of_epoch(epoch).items() if not path.stat().st_size] == []


def test_relations_are_numbered_in_order(material: Material) -> None:
    assert material.relations == ["unknown", "合作", "收购", "被持股"]
    assert sorted(row["relation"] for row in lines(material.whole("finre"))) == [0, 1, 2, 3]


def test_news_is_read_whole_every_epoch_and_cut_anew(material: Material) -> None:
    first = material.of_epoch(1)["news"].read_text(encoding="utf-8")
    second = material.of_epoch(2)["news"].read_text(encoding="utf-8")
    assert first != second
    assert first == material.of_epoch(1)["news"].read_text(encoding="utf-8")


def test_a_share_of_the_ties_comes_with_the_news(material: Material) -> None:
    assert len(material.ties) == 8  # four sentences of each of the two sets
    for epoch in (1, 2):
        rows = lines(material.of_epoch(epoch)["news"])
        assert len(rows) == 1 + 4
        assert sum(bool(row["ties"]) for row in rows) >= 3


def test_names_of_sets_and_gold_are_drawn_from(material: Material) -> None:
    assert {"青禾科技", "麦田集团", "白石能源"} <= set(material.pools["company"])
    assert {"林晓岚", "周见山"} <= set(material.pools["person"])
    assert {"海川"} <= set(material.pools["place"])
