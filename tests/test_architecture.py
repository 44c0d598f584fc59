"""The house: no import cycle, no room that imports upwards or across, heavy libraries in few rooms.

Every import counts, also inside functions and for types alone: deferring one hides no cycle.
"""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kg"
GROUND = {"dates", "errors", "records", "schema", "mappings", "resources", "text", "names", "seeds"}
MATCH = {"match"}  # who is who, by what is known of names: pure, and every room may ask it
ROOMS = {"store", "readers", "annotate", "extract", "resolve", "graph", "query", "export", "view", "evaluate"}
WIRING = {"run", "train", "api"}  # carry out what the rooms can do
FLOORS = (GROUND, MATCH, ROOMS, WIRING, {"cli"}, {"__main__"})
# rooms meet in records; beside that they may read these
ACROSS = {
    "extract": {"annotate"},  # the names of the Doc's layers
    "resolve": {"store"},
    "graph": {"store", "resolve"},  # whom --around means
    "query": {"store", "graph", "resolve"},  # whom a name in a question means
    "export": {"store", "graph"},
    "view": {"store", "graph", "query"},
    "api": {"run"},
    "run": {"train"},  # a run's checkpoints are scored
}
HEAVY = {
    "hanlp": {"annotate", "train"},
    "torch": {"annotate", "train"},
    "neo4j": {"export", "query"},
    "pyarrow": {"export"},
}
LONGEST_FUNCTION, LONGEST_MODULE = 40, 300

FILES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_text(encoding="utf-8"))


def imported(module: str) -> Iterator[str]:
    """The dotted names that a module imports, of kg the modules themselves."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports by dots"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in FILES else str(node.module)


def room(module: str) -> str:
    """errors for kg.errors, store for kg.store.records, kg for the package itself."""
    return module.split(".")[1] if "." in module else module


def floor(name: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if name in names)


def ours(module: str) -> set[str]:
    """The modules of kg that a module imports; the version in kg itself is open to all."""
    return {name for name in imported(module) if name in FILES and name != "kg"}


def test_every_room_has_its_floor() -> None:
    rooms = {room(module) for module in FILES} - {"kg"}
    assert rooms <= set().union(*FLOORS)


def test_no_import_cycle() -> None:
    TopologicalSorter({module: ours(module) for module in FILES}).prepare()  # CycleError names the cycle


@pytest.mark.parametrize("module", sorted(set(FILES) - {"kg"}))
def test_no_room_imports_upwards_or_across(module: str) -> None:
    here = room(module)
    for name in ours(module):
        there = room(name)
        is_down = floor(there) < floor(here) or {here, there} <= GROUND
        assert here == there or is_down or there in ACROSS.get(here, ()), f"{module} imports {name}"


def test_the_package_itself_offers_the_api_alone() -> None:
    assert ours("kg") <= {"kg.api"}


@pytest.mark.parametrize("library", HEAVY)
def test_heavy_libraries_stay_in_their_rooms(library: str) -> None:
    users = {room(module) for module in FILES for name in imported(module) if name.split(".")[0] == library}
    assert users <= HEAVY[library]


@pytest.mark.parametrize("module", FILES)
def test_no_error_is_swallowed(module: str) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type, f"{module}:{node.lineno}: a bare except"
            assert not all(isinstance(part, ast.Pass) for part in node.body), f"{module}:{node.lineno}: pass"


@pytest.mark.parametrize("module", FILES)
def test_nothing_is_too_long_to_read(module: str) -> None:
    assert len(FILES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{module}:{node.lineno}: {node.name} has {length} lines"


@pytest.mark.parametrize("module", FILES)
def test_public_functions_say_what_they_give(module: str) -> None:
    public = (
        node
        for node in tree(module).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    )
    assert ast.get_docstring(tree(module)), f"{module} has no docstring"
    for node in public:
        assert ast.get_docstring(node), f"{module}:{node.lineno}: {node.name} has no docstring"
