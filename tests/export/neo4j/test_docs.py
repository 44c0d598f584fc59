"""The questions in docs/neo4j.md are answered by a loaded server."""

import re
from pathlib import Path

from kg.export.neo4j.model import type_labels
from kg.store import Store
from tests.export.neo4j.conftest import Load
from tests.servers.neo4j import Neo4j

BLOCK = re.compile(r"(?:^    .*\n)+", re.MULTILINE)


def test_every_question_has_an_answer(neo4j: Neo4j, loaded: Load, store: Store, root: Path) -> None:
    page = (root / "docs" / "neo4j.md").read_text(encoding="utf-8")
    questions = [block for block in BLOCK.findall(page) if block.split()[0] in {"MATCH", "CALL"}]
    loaded(store)
    neo4j.rows("CALL db.awaitIndexes()")
    answers = {question: neo4j.rows(question) for question in questions}
    unanswered = [question for question, rows in answers.items() if not rows]
    assert len(questions) == 6
    assert [question.split()[1] for question in unanswered] == ["(note:Note)-[mine]->(gone:Gone)"]


def test_every_label_is_in_the_docs(root: Path) -> None:
    page = (root / "docs" / "neo4j.md").read_text(encoding="utf-8")
    assert [label for label in type_labels() if f"`{label}`" not in page] == []
