import shutil
from pathlib import Path

import pytest

from kg.errors import SchemaError
from kg.resources import schema_dir
from kg.schema import read_schema, schema

NODES = "Person Company Organisation Government Media Product Work Place Event UnnamedSource Claim Article"
RELATIONS = "role_of founder invests_in acquires subsidiary_of cooperates_with competes_with develops"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(schema_dir(), tmp_path / "schema")


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_node_of_the_graph_is_there() -> None:
    nodes = {row.node for row in schema().entities.values()} | {row.node for row in schema().records.values()}
    assert nodes - {None, "Thing"} == set(NODES.split())


def test_the_eight_relations_are_there() -> None:
    assert list(schema().relations) == RELATIONS.split()


def test_everything_has_a_chinese_label() -> None:
    parts = (schema().entities, schema().relations, schema().records, schema().edges)
    assert all(any("一" <= c <= "鿿" for c in row.label_zh) for part in parts for row in part.values())


def test_node_label() -> None:
    assert [schema().node_label(type_) for type_ in ("person", "unnamed_source", "claim")] == [
        "Person",
        "UnnamedSource",
        "Claim",
    ]


def test_a_position_has_no_node() -> None:
    with pytest.raises(SchemaError, match="position has no node"):
        schema().node_label("position")


def test_a_relation_ties_all_its_types_and_no_others() -> None:
    for relation in schema().relations.values():
        types = schema().entities
        tied = {type_ for type_ in types if schema().allows(relation.name, type_, relation.range[0])}
        assert tied == set(relation.domain)
        tied = {type_ for type_ in types if schema().allows(relation.name, relation.domain[0], type_)}
        assert tied == set(relation.range)


def test_an_unknown_relation_is_a_fault() -> None:
    with pytest.raises(SchemaError, match="There is no relation marries; known: role_of, "):
        schema().allows("marries", "person", "person")


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        (
            "entities.yaml",
            "label_zh: 人物",
            "",
            "entities.yaml: person: Object missing required field `label_zh`",
        ),
        ("entities.yaml", "- name: company", "- name: person", "entities.yaml: person stands there twice."),
        ("entities.yaml", "- name: position", "- name: post", "entities.yaml: the type position is missing."),
        ("entities.yaml", "label_zh: 人物", "labelzh: 人物", "unknown field `labelzh`"),
        ("relations.yaml", "domain: [person]", "domain: [peson]", "role_of.domain: there is no type peson"),
        ("relations.yaml", "domain: [person]", "domain: []", "role_of.domain is empty."),
        ("relations.yaml", "range: [product, work]", "range: [position]", "develops.range: there is no type"),
        ("edges.yaml", "domain: [entity]", "domain: [person]", "SAID.domain: there is no type person"),
        ("edges.yaml", "- name: SAID", "- [name: SAID", "edges.yaml: cannot be read: "),
    ],
)
def test_a_broken_vocabulary_names_file_and_key(
    folder: Path, name: str, old: str, new: str, sentence: str
) -> None:
    change(folder, name, old, new)
    with pytest.raises(SchemaError) as caught:
        read_schema(folder)
    assert sentence in str(caught.value)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "edges.yaml").unlink()
    with pytest.raises(SchemaError, match=r"edges\.yaml: cannot be read"):
        read_schema(folder)


def test_a_file_that_is_no_list_is_named(folder: Path) -> None:
    (folder / "records.yaml").write_text("claim: 1\n", encoding="utf-8")
    with pytest.raises(SchemaError, match=r"records\.yaml: a list of types is expected"):
        read_schema(folder)
