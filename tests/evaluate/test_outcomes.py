from typing import Any

import pytest

from kg.errors import ReadError
from kg.evaluate.outcomes import outcomes
from kg.evaluate.scorer import score

TEXT = "张三表示，“青禾科技的产品很好，值得买。”他认为，价格可能会涨。"
CLAIMS: list[dict[str, Any]] = [
    {"canonical": "张三", "content": [[6, 19]], "mode": "direct"},
    {"canonical": "张三", "content": [[25, 32]], "mode": "indirect"},
]
NAMES = [{"span": [0, 2], "type": "person"}, {"span": [6, 10], "type": "company"}]
TIES = [{"type": "role-of", "subject": [0, 2], "object": [6, 10]}]
GOLD: Any = {
    "x": {
        "id": "x",
        "text": TEXT,
        "claims": CLAIMS,
        "entities_annotated": True,
        "entities": NAMES,
        "relations": TIES,
    }
}


def sure(rows: list[dict[str, Any]], confidence: float = 0.9, **other: object) -> list[dict[str, Any]]:
    return [{**row, "confidence": confidence, **other} for row in rows]


def right(answer: dict[str, Any], kind: str, gold: Any = GOLD) -> list[bool]:
    return [it.right for it in outcomes(gold, {"x": {"id": "x", **answer}})[kind]]  # type: ignore[typeddict-item]


def test_a_claim_is_right_with_content_and_speaker() -> None:
    assert right({"claims": sure(CLAIMS)}, "claim") == [True, True]
    assert right({"claims": sure(CLAIMS, canonical="李四")}, "claim") == [False, False]
    assert right({"claims": sure(CLAIMS, content=[[25, 28]])}, "claim") == [False, False]


def test_a_name_is_right_with_span_and_type() -> None:
    assert right({"entities": sure(NAMES)}, "name") == [True, True]
    assert right({"entities": sure(NAMES, type="person")}, "name") == [True, False]


def test_a_relation_is_right_with_its_arguments() -> None:
    assert right({"relations": sure(TIES)}, "relation") == [True]
    assert right({"relations": sure(TIES, type="founder")}, "relation") == [False]


def test_names_count_only_where_gold_has_them() -> None:
    gold = {"x": {**GOLD["x"], "entities_annotated": False}}
    assert right({"entities": sure(NAMES), "claims": sure(CLAIMS)}, "name", gold) == []
    assert right({"entities": sure(NAMES), "claims": sure(CLAIMS)}, "claim", gold) == [True, True]


def test_as_many_are_right_as_the_scorer_says() -> None:
    answer: Any = {"x": {"claims": sure([*CLAIMS, CLAIMS[0]]), "entities": sure(NAMES[:1])}}
    found, scores = outcomes(GOLD, answer), score(GOLD, answer)
    assert sum(it.right for it in found["claim"]) == scores["full claim"]["tp"] == 2
    assert sum(it.right for it in found["name"]) == scores["entity strict"]["tp"] == 1


def test_confidence_and_place_go_with_it() -> None:
    answer: Any = {"x": {"entities": [*sure(NAMES[:1], 0.4), *sure(NAMES[1:], 0.8)]}}
    found = outcomes(GOLD, answer)["name"]
    assert [(it.article, it.index, it.confidence) for it in found] == [("x", 0, 0.4), ("x", 1, 0.8)]


def test_a_record_without_confidence_is_an_error() -> None:
    with pytest.raises(ReadError, match="x: a predicted record without a confidence"):
        right({"entities": NAMES}, "name")
