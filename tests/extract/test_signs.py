import math

import pytest

from kg.annotate.layers import CONTENTS, CUES, SPEAKERS
from kg.extract.article import extract
from kg.extract.signs import Signs, chance_features, claim_features, log_odds, signs
from tests.extract.reading import doc
from tests.factory import art

TEXT = "青禾科技董事长林晓岚表示，产量会翻番。"
NAMES = {"青禾科技": "company", "董事长": "position", "林晓岚": "person"}


def test_the_chances_are_the_layers() -> None:
    read = doc(TEXT, NAMES, [("林晓岚", "表示", "产量会翻番")])
    for layer, chance in ((CUES, 0.8), (CONTENTS, 0.7), (SPEAKERS, 0.6)):
        read.spans[layer].attrs["confidence"] = [chance]
    claims = extract(read, art(TEXT)).claims
    assert signs(read, claims) == {claims[0].id: Signs(cue=0.8, content=0.7, speaker=0.6, by="name")}


def test_a_claim_without_a_speaker_has_no_chance_of_one() -> None:
    read = doc("消息称，产量会翻番。", {}, [(None, "称", "产量会翻番")])
    claims = extract(read, art("消息称，产量会翻番。")).claims
    assert signs(read, claims)[claims[0].id].speaker is None


def test_a_cue_that_the_doc_does_not_know_has_the_claims_confidence() -> None:
    read = doc(TEXT, NAMES, [("林晓岚", "表示", "产量会翻番")])
    claims = extract(read, art(TEXT)).claims
    empty = doc(TEXT, NAMES, [])
    (found,) = signs(empty, claims).values()
    assert found == Signs(cue=0.9, content=0.9, speaker=None, by="name")


def test_features_of_a_claim() -> None:
    known = claim_features(Signs(cue=0.5, content=0.9, speaker=0.9, by="name"))
    assert known == {
        "": 1.0,
        "cue": 0.0,
        "content": pytest.approx(math.log(9)),
        "speaker": pytest.approx(math.log(9)),
        "by name": 1.0,
    }
    unknown = claim_features(Signs(cue=0.5, content=0.9, speaker=None, by="none"))
    assert unknown["no speaker"] == unknown["by none"] == 1.0
    assert "speaker" not in unknown


def test_log_odds_are_finite_and_rise() -> None:
    odds = [log_odds(step / 1000) for step in range(1001)]
    assert odds == sorted(odds)
    assert odds[0] == pytest.approx(-odds[-1])
    assert chance_features(0.5) == {"": 1.0, "chance": 0.0}
