import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.files import read_gold
from kg.evaluate.scorer import score

SHARED = Path(__file__).parents[3] / "shared"
OWN_GOLD = Path(__file__).parents[1] / "gold" / "gold.jsonl"
TEXT = "张三表示，“A公司的产品很好，值得买。”他认为，价格可能会涨。"
F1_MEASURES = (
    "content exact",
    "content overlap",
    "full claim",
    "about end-to-end",
    "entity strict",
    "entity span",
    "relation",
)


def claims() -> list[dict[str, Any]]:
    return [
        {
            "speaker": [0, 2],
            "canonical": "张三",
            "cue": [2, 4],
            "content": [[6, 18]],
            "mode": "direct",
            "about": ["A公司"],
            "negated": False,
            "hedged": False,
        },
        {
            "speaker": [20, 21],
            "canonical": "张三",
            "canonical_alt": ["张三丰"],
            "cue": [21, 23],
            "content": [[24, 31]],
            "mode": "indirect",
            "about": [],
            "negated": False,
            "hedged": True,
        },
    ]


def gold() -> dict[str, Any]:
    article = {
        "id": "x",
        "text": TEXT,
        "entities_annotated": True,
        "entities": [{"span": [0, 2], "type": "person"}, {"span": [6, 9], "type": "company"}],
        "relations": [{"type": "role-of", "subject": [0, 2], "object": [6, 9]}],
        "claims": claims(),
    }
    return {"x": article}


def predicted() -> dict[str, Any]:
    """One right claim with quotes and 。 included, one that is cut short and badly resolved."""
    article = {
        "claims": [
            {"content": [5, 20], "canonical": "张三 先生", "about": ["a公司", "B"]},
            {"content": [24, 27], "canonical": "他"},
        ],
        "entities": [{"span": [0, 2], "type": "org"}],
        "relations": [],
    }
    return {"x": article}


def test_gold_scores_1_against_itself() -> None:
    scores: Any = score(gold(), gold())
    assert [scores[name]["f1"] for name in F1_MEASURES] == [1.0] * len(F1_MEASURES)
    assert scores["speaker|matched"] == scores["cue|matched"] == scores["mode|matched"] == 1.0


def test_quotes_and_full_stop_at_the_edge_do_not_count() -> None:
    scores = score(gold(), predicted())
    assert scores["content exact"]["tp"] == 1
    assert scores["content overlap"]["tp"] == 1


def test_full_claim_needs_the_speaker() -> None:
    scores = score(gold(), predicted())
    assert scores["full claim"]["f1"] == 0.5
    assert scores["speaker|matched"] == 1.0


def test_about_is_compared_without_case() -> None:
    about = score(gold(), predicted())["about|matched"]
    assert (about["p"], about["r"]) == (0.5, 1.0)


def test_entity_span_counts_without_its_type() -> None:
    scores = score(gold(), predicted())
    assert scores["entity strict"]["tp"] == 0
    assert scores["entity span"]["tp"] == 1


def test_no_prediction_scores_0() -> None:
    scores = score(gold(), {})
    assert scores["full claim"]["f1"] == 0.0
    assert scores["speaker|matched"] == 0.0
    assert scores["by mode"]["direct"] == {"gold": 1, "found": 0.0, "full": 0.0}


def test_empty_gold_scores_0() -> None:
    scores = score({}, predicted())
    assert scores["articles"] == 0
    assert scores["content overlap"]["f1"] == 0.0
    assert scores["by mode"] == {}


def test_alternative_content_counts_as_overlap_only() -> None:
    other = gold()
    other["x"]["claims"][1]["alt_content"] = [[[24, 27]]]
    scores = score(other, predicted())
    assert scores["content overlap"]["tp"] == 2
    assert scores["content exact"]["tp"] == 1
    assert scores["full claim"]["tp"] == 1
    assert scores["speaker|matched"] == 0.5


def test_a_claim_predicted_twice_is_once_wrong() -> None:
    twice: Any = {"x": {"claims": [claims()[0], claims()[0]]}}
    overlap = score(gold(), twice)["content overlap"]
    assert (overlap["tp"], overlap["pred"]) == (1, 2)


def test_other_right_speaker_is_right() -> None:
    answer = gold()
    answer["x"]["claims"][1]["canonical"] = "张三丰"
    assert score(gold(), answer)["speaker|matched"] == 1.0


def test_both_without_speaker_agree_on_the_speaker_span() -> None:
    nobody = gold()
    for claim in nobody["x"]["claims"]:
        claim["speaker"] = None
    assert score(nobody, nobody)["speaker span|matched"] == 1.0
    assert score(gold(), nobody)["speaker span|matched"] == 0.0


def test_relation_is_compared_by_words_not_by_mention() -> None:
    right, answer = gold(), gold()
    right["x"]["text"] = answer["x"]["text"] = TEXT + "张三"
    end = len(TEXT)
    answer["x"]["relations"] = [{"type": "role_of", "subject": [end, end + 2], "object": [6, 9]}]
    assert score(right, answer)["relation"]["tp"] == 1


def test_text_may_stand_beside_the_gold() -> None:
    without = gold()
    del without["x"]["text"]
    assert score(without, predicted())["content exact"]["tp"] == 0
    assert score(without, predicted(), {"x": TEXT})["content exact"]["tp"] == 1


def test_entities_of_an_article_without_annotation_do_not_count() -> None:
    other = gold()
    other["x"]["entities_annotated"] = False
    assert score(other, predicted())["entity span"]["pred"] == 0


def test_threshold_decides_about_overlap() -> None:
    assert score(gold(), predicted(), iou=0.4)["content overlap"]["tp"] == 2


@given(st.data())
def test_any_claims_score_1_against_themselves(data: st.DataObject) -> None:
    ends = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=2, unique=True).map(sorted)
    words = ends.filter(lambda end: any(char.isalnum() for char in TEXT[end[0] : end[1]]))
    contents = data.draw(st.lists(st.lists(words, min_size=1, max_size=2), min_size=1, max_size=4))
    article = gold()
    article["x"]["claims"] = [{**claims()[0], "content": content} for content in contents]
    assert score(article, article)["content overlap"]["f1"] == 1.0
    assert score(article, article)["content exact"]["f1"] == 1.0


# --- the same numbers as the scorer outside the project, to the last digit ---


def shifted(span: list[int], dice: random.Random) -> list[int]:
    start, end = span
    start = max(0, start + dice.choice((0, 0, 0, -1, 1, 3, -6)))
    return [start, max(start + 1, end + dice.choice((0, 0, 0, 1, -1, 4, -9)))]


def perturbed_claim(claim: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    content = [shifted(span, dice) for span in claim["content"]]
    about = [name for name in claim["about"] if dice.random() < 0.7]
    return {
        "speaker": dice.choice((claim["speaker"], claim["speaker"], None, [0, 3])),
        "canonical": dice.choice((claim["canonical"], claim["canonical"], "他", None)),
        "cue": dice.choice((claim["cue"], claim["cue"], None)),
        "content": dice.choice((content, content[0], None)) if dice.random() < 0.4 else content,
        "mode": dice.choice((claim["mode"], "indirect")),
        "about": dice.choice((about, about, [*about, "青禾科技"], None)),
        "negated": dice.choice((claim["negated"], True, False)),
        "hedged": dice.choice((claim["hedged"], True, False)),
    }


def perturbed(row: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """A prediction that is wrong in every way a program may be: left out, doubled, moved."""
    kept = [claim for claim in row["claims"] if dice.random() < 0.85]
    doubled = [claim for claim in kept if dice.random() < 0.15]
    answers = [perturbed_claim(claim, dice) for claim in kept + doubled]
    dice.shuffle(answers)
    entities = [
        {
            "span": dice.choice((entity["span"], entity["span"], shifted(entity["span"], dice))),
            "type": dice.choice((entity["type"], entity["type"], "org", "LOC", None)),
        }
        for entity in row["entities"]
    ]
    relations = [
        {**relation, "type": dice.choice((relation["type"], "role_of", "founder"))}
        for relation in row["relations"]
        if dice.random() < 0.8
    ]
    return {"id": row["id"], "claims": answers, "entities": entities, "relations": relations}


GOLDS = (
    SHARED / "gold" / "dev.jsonl",
    SHARED / "data" / "news_attribution" / "select.jsonl",
    OWN_GOLD,
)


@pytest.mark.shared
@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(5))
def test_numbers_equal_the_reference(path: Path, seed: int, reference: ModuleType) -> None:
    dice = random.Random(seed)  # noqa: S311
    rows: dict[str, Any] = reference.load(path)
    pred: Any = {article: perturbed(row, dice) for article, row in rows.items() if dice.random() < 0.95}
    mine: Any = score(read_gold(path), pred)
    assert mine == reference.score(rows, pred)
    assert 0 < mine["content exact"]["f1"] < mine["content overlap"]["f1"] < 1
    assert json.dumps(mine) == json.dumps(reference.score(rows, pred))


def test_without_texts_too(reference: ModuleType) -> None:
    path = GOLDS[0]
    rows: dict[str, Any] = reference.load(path)
    for row in rows.values():
        del row["text"]
    dice = random.Random(11)  # noqa: S311
    pred: Any = {article: perturbed(row, dice) for article, row in rows.items()}
    gold_rows: Any = rows
    assert score(gold_rows, pred, {}, 0.6) == reference.score(rows, pred, {}, 0.6)
