"""Sheets as windows whose labels say what the sheet's marks say."""

import json
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.labels import CONTENT, NAME_TYPES, SPEAKER
from kg.annotate.losses import IGNORE
from kg.annotate.tokens import Places, model_form, token_spans
from kg.annotate.viterbi import runs
from kg.annotate.windows import WINDOW, windows
from kg.train.samples import SMALLEST_FIRST, TRAIN_OVERLAP, reading, sheet_windows, write_epoch
from kg.train.sheet import Sheet
from tests.train.sheets import POOLS, SENTENCES, dice, made, sheets

SHORT = made(SENTENCES)
LONG = made(SENTENCES * 12)


def words(window: dict[str, Any], span: list[int]) -> str:
    return "".join(window["token"][span[0] : span[1]])


def roles(window: dict[str, Any], kind: int) -> list[str]:
    return [
        "".join(words(window, role[:2]) for role in of_cue if role[2] == kind) for of_cue in window["roles"]
    ]


def starts(sheet: Sheet, first: int | None = None) -> list[int]:
    """Where in the article's tokens each window begins."""
    forms = [model_form(span.of(sheet.text)) for span in token_spans(sheet.text)]
    return [start for start, _ in windows(forms, overlap=TRAIN_OVERLAP, first=first)]


def test_names_are_marked_with_their_types() -> None:
    (window,) = sheet_windows(SHORT)
    found = [(words(window, [s, e]), NAME_TYPES[kind]) for s, e, kind in runs(window["name_id"])]
    assert found == [
        ("青禾科技", "company"), ("林晓岚", "person"), ("禾苗", "product"), ("OpenX9", "product"),
        ("周见山", "person"), ("青禾科技", "company"), ("麦田集团", "company"), ("海川", "place"),
    ]  # fmt: skip
    assert [(words(window, name[:2]), name[2]) for name in window["names"]] == found


def test_every_cue_has_its_roles() -> None:
    (window,) = sheet_windows(SHORT)
    assert [words(window, cue) for cue in window["cue_spans"]] == ["表示", "说", "否认"]
    assert [words(window, [s, e]) for s, e, _ in runs(window["cue_id"])] == ["表示", "说", "否认"]
    assert roles(window, SPEAKER) == ["林晓岚", "周见山", "她"]
    assert roles(window, CONTENT) == ["禾苗会停产", "OpenX9卖完了", "去过海川"]
    assert window["polarity"] == [[0, 0], [0, 0], [1, 0]]


def test_left_out_forms_move_no_label() -> None:
    (window,) = sheet_windows(SHORT, without={"*", "§"})
    assert "§" not in window["token"]
    assert "*" not in window["token"]
    assert roles(window, SPEAKER) == ["林晓岚", "周见山", "她"]
    assert [words(window, window["names"][source]) for (source,) in window["sources"][:2]] == [
        "林晓岚",
        "周见山",
    ]


@given(sheets(), st.integers(SMALLEST_FIRST, WINDOW))
def test_every_cue_is_held_whole_by_a_window(sheet: Sheet, first: int) -> None:
    places = Places(token_spans(sheet.text))
    held = {
        (cue[0] + start, cue[1] + start)
        for start, window in zip(starts(sheet, first), sheet_windows(sheet, first=first), strict=True)
        for cue in window["cue_spans"]
    }
    assert held == {places.tokens(*claim.cue) for claim in sheet.claims}


@given(sheets(), st.integers(SMALLEST_FIRST, WINDOW))
def test_indices_point_to_the_right_names(sheet: Sheet, first: int) -> None:
    places = Places(token_spans(sheet.text))
    names = {places.tokens(name.start, name.end): index for index, name in enumerate(sheet.names)}
    claims = {places.tokens(*claim.cue): claim for claim in sheet.claims}
    ties = {(left, right): label for left, right, label in sheet.ties}
    for start, window in zip(starts(sheet, first), sheet_windows(sheet, first=first), strict=True):
        back = [names[name[0] + start, name[1] + start] for name in window["names"]]
        assert back == sorted(back)
        for number, cue in enumerate(window["cue_spans"]):
            claim = claims[cue[0] + start, cue[1] + start]
            for key, indices in (("sources", claim.sources), ("about", claim.about)):
                assert [back[i] for i in window[key][number]] == [i for i in indices if i in back]
        seen = {(back[left], back[right]): label for left, right, label in window["ties"]}
        assert seen == {pair: label for pair, label in ties.items() if set(pair) <= set(back)}


@given(sheets(), st.integers(SMALLEST_FIRST, WINDOW))
def test_rows_of_a_window_are_as_long_as_it(sheet: Sheet, first: int) -> None:
    for window in sheet_windows(sheet, first=first):
        length = len(window["token"])
        assert length == len(window["name_id"]) == len(window["cue_id"]) <= WINDOW
        whole = [tuple(name[:2]) for name in window["names"]]
        assert set(whole) <= {(s, e) for s, e, _ in runs(window["name_id"])}
        cues = len(window["cue_spans"])
        keys = ("roles", "sources", "implicit", "about", "polarity")
        assert {len(window[key]) for key in keys} == {cues}


def test_ties_of_unsure_names_come_along() -> None:
    sheet = msgspec.structs.replace(SHORT, ties=(), unsure=((0, 7), (5, 6)))
    (window,) = sheet_windows(sheet)
    assert window["unsure"] == [[0, 7], [5, 6]]


def test_where_nobody_looked_no_token_has_a_label() -> None:
    sheet = msgspec.structs.replace(SHORT, claims=(), is_read=False)
    (window,) = sheet_windows(sheet)
    assert set(window["name_id"]) == set(window["cue_id"]) == {IGNORE}
    assert len(window["names"]) == 8
    assert [words(window, window["names"][i]) for i in window["ties"][0][:2]] == ["青禾科技", "麦田集团"]


def test_readings_differ_in_cut_stars_line_breaks_and_names() -> None:
    seen = [list(reading(LONG, dice(seed), POOLS)) for seed in range(30)]
    texts = ["".join(form for window in windows for form in window["token"]) for windows in seen]
    assert len({len(windows[0]["token"]) for windows in seen}) > 5
    for sign in ("*", "§", "青禾科技"):
        assert {sign in text for text in texts} == {True, False}


def written(path: Path, *, epoch: int, seed: int = 7) -> str:
    count = write_epoch([SHORT, LONG], path, epoch=epoch, seed=seed, pools=POOLS)
    text = path.read_text(encoding="utf-8")
    assert count == len([json.loads(line) for line in text.splitlines()])
    return text


def test_an_epoch_is_always_the_same_and_like_no_other(tmp_path: Path) -> None:
    first = written(tmp_path / "1", epoch=1)
    assert written(tmp_path / "again", epoch=1) == first
    assert written(tmp_path / "2", epoch=2) != first
    assert written(tmp_path / "other", epoch=1, seed=8) != first
