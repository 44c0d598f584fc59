import os
import resource
import subprocess
import sys

import pytest
import typer

from kg import __version__
from kg.cli.app import app
from tests.cli.conftest import Run

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
HEAVY = {"hanlp", "torch", "spacy", "neo4j", "trafilatura", "networkx", "transformers", "numpy"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert all(getattr(parameter, "help", None) for parameter in command.params)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command(run: Run, name: str) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert f"kg {name}" in ran.out


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"kg {__version__}\n", "")


def test_wrong_usage_is_2(run: Run) -> None:
    ran = run("said")
    assert ran.code == 2
    assert "TOPIC" in ran.err
    assert ran.out == ""


def test_a_topic_that_is_no_text_is_wrong_usage(run: Run, db: object) -> None:
    """As a terminal of another encoding would give it."""
    for arguments in (("said", "\udcba\udccc"), ("said", "禾苗", "--by", "\udcba"), ("show", "\udcba")):
        assert run(*arguments, "--db", db).code == 2


def test_an_error_is_one_sentence_on_stderr(run: Run, tmp_path: object) -> None:
    ran = run("said", "禾苗", "--db", f"{tmp_path}/没有.db")
    assert ran == (1, "", f"kg: There is no database {tmp_path}/没有.db; make it with kg build.\n")


def test_the_database_of_the_environment(run: Run, db: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_DB", str(db))
    assert run("said", "禾苗", "--format", "csv").out.count("\n") == 9


def test_help_loads_nothing_heavy() -> None:
    script = "import sys, kg.cli.app; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout  # noqa: S603
    assert not HEAVY & set(loaded.split())


def test_help_answers_in_half_a_second() -> None:
    """In time of the processor, which other programs on the machine do not change."""

    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "kg", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(3)) < 0.5


def test_a_pipe_gets_utf_8_whatever_the_locale() -> None:
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "kg", "schema"]
    found = subprocess.run(command, capture_output=True, check=True, env=environment).stdout  # noqa: S603
    assert "未具名消息人士" in found.decode("utf-8")
