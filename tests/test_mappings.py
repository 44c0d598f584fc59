"""The mappings: whole, and true to the vocabularies that they lead to."""

import shutil
from pathlib import Path

import pytest

from kg.errors import SchemaError
from kg.export.columns import EDGES, NODES
from kg.mappings import form, ftm, read_ftm, read_schema_org, schema_org, type_of
from kg.resources import schema_dir
from kg.schema import schema

UNTESTED = "NOT TESTED WITH FOLLOWTHEMONEY: it is not installed; make setup says what it wants"
model = pytest.importorskip("followthemoney", reason=UNTESTED).model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(schema_dir(), tmp_path / "schema")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def mapped():
    """Every mapping to FollowTheMoney, with its name for messages."""
    yield from ftm().nodes.items()
    yield from ((tie, one) for tie, forms in ftm().ties.items() for one in forms)


def test_every_schema_and_property_of_followthemoney_is_there() -> None:
    for name, one in mapped():
        kind = model.get(one.schema)
        assert kind is not None, name
        assert not kind.abstract, name
        assert set(one.properties) <= set(kind.properties), name
        assert set(kind.required) <= set(one.properties), name


def test_every_attribute_that_a_property_takes_is_one_of_the_graph() -> None:
    computed = {"label", "about", "id", "source", "target", "role", "where"}
    known = {*NODES.columns, *EDGES.columns, *computed}
    for name, one in (*mapped(), *schema_org().nodes.items()):
        assert set(one.properties.values()) <= known, name


def test_every_end_of_a_tie_is_what_followthemoney_asks_for() -> None:
    nodes = ftm().nodes
    for tie, forms in ftm().ties.items():
        row = schema().edges.get(tie) or schema().relations[tie]
        for at, one in enumerate(forms):
            domain = one.domain or ends(row.domain)
            range_ = one.range or ends(row.range)
            for end, types in (("source", domain), ("target", range_)):
                wanted = [model.get(one.schema).get(p).range for p, a in one.properties.items() if a == end]
                assert len(wanted) == 1, (tie, at, end)
                assert all(model.get(nodes[type_].schema).is_a(wanted[0]) for type_ in types), (tie, at, end)


def ends(types):
    """entity in edges.yaml stands for all entity types with a node."""
    with_node = tuple(name for name, row in schema().entities.items() if row.node)
    return tuple(name for type_ in types for name in (with_node if type_ == "entity" else (type_,)))


@pytest.mark.parametrize(
    ("title", "status", "expected"),
    [
        ("首席执行官", "stated", "Directorship"),
        ("创始人兼CEO", "former", "Directorship"),
        ("副董事长", "stated", "Directorship"),
        ("总裁助理", "stated", "Employment"),
        ("检察官", "stated", "Employment"),
        ("", "stated", "Employment"),
        ("董事", "planned", "UnknownLink"),
        ("董事", "denied", "UnknownLink"),
    ],
)
def test_a_role_is_a_directorship_for_those_who_direct(title: str, status: str, expected: str) -> None:
    found = form(ftm().ties["role_of"], "person", "company", {"title": title, "status": status})
    assert found is not None
    assert found.schema == expected


@pytest.mark.parametrize("status", ["planned", "rumoured", "denied"])
def test_what_is_not_so_is_never_an_ownership(status: str) -> None:
    for tie in ("invests_in", "acquires", "subsidiary_of"):
        found = form(ftm().ties[tie], "company", "company", {"status": status})
        assert found is not None
        assert found.schema == "UnknownLink"


def test_a_parent_owns_its_subsidiary() -> None:
    found = form(ftm().ties["subsidiary_of"], "company", "company", {"status": "stated"})
    assert found is not None
    assert {found.properties["owner"], found.properties["asset"]} == {"target", "source"}
    assert found.properties["owner"] == "target"


def test_a_form_that_fits_nothing_is_none() -> None:
    assert form(schema_org().ties["role_of"], "person", "product", {}) is None


def test_type_of_a_label() -> None:
    assert [type_of(label) for label in ("Person", "UnnamedSource", "Claim", "Nobody")] == [
        "person",
        "unnamed_source",
        "claim",
        "",
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("  person: {", "  peson: {", "nodes: person is missing."),
        ("  ABOUT: [*link]", "  ABOUT: [*link]\n  KNOWS: [*link]", "ties: the vocabulary has no KNOWS."),
        ("  founder: [*link]", "  founder: []", "founder: the last form must fit every such tie."),
        ("  acquires: [*owns, *link]", "  acquires: [*owns]", "acquires: the last form must fit every"),
        ("range: [company, product]", "range: [firm]", "invests_in: there is no type firm with a node."),
        ("[stated, former]", "[true]", "cannot be read: Expected `str`, got `bool`"),
        ("[stated, former]", "[certain]", "role_of: there is no status certain."),
        ("title: (", "title: ((", "role_of: title: missing ), unterminated subpattern"),
        ("schema: Note", "schemas: Note", "unknown field `schemas`"),
        ("nodes:", "nodes: [", "cannot be read: "),
    ],
)
def test_a_broken_mapping_names_file_and_key(folder: Path, old: str, new: str, sentence: str) -> None:
    path = folder / "ftm.yaml"
    change(path, old, new)
    with pytest.raises(SchemaError) as caught:
        read_ftm(path, schema())
    assert sentence in str(caught.value)
    assert str(path) in str(caught.value)


def test_an_unknown_mode_is_named(folder: Path) -> None:
    path = folder / "schema_org.yaml"
    change(path, "by_mode: {direct:", "by_mode: {spoken:")
    with pytest.raises(SchemaError, match=r"claim\.by_mode: there is no mode spoken\."):
        read_schema_org(path, schema())


def test_a_missing_file_is_named(folder: Path) -> None:
    with pytest.raises(SchemaError, match=r"none\.yaml: cannot be read"):
        read_ftm(folder / "none.yaml", schema())
