import json

from kg.schema import schema
from tests.cli.conftest import Run


def test_every_type_with_both_labels(run: Run) -> None:
    out = run("schema").out
    for row in (*schema().entities.values(), *schema().relations.values(), *schema().edges.values()):
        assert any({row.name, row.label_zh} <= set(line.split()) for line in out.splitlines())


def test_json(run: Run) -> None:
    assert json.loads(run("schema", "--format", "json").out)["relations"]["founder"]["label_zh"] == "创办"
