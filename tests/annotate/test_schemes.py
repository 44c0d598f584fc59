"""Labels of other schemes in our types."""

import re
from pathlib import Path

import pytest

from kg.annotate.schemes import LABELS, known_type, known_words, type_of
from kg.schema import schema


@pytest.mark.parametrize(
    ("label", "type_"),
    [
        ("PERSON", "person"),  # OntoNotes
        ("nr", "person"),  # PKU
        ("PER.NAM", "person"),  # Weibo
        ("人名", "person"),
        ("company_name", "company"),  # BosonNLP
        ("ORG", "organisation"),
        ("NORP", "organisation"),
        ("GPE", "place"),
        ("NS", "place"),  # MSRA
        ("FAC", "place"),
        ("WORK_OF_ART", "work"),
        ("book", "work"),  # CLUENER
        ("TITLE", "position"),  # Resume
        ("Company", "company"),  # our own words
        ("政府机构", "government"),
    ],
)
def test_a_kind_of_name_has_a_type(label: str, type_: str) -> None:
    assert type_of(label) == type_


@pytest.mark.parametrize("label", ["DATE", "MONEY", "PER.NOM", "LANGUAGE", "MISC", "O", "", "其他"])
def test_what_is_no_name_is_left_out(label: str) -> None:
    assert type_of(label) is None


def test_no_label_stands_for_two_types() -> None:
    labels = [label for labels in LABELS.values() for label in labels]
    assert len(labels) == len(set(labels))
    assert set(LABELS) <= set(schema().entities)


def test_the_page_shows_the_table_that_counts(root: Path) -> None:
    page = (root / "docs" / "swap-in.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| (.+) \|$", page, re.MULTILINE)
    assert {type_: tuple(labels.split()) for type_, labels in rows[1:]} == LABELS


def test_our_words_in_both_languages() -> None:
    assert {known_type(word) for word in ("person", "PERSON", " Person ", "人物")} == {"person"}
    assert known_type("unnamed_source") is None
    assert known_words().startswith("person 人物, company 公司")
