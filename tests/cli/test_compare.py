import json

import pytest

from tests.cli.conftest import Run


def test_the_verdict_and_why(run: Run) -> None:
    ran = run("compare", "青禾", "青禾云", "--type", "company")
    assert ran.code == 0
    assert ran.out.startswith("青禾 / 青禾云 (company): different, score 0.0")
    assert "only one is a unit: 云" in ran.out


def test_json(run: Run) -> None:
    found = json.loads(run("compare", "林晓岚", "林晓岚CEO", "--type", "person", "--format", "json").out)
    assert list(found) == ["left", "right", "type", "verdict", "score", "reasons"]
    assert (found["verdict"], found["type"]) == ("same", "person")
    assert set(found["reasons"][0]) == {"feature", "score", "detail"}


def test_a_sentence_for_each_name(run: Run) -> None:
    sentences = ("苹果发布了新款手机。", "果农说，今年的苹果很甜。")
    assert ": different, " in run("compare", "苹果", "苹果", "--context", *sentences).out
    assert ": same, " in run("compare", "苹果", "苹果").out


def test_names_that_share_nothing(run: Run) -> None:
    ran = run("compare", "A", "B", "--type", "thing")
    assert ran.code == 0
    assert ": different, " in ran.out


@pytest.mark.parametrize("name", ["", " ", "\u3000"])
def test_an_empty_name_is_an_error_in_a_sentence(run: Run, name: str) -> None:
    ran = run("compare", name, "青禾")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "kg: A name to compare is empty; give two names.\n"


def test_an_unknown_type_is_an_error_in_a_sentence(run: Run) -> None:
    ran = run("compare", "青禾", "青禾云", "--type", "firm")
    assert ran.code == 1
    assert ran.err.startswith("kg: There is no type firm to compare; known: person, company, ")


def test_one_name_is_wrong_usage(run: Run) -> None:
    assert run("compare", "青禾").code == 2
