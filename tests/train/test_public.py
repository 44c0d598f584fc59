"""The heads of the public sets: a tiny training, and what its model finds in held-out parts."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kg.annotate.model import load_model
from kg.errors import ReadError
from kg.evaluate.public import NO_RELATION
from kg.train.public import (
    PARTS,
    best,
    best_tags,
    bio_transitions,
    head_names,
    head_score,
    pair_answers,
    unseen,
)
from kg.train.run import smoke
from kg.train.sets import Pair, Tagged
from tests.train import small_sets

GOLD = Path(__file__).parents[1] / "gold" / "gold.jsonl"
TEXTS = ["青禾科技的林晓岚来了。", "", "去OpenX9的海川。" * 9, "李四。"]


def held_out(folder: Path) -> Path:
    """The parts that no training sees, but for MSRA's: it would take 10,000 clauses."""
    small_sets.lines(folder / "cluener" / "dev.json.xz", small_sets.cluener())
    small_sets.lines(folder / "uner_zh_gsdsimp" / "zh_gsdsimp-ud-dev.iob2.xz", small_sets.uner())
    small_sets.lines(folder / "resume_ner" / "dev.char.bmes.xz", small_sets.resume())
    small_sets.lines(folder / "finre" / "valid.txt.xz", small_sets.finre())
    return folder


@pytest.fixture(scope="module")
def component(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("smoke")
    return load_model(smoke(GOLD, out=folder, data=small_sets.make(folder / "data")))


def test_the_rows_of_held_out_parts(tmp_path: Path) -> None:
    held_out(tmp_path)
    assert {name: len(unseen(tmp_path, name)) for name in PARTS} == {
        "cluener": 4,
        "uner": 4,
        "resume": 4,
        "msra": 0,
        "finre": 4,
    }


def test_a_part_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert all(unseen(tmp_path, name) == [] for name in PARTS)


@pytest.mark.parametrize("name", ["cluener", "uner", "finre"])
def test_a_damaged_part_is_one_sentence(name: str, tmp_path: Path) -> None:
    for path in (path for path in held_out(tmp_path).rglob("*") if path.is_file()):
        path.write_bytes(b"no xz")
    with pytest.raises(ReadError, match=f"the {PARTS[name]} part of {name} cannot be read"):
        unseen(tmp_path, name)


def test_a_line_with_too_few_columns_is_one_sentence(tmp_path: Path) -> None:
    small_sets.lines(tmp_path / "finre" / "valid.txt.xz", ["青禾科技\t麦田集团\t收购"])
    with pytest.raises(ReadError, match="finre cannot be read"):
        unseen(tmp_path, "finre")


def test_a_name_goes_on_with_its_own_label() -> None:
    tags = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
    allowed = bio_transitions(tags) == 0
    assert allowed[:, [0, 1, 3]].all()  # whatever went before, another may begin
    before = {tag: [tags[row] for row in allowed[:, tags.index(tag)].nonzero().flatten()] for tag in tags}
    assert before["I-PER"] == ["B-PER", "I-PER"]
    assert before["I-LOC"] == ["B-LOC", "I-LOC"]


@pytest.mark.slow
def test_nothing_goes_on_that_did_not_begin(component: Any) -> None:
    (tags,) = best_tags(component, "resume", [{"token": list("林晓岚任青禾科技董事" * 5)}])
    assert len(tags) == 50
    for before, tag in pairwise(["O", *tags]):
        assert not tag.startswith("I-") or before[1:] == tag[1:]


@pytest.mark.slow
def test_spans_lie_in_their_own_text(component: Any) -> None:
    done: list[object] = []
    found = list(head_names(component, "cluener", TEXTS, progress=done.append))
    assert done == TEXTS
    assert found[1] == []
    for text, spans in zip(TEXTS, found, strict=True):
        assert all(0 <= start < end <= len(text) for start, end, _ in spans)
        assert spans == sorted(spans)
        assert spans == next(head_names(component, "cluener", [text]))  # in no other's company


@pytest.mark.slow
def test_a_pair_with_two_labels_is_asked_once(component: Any) -> None:
    text = "青禾科技与麦田集团合作并收购。"
    pairs = [Pair(text, "青禾科技", "麦田集团", label) for label in ("合作", "收购")]
    (answer,) = pair_answers(component, "finre", pairs)
    assert answer.right == {"合作", "收购"}
    assert answer.found in component.tasks["finre"].labels
    assert 0 < answer.chance <= 1


@pytest.mark.slow
def test_a_pair_that_cannot_be_read_has_no_relation(component: Any) -> None:
    (answer,) = pair_answers(component, "finre", [Pair("青禾科技上市。", "青禾科技", "麦田集团", "合作")])
    assert (answer.found, answer.chance) == (NO_RELATION, 0.0)


@pytest.mark.slow
def test_answers_come_in_the_order_of_the_questions(component: Any) -> None:
    samples = [
        {"token": list("甲与乙" + "很" * length), "ends": [0, 0, 2, 2], "relation": 0}
        for length in (40, 1, 9)
    ]
    alone = [best(component, "finre", [dict(sample)])[0] for sample in samples]
    together = best(component, "finre", samples)
    assert [label for label, _ in together] == [label for label, _ in alone]
    assert [chance for _, chance in together] == pytest.approx([chance for _, chance in alone], abs=1e-4)
    assert best(component, "finre", []) == []


@pytest.mark.slow
def test_every_set_is_scored_by_its_own_measure(component: Any, tmp_path: Path) -> None:
    held_out(tmp_path)
    scores = {
        name: head_score(component, name, unseen(tmp_path, name)) for name in ("cluener", "uner", "finre")
    }
    assert scores["cluener"].macro_f1 is not None
    assert scores["uner"].macro_f1 is None
    assert scores["uner"].names is not None
    assert scores["uner"].names.strict["gold"] == 8
    assert scores["finre"].pairs is not None
    assert scores["finre"].pairs.micro["gold"] == 3  # one of four is no relation
    assert all(score.published and score.rows == 4 for score in scores.values())


def test_rows_of_both_kinds_are_told_apart(tmp_path: Path) -> None:
    held_out(tmp_path)
    assert all(isinstance(row, Tagged) for row in unseen(tmp_path, "uner"))
    assert all(isinstance(row, Pair) for row in unseen(tmp_path, "finre"))
