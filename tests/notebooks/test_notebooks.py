"""The notebooks tell stories with kg: they define nothing, hold no outputs, and run from a clean kernel."""

import ast
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
CELL_SECONDS = 600  # the first cell reads sixteen articles with the model, on whatever CI has

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place like the checkout: what the first notebook has read, the others find in build/."""
    home = tmp_path_factory.mktemp("checkout")
    (home / "seeds").symlink_to(ROOT / "seeds")
    (home / "notebooks").mkdir()
    return home / "notebooks"


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def code(path: Path) -> list[Any]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def outputs(notebook: Any, kind: str) -> list[Any]:
    cells = (cell.outputs for cell in notebook.cells if cell.cell_type == "code")
    return [output for some in cells for output in some if output.output_type == kind]


def test_there_are_three_stories() -> None:
    assert [path.stem for path in NOTEBOOKS] == [
        "01_who_said_what",
        "02_company_network",
        "03_export_for_analysts",
    ]


@each
def test_a_notebook_is_sound(path: Path) -> None:
    nbformat.validate(read(path))


@each
def test_a_notebook_holds_no_outputs(path: Path) -> None:
    assert all(not cell.outputs and cell.execution_count is None for cell in code(path))


@each
def test_a_notebook_imports_kg_and_defines_nothing(path: Path) -> None:
    nodes = [node for cell in code(path) for node in ast.walk(ast.parse(cell.source))]
    assert "kg" in {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    assert [type(node).__name__ for node in nodes if isinstance(node, DEFINITIONS)] == []


@each
def test_a_notebook_tells_what_it_does(path: Path) -> None:
    first, *rest = read(path).cells
    assert first.source.startswith("# ")
    assert sum(cell.cell_type == "markdown" for cell in rest) >= len(rest) / 3


@pytest.mark.slow
@pytest.mark.model
@each
def test_a_notebook_runs_from_a_clean_kernel(path: Path, folder: Path) -> None:
    notebook = read(path)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=CELL_SECONDS, kernel_name="python3", resources=resources).execute()
    pictures = [output for output in outputs(notebook, "display_data") if "image/png" in output.data]
    assert len(pictures) == sum(cell.source.count("plt.show()") for cell in code(path)) > 0
    told = "".join(stream.text for stream in outputs(notebook, "stream") if stream.name == "stderr")
    assert "Warning" not in told  # of a character, for instance, that the font of a picture lacks
