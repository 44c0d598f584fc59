"""The model that ships keeps its floors, and kg evaluate gives the reference scorer's figures."""

import json
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from kg.annotate.pipeline import load
from kg.evaluate.files import read_gold
from kg.evaluate.floors import check, read_floors
from kg.evaluate.scorer import score
from kg.run.gold import predict

HERE = Path(__file__).parent
GOLD = ("gold/dev.jsonl", "data/news_attribution/select.jsonl")


@pytest.mark.model
def test_our_own_gold_keeps_its_floors() -> None:
    gold = read_gold(HERE / "gold.jsonl")
    found = predict(gold, {}, load())
    early = dict(islice(gold.items(), 40))  # the articles that came first have floors of their own
    scores = {"tests/gold": score(gold, found), "tests/gold 01-40": score(early, found)}
    assert check(scores, read_floors(HERE / "floors.json")) == []


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("name", GOLD)
def test_the_reference_scorer_agrees_and_the_floors_hold(
    name: str, shared: Path, reference: ModuleType
) -> None:
    gold = read_gold(shared / name)
    found = predict(gold, {}, load())
    scores = score(gold, found)
    assert json.dumps(scores) == json.dumps(reference.score(dict(gold), dict(found)))
    assert check({Path(name).stem: scores}, read_floors(HERE / "floors.json")) == []
