import json

from kg.mappings import ftm
from kg.schema import schema
from tests.cli.conftest import Run


def test_every_type_with_both_labels(run: Run) -> None:
    out = run("schema").out
    for row in (*schema().entities.values(), *schema().relations.values(), *schema().edges.values()):
        assert any({row.name, row.label_zh} <= set(line.split()) for line in out.splitlines())


def test_every_type_and_tie_with_its_names_elsewhere(run: Run) -> None:
    lines = [line.split() for line in run("schema").out.splitlines()]
    for name in (*ftm().nodes, *ftm().ties):
        schemata = [one.schema for one in (*ftm().ties.get(name, ()), ftm().nodes.get(name)) if one]
        assert any(
            line[:1] == [name] and line[1].removesuffix(",") == schemata[0] for line in lines if line[1:]
        )


def test_json(run: Run) -> None:
    words = json.loads(run("schema", "--format", "json").out)
    assert words["relations"]["founder"]["label_zh"] == "创办"
    assert words["ftm"]["nodes"]["person"]["schema"] == "Person"
    assert words["schema_org"]["ties"]["SAID"][0]["property"] == "author"
