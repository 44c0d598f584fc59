"""Names out of the public sets."""

from pathlib import Path

from kg.train.pools import name_lists
from kg.train.sets import Tagged
from tests.train.small_sets import listed


def row(text: str, *spans: tuple[int, int, str]) -> Tagged:
    return Tagged(text, spans)


def test_names_of_the_same_kind_by_our_types(tmp_path: Path) -> None:
    sets = {
        "cluener": [
            row("青禾科技的林晓岚", (0, 4, "company"), (5, 8, "name")),
            row("海川市", (0, 3, "address")),
        ],
        "msra": [row("海川的李四", (0, 2, "LOC"), (3, 5, "PER")), row("商会", (0, 2, "ORG"))],
    }
    assert name_lists(sets, tmp_path) == {
        "company": ["青禾科技"],
        "person": ["李四", "林晓岚"],
        "place": ["海川", "海川市"],
    }


def test_quotes_single_characters_and_long_names_are_left_out(tmp_path: Path) -> None:
    game = row("《禾苗》", (0, 4, "game"))
    short, long = row("禾", (0, 1, "company")), row("青" * 13, (0, 13, "company"))
    assert name_lists({"cluener": [game, short, long]}, tmp_path) == {"company": [], "product": ["禾苗"]}


def test_a_name_comes_once(tmp_path: Path) -> None:
    rows = [row("林晓岚", (0, 3, "NAME"))] * 2
    assert name_lists({"resume": rows}, tmp_path)["person"] == ["林晓岚"]


def test_listed_companies(tmp_path: Path) -> None:
    listed(tmp_path / "matchina" / "entities.db.xz")
    assert name_lists({}, tmp_path) == {"company": ["白石能源", "白石能源股份有限公司集团", "青禾科技"]}
