"""Packages of others that add a format: really built, really installed, and found in a fresh process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "0.1"

[project.entry-points."kg.formats"]
{format} = "{module}:FORMAT"
"""
PAJEK = '''
"""Pajek's list of arcs."""

from kg.export import Counts, Format, Option


def write(elements, stream, *, sep):
    numbers = {node.id: number for number, node in enumerate(elements.nodes, start=1)}
    stream.write(f"*Vertices {len(numbers)}\\n*Arcs\\n".encode())
    arcs = {(numbers[edge.source], numbers[edge.target]) for edge in elements.edges}
    for source, target in sorted(arcs):
        stream.write(f"{source}{' ' if sep == 'blank' else ','}{target}\\n".encode())
    return Counts(len(numbers), len(arcs))


SEP = Option(name="sep", help="What stands between the numbers", choices=("blank", "comma"))
FORMAT = Format(name="pajek", summary="Pajek arcs", write=write, options=(SEP,))
'''
FAILING = """
from kg.export import Format


def write(elements, stream):
    stream.write(b"half")
    raise KeyError("林晓岚")


FORMAT = Format(name="failing", summary="Fails", write=write)
"""
PACKAGES = {
    "pajek": PAJEK,
    "broken": "import a_module_that_is_not_there\n",
    "wrong": "FORMAT = 'pajek'\n",
    "failing": FAILING,
    "graphml": "raise AssertionError('kg has a format of this name, and keeps it')\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages installed in it, as pip does it."""
    folder = tmp_path_factory.mktemp("plug-ins")
    for format_, code in PACKAGES.items():
        source = folder / "source" / format_
        source.mkdir(parents=True)
        project = PROJECT.format(name=f"kg-{format_}", format=format_, module=f"kg_{format_}")
        (source / "pyproject.toml").write_text(project, encoding="utf-8")
        (source / f"kg_{format_}.py").write_text(code, encoding="utf-8")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", folder / "site")
    command = (sys.executable, "-m", "pip", "install", *options, *(folder / "source").iterdir())
    subprocess.run(command, check=True)  # noqa: S603
    return folder / "site"


def kg(site: Path, *args: object) -> "subprocess.CompletedProcess[str]":
    command = (sys.executable, "-m", "kg", *map(str, args))
    environment = os.environ | {"PYTHONPATH": str(site), "COLUMNS": "120"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.fixture
def export(site, store, tmp_path):
    store.close()
    return lambda format_, *more: kg(
        site, "export", format_, "-o", tmp_path / "图", "--db", store.path, *more
    )


def test_the_package_writes_its_format(export, tmp_path):
    ran = export("pajek", "--set", "sep=comma", "--relation", "founder")
    assert (ran.returncode, ran.stderr) == (0, f"2 nodes and 1 edge in {tmp_path / '图'}.\n")
    assert (tmp_path / "图").read_text(encoding="utf-8").startswith("*Vertices 2\n*Arcs\n")
    assert (tmp_path / "图").read_text(encoding="utf-8").splitlines()[2] in {"1,2", "2,1"}


def test_help_lists_it_with_the_package_it_comes_from(site):
    found = kg(site, "export", "--help")
    assert "pajek: From the package kg-pajek" in found.stdout
    assert found.returncode == 0


@pytest.mark.parametrize(
    ("format_", "sentence"),
    [
        (
            "broken",
            "The format 'broken' of the package kg-broken cannot be loaded:"
            " ModuleNotFoundError: No module named 'a_module_that_is_not_there'.",
        ),
        ("wrong", "The format 'wrong' of the package kg-wrong is no kg.export.Format but str."),
        ("failing", "The format 'failing' of the package kg-failing failed: KeyError: '林晓岚'."),
    ],
)
def test_a_broken_package_is_one_sentence_and_leaves_nothing(format_, sentence, export, tmp_path):
    ran = export(format_)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", f"kg: {sentence}\n")
    assert not (tmp_path / "图").exists()
    assert not list(tmp_path.glob(".*.part"))


def test_broken_packages_cost_the_other_formats_nothing(export, tmp_path):
    assert export("jsonl").returncode == 0
    assert (tmp_path / "图").stat().st_size > 0


def test_kgs_own_format_wins_over_a_packages_of_the_same_name(export, tmp_path):
    assert export("graphml").returncode == 0
    assert "<graphml" in (tmp_path / "图").read_text(encoding="utf-8")
