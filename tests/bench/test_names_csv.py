"""The list of name pairs is well-formed: a slip in it would be a slip in every figure drawn from it."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from bench.names import Pair

BENCH = Path(__file__).parents[2] / "bench"
# the lists that the rules were mended by, and the one that was opened once and is left alone
AT_LEAST = {"names.csv": 400, "names_held_out.csv": 200, "names_third.csv": 300}
TYPES = {"person", "company", "organisation", "government", "media", "product", "work", "place"}
OF_EACH_VERDICT = 0.35  # share


def sides(pair: Pair) -> frozenset[tuple[str, str]]:
    return frozenset({(pair.left, pair.left_context), (pair.right, pair.right_context)})


@pytest.fixture(scope="module", params=AT_LEAST)
def path(request: pytest.FixtureRequest) -> Path:
    return BENCH / str(request.param)


@pytest.fixture(scope="module")
def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


@pytest.fixture(scope="module")
def pairs(rows: list[list[str]]) -> list[Pair]:
    return [Pair(*row) for row in rows[1:]]


def test_the_header_names_the_fields_and_every_row_has_them(rows: list[list[str]]) -> None:
    assert rows[0] == list(Pair._fields)
    assert {len(row) for row in rows} == {len(Pair._fields)}


def test_lines_end_in_one_line_feed(path: Path) -> None:
    assert b"\r" not in path.read_bytes()
    assert path.read_bytes().endswith(b"\n")


def test_it_is_sorted_by_its_names(pairs: list[Pair]) -> None:
    names = [(pair.left, pair.right) for pair in pairs]
    assert names == sorted(names)


def test_there_are_enough_pairs_of_each_verdict(path: Path, pairs: list[Pair]) -> None:
    verdicts = Counter(pair.verdict for pair in pairs)
    assert len(pairs) >= AT_LEAST[path.name]
    assert verdicts.keys() == {"same", "different"}
    assert min(verdicts.values()) >= OF_EACH_VERDICT * len(pairs)


def test_every_type_is_met_with_both_verdicts(pairs: list[Pair]) -> None:
    assert {pair.type for pair in pairs if pair.verdict == "same"} == TYPES
    assert {pair.type for pair in pairs if pair.verdict == "different"} == TYPES


def test_no_pair_stands_twice_in_either_order(pairs: list[Pair]) -> None:
    """Two 张伟 may be asked about again, in other sentences."""
    assert [both for both, times in Counter(map(sides, pairs)).items() if times > 1] == []


def test_one_name_on_both_sides_has_two_contexts(pairs: list[Pair]) -> None:
    alike = [pair for pair in pairs if pair.left == pair.right]
    assert [pair for pair in alike if len(sides(pair)) == 1 or not all(pair)] == []


def test_a_context_holds_its_name_as_written(pairs: list[Pair]) -> None:
    both = [side for pair in pairs for side in sides(pair)]
    assert [(name, context) for name, context in both if context and name not in context] == []


def test_names_and_reasons_are_filled_in_and_bare(pairs: list[Pair]) -> None:
    assert [pair for pair in pairs if not (pair.left and pair.right and pair.why)] == []
    assert [field for pair in pairs for field in pair if field != field.strip()] == []
