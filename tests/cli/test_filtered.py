import inspect
from pathlib import Path

import pytest
import typer

from kg.cli.app import app
from kg.cli.filtered import filtered, options
from kg.graph.filters import FilterOptions, filters
from tests.cli.conftest import Run

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
FILTERED = [name for name, command in COMMANDS.items() if "since" in {one.name for one in command.params}]


def test_every_filter_has_an_option() -> None:
    names = list(inspect.signature(options).parameters)
    assert names == list(FilterOptions.__annotations__) == list(inspect.signature(filters).parameters)


@pytest.mark.parametrize("name", FILTERED)
def test_who_takes_one_filter_takes_all(name: str) -> None:
    taken = {option for one in COMMANDS[name].params for option in one.opts}
    assert {f"--{option.replace('_', '-')}" for option in FilterOptions.__annotations__} <= taken


def test_every_query_and_export_takes_filters() -> None:
    assert {"said", "show", "export", "load", "diff"} <= set(FILTERED)


def test_a_command_keeps_its_own_parameters_first() -> None:
    def command(topic: str, db: str = "kg.db", **filters: object) -> None: ...

    names = list(inspect.signature(filtered(command)).parameters)
    assert names == ["topic", "db", *FilterOptions.__annotations__]


@pytest.mark.parametrize("command", [("said", "禾苗"), ("show", "禾苗"), ("export", "jsonl", "-o", "-")])
def test_a_wrong_filter_is_one_sentence(run: Run, db: Path, command: tuple[str, ...]) -> None:
    for wrong in (("--since", "去年"), ("--hops", 2), ("--around", "月球车"), ("--relation", "likes")):
        ran = run(*command, *wrong, "--db", db)
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert ran.err.startswith("kg: ")


@pytest.mark.parametrize("command", [("said", "禾苗"), ("show", "禾苗"), ("export", "jsonl", "-o", "-")])
def test_undated_claims_left_out_are_told(run: Run, db: Path, command: tuple[str, ...]) -> None:
    ran = run(*command, "--since", "2024", "--db", db)
    assert ran.err.splitlines()[-1] == "1 undated claim left out by --since."


def test_rows_beyond_top_are_told(run: Run, db: Path) -> None:
    ran = run("said", "禾苗", "--top", 3, "--format", "csv", "--db", db)
    assert ran.out.count("\n") == 1 + 3
    assert ran.err.splitlines()[-1] == "5 more rows left out by --top."
    assert "left out" not in run("said", "禾苗", "--top", 8, "--db", db).err


def test_around_a_name(run: Run, db: Path) -> None:
    ran = run("said", "禾苗", "--around", "王五", "--format", "csv", "--db", db)
    assert (ran.out.count("\n"), ran.err) == (2, "1 claim about 禾苗.\n")
    assert "张三" not in ran.out
    ran = run("export", "jsonl", "-o", "-", "--around", "王五", "--db", db)
    assert '"label":"王五"' in ran.out
    assert '"label":"张三"' not in ran.out
