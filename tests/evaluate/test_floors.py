from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.evaluate.floors import MEASURES, check, raise_floors, read_floors, write_floors
from kg.evaluate.scorer import score

CLAIMS = [
    {"mode": "direct", "content": [[3, 6]], "canonical": "李四", "about": []},
    {"mode": "indirect", "content": [[7, 10]], "canonical": "李四", "about": []},
]
GOLD: Any = {"x": {"id": "x", "text": "李四说很不错，没问题。", "claims": CLAIMS}}
HALF: Any = {"x": {"id": "x", "claims": CLAIMS[:1]}}  # precision 1, recall 1/2: F1 2/3
SCORES = {"tests/gold": score(GOLD, HALF)}


def test_score_at_its_floor_is_no_violation() -> None:
    f1 = SCORES["tests/gold"]["content overlap"]["f1"]
    assert check(SCORES, {"tests/gold": {"content overlap": f1}}) == []


def test_score_below_its_floor_is_a_sentence() -> None:
    assert check(SCORES, {"tests/gold": {"content overlap": 0.7}}) == [
        "tests/gold: content overlap is 0.6667, below its floor of 0.700."
    ]


def test_floor_without_a_measure_is_a_sentence() -> None:
    (sentence,) = check(SCORES, {"tests/gold": {"relation": 0.5}})
    assert "no measure 'relation'" in sentence


def test_gold_that_was_not_scored_is_not_checked() -> None:
    assert check(SCORES, {"elsewhere": {"content overlap": 1.0}}) == []


def test_floor_rises_to_the_measure_less_the_margin() -> None:
    floors = raise_floors(SCORES, {"tests/gold": {"content overlap": 0.5}})
    assert floors["tests/gold"]["content overlap"] == 0.656
    assert floors["tests/gold"]["speaker|matched"] == 0.99


def test_floor_never_falls() -> None:
    old = {"tests/gold": {"content overlap": 0.9}, "elsewhere": {"relation": 0.3}}
    floors = raise_floors(SCORES, old)
    assert floors["tests/gold"]["content overlap"] == 0.9
    assert floors["elsewhere"] == {"relation": 0.3}


def test_gold_without_relations_gets_no_floor_for_them() -> None:
    assert "relation" not in raise_floors(SCORES, {})["tests/gold"]


@given(st.dictionaries(st.sampled_from(MEASURES), st.floats(0, 1)))
def test_raised_floors_are_at_least_the_old_ones(old: dict[str, float]) -> None:
    floors = raise_floors(SCORES, {"tests/gold": old})["tests/gold"]
    assert all(floors[name] >= floor for name, floor in old.items())


def test_what_was_raised_holds() -> None:
    assert check(SCORES, raise_floors(SCORES, {})) == []


def test_floors_are_read_as_written(tmp_path: Path) -> None:
    floors = {"tests/gold": {"content overlap": 0.68, "full claim": 0.5}}
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors


def test_broken_floors_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"tests/gold": {"content overlap": "hoch"}}')
    with pytest.raises(ReadError, match=r"floors\.json: "):
        read_floors(path)
    with pytest.raises(ReadError, match="cannot be read"):
        read_floors(tmp_path / "none.json")
