from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.extract.article import extract
from kg.extract.calibrate import (
    FILE,
    UNCALIBRATED,
    Calibration,
    Scale,
    calibrated,
    read_calibration,
    write_calibration,
)
from kg.extract.signs import Signs, chance_features
from kg.records import Extraction
from tests.extract.reading import doc
from tests.factory import art

TEXT = "青禾科技董事长林晓岚表示，产量会翻番。她还说，工厂不会搬。"
NAMES = {"青禾科技": "company", "董事长": "position", "林晓岚": "person"}
SAID = [("林晓岚", "表示", "产量会翻番"), ("她", "说", "工厂不会搬")]
TIES = [("林晓岚", "role_of", "青禾科技")]

HALF = Scale(weights={"": 0.0, "chance": 1.0}, knots=((0.0, 0.0), (1.0, 0.5)))
BY_NAME = Scale(weights={"": -1.0, "cue": 0.5, "by name": 2.0}, knots=((0.0, 0.0), (1.0, 1.0)))
FULL = Calibration(names=HALF, claims=BY_NAME, relations=HALF)

UNIT = st.floats(0, 1)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    xs = sorted(draw(st.sets(st.floats(0, 1, width=16), min_size=2, max_size=9)))
    ys = sorted(draw(st.lists(UNIT, min_size=len(xs), max_size=len(xs))))
    weights = {"": draw(st.floats(-5, 5)), "chance": draw(st.floats(0, 5))}
    return Scale(weights=weights, knots=tuple(zip(xs, ys, strict=True)))


@given(scales(), UNIT, UNIT)
def test_a_scale_rises_within_0_and_1(scale: Scale, one: float, other: float) -> None:
    low, high = (scale.of(chance_features(it)) for it in sorted((one, other)))
    assert 0 <= low <= high <= 1


@given(scales())
def test_a_line_goes_through_its_knots(scale: Scale) -> None:
    for felt, right in scale.knots:
        assert scale.line(felt) == pytest.approx(right)


def test_between_knots_it_is_straight() -> None:
    scale = Scale(weights={}, knots=((0.2, 0.1), (0.6, 0.3)))
    assert [scale.line(it) for it in (0.0, 0.2, 0.4, 0.6, 1.0)] == pytest.approx([0.1, 0.1, 0.2, 0.3, 0.3])


@given(UNIT, UNIT, st.none() | UNIT)
def test_without_scales_nothing_changes(cue: float, content: float, speaker: float | None) -> None:
    assert UNCALIBRATED.name(cue) == UNCALIBRATED.relation(cue) == cue
    signs = Signs(cue=cue, content=content, speaker=speaker, by="name")
    assert UNCALIBRATED.claim(signs) == min(cue, content)


def test_how_the_speaker_was_found_counts() -> None:
    by = {by: FULL.claim(Signs(cue=0.9, content=0.9, speaker=0.9, by=by)) for by in ("name", "written")}
    assert by["name"] > by["written"]


def test_a_folder_without_the_file_changes_nothing(tmp_path: Path) -> None:
    assert read_calibration(tmp_path) is UNCALIBRATED


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_calibration(tmp_path, FULL)
    assert read_calibration(tmp_path) == FULL
    write_calibration(tmp_path, Calibration(claims=BY_NAME))
    assert list(msgspec.json.decode((tmp_path / FILE).read_bytes())) == ["claims"]
    assert read_calibration(tmp_path) == Calibration(claims=BY_NAME)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "truncated"),
        ('{"name": {}}', "unknown field"),
        ('{"names": {"weights": {}, "knots": [[0, 0]]}}', "at least two knots"),
        ('{"names": {"weights": {}, "knots": [[0, 0], [1, 1.5]]}}', "from 0 to 1"),
        ('{"names": {"weights": {}, "knots": [[0, 0.5], [1, 0.2]]}}', "rise"),
        ('{"names": {"weights": {}, "knots": [[0.5, 0], [0.5, 1]]}}', "rise"),
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=complaint) as raised:
        read_calibration(tmp_path)
    assert str(raised.value).startswith(f"{tmp_path / FILE}: ")


def read() -> Doc:
    return doc(TEXT, NAMES, SAID, ties=TIES)


def extraction() -> Extraction:
    return extract(read(), art(TEXT), origin="news")


def test_records_get_their_shares_right() -> None:
    before = extraction()
    after = calibrated(before, read(), FULL, origin="news")
    assert {it.confidence for it in after.mentions if it.kind == "name"} == {0.45}
    assert after.relations[0].confidence == round(before.relations[0].confidence / 2, 3)
    named, resolved = after.claims
    assert named.confidence > resolved.confidence


def test_nothing_but_the_confidence_changes() -> None:
    before = extraction()
    after = calibrated(before, read(), FULL, origin="news")
    for old, new in zip(
        (*before.mentions, *before.claims, *before.relations),
        (*after.mentions, *after.claims, *after.relations),
        strict=True,
    ):
        assert msgspec.structs.replace(new, confidence=old.confidence) == old


def test_pronouns_and_names_of_another_origin_stay() -> None:
    before = extraction()
    after = calibrated(before, read(), FULL, origin="news")
    assert [it for it in after.mentions if it.kind != "name"] == [
        it for it in before.mentions if it.kind != "name"
    ]
    assert calibrated(before, read(), FULL, origin="other").mentions == before.mentions


def test_uncalibrated_records_are_the_same() -> None:
    before = extraction()
    assert calibrated(before, read(), UNCALIBRATED, origin="news") is before
