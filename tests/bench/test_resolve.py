"""The bench of resolving: its world is the same each time, its scores are right, and kg beats likeness."""

from collections import Counter

import pytest

from bench.corpus import Corpus
from bench.resolve import Measured, exponent, measured, page, scores
from bench.synthetic import World

REFERENTS = 3_000
FLOOR = 0.9  # of a small world's F1


@pytest.fixture(scope="module")
def row() -> Measured:
    return measured(REFERENTS, 1)


def test_kg_resolves_a_small_world(row: Measured) -> None:
    assert row.scores.f1 >= FLOOR
    assert row.scores.f1 > measured(REFERENTS, 1, resolver="WRatio").scores.f1


def test_the_world_has_as_many_referents_and_entities_as_asked_for(row: Measured) -> None:
    assert row.referents == pytest.approx(REFERENTS, rel=0.02)
    assert row.entities == pytest.approx(REFERENTS / 5, rel=0.05)


def test_one_seed_is_one_world() -> None:
    assert list(World(100, 7).pages(300)) == list(World(100, 7).pages(300))
    assert list(World(100, 7).pages(300)) != list(World(100, 8).pages(300))


def test_a_corpus_counts_each_name_once_an_article() -> None:
    corpus = Corpus()
    for article in World(100, 1).pages(500):
        corpus.add(article)
    assert len(corpus.referents) == len(set(corpus.places))
    assert max(Counter(corpus.referents).values()) <= corpus.articles


def test_scores_count_pairs() -> None:
    assert scores([0, 0, 1, 1], [0, 0, 1, 1]) == (1.0, 1.0, 1.0, 1.0)
    found = scores([0, 0, 0, 1], [5, 5, 6, 6])  # one right pair of three found and of two true ones
    assert (found.precision, found.recall) == pytest.approx((1 / 3, 1 / 2))


def test_exponent_of_costs_that_double_is_one() -> None:
    assert exponent([1, 2, 4], [3, 6, 12]) == pytest.approx(1)


def test_the_page_names_every_measure(row: Measured) -> None:
    text = page({"kg": [row], "WRatio": []})
    assert f"| kg | {row.referents:,} |" in text
    assert "power" not in text  # of one size nothing grows
