import pytest

from kg.export.neo4j import send
from kg.export.neo4j.model import NodeGroup, TieGroup
from kg.export.neo4j.rows import Row
from kg.export.neo4j.send import Sender, statements
from kg.export.neo4j.server import Server, Statement


class Kept(Server):
    """Takes statements and keeps them."""

    def __init__(self) -> None:
        self.batches: list[list[Statement]] = []

    def write(self, statements: object) -> int:
        self.batches.append(list(statements))  # type: ignore[call-overload]
        return 0


def person(id_: str, *, content: str = "") -> Row:
    return Row(group=NodeGroup("Entity", "Person"), id=id_, props={"name": content, "kg": "0"})


def said(id_: str, source: str, target: str = "c") -> Row:
    group = TieGroup("SAID", "Entity", "Claim")
    return Row(group=group, id=id_, source=source, target=target, props={"kg": "0"})


def test_a_batch_ends_by_rows_or_by_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(send, "BATCH_ROWS", 3)
    monkeypatch.setattr(send, "BATCH_CHARACTERS", 100)
    server = Kept()
    with Sender(server) as sender:
        for content in ("", "", "", "长" * 100, "", ""):
            sender.put(person("a", content=content), is_new=True)
    assert [len(batch[0].parameters["rows"]) for batch in server.batches] == [3, 1, 2]


def test_relationships_go_in_the_order_of_their_ends() -> None:
    (only,) = statements([(said("1", "b"), True), (said("2", "a", "d"), True), (said("3", "a"), True)])
    assert [row[0] for row in only.parameters["rows"]] == ["3", "2", "1"]
    assert only.expected == 3


def test_a_changed_relationship_is_deleted_before_it_is_made_anew() -> None:
    first, second = statements([(said("1", "a"), False)])
    assert first.text.endswith("DELETE r")
    assert "CREATE (a)-[:`SAID` {id: row[0]" in second.text
    assert "MERGE (a)-[r:`SAID` {id: row[0]}]->(b)" in str(second.again)


def test_a_changed_node_gets_null_for_what_it_has_no_more() -> None:
    (changed,) = statements([(person("a"), False)])
    (new,) = statements([(person("a"), True)])
    assert changed.parameters["rows"][0]["props"]["titles"] is None
    assert "titles" not in new.parameters["rows"][0]["props"]


def test_what_fails_in_the_thread_is_raised_here() -> None:
    class Broken(Kept):
        def write(self, statements: object) -> int:
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"), Sender(Broken()) as sender:
        sender.put(person("a"), is_new=True)
