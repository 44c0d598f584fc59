from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli.app import main
from kg.store import Store
from tests.graph.world import build
from tests.query import who
from tests.resolve.namesakes import ALL, DOUBTFUL, put


class Ran(NamedTuple):
    """What a command left: its exit status and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command line as a user calls it."""

    def ran(*args: object) -> Ran:
        with pytest.raises(SystemExit) as left:
            main([str(arg) for arg in args])
        out, err = capfdbinary.readouterr()
        return Ran(int(left.value.code or 0), out.decode(), err.decode())

    return ran


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database of four short articles about a made-up firm."""
    path = tmp_path / "kg.db"
    with Store.open(path) as store:
        build(store)
    return path


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    """A database in which firms have several names, and two people are called 张伟."""
    path = tmp_path / "who.db"
    with Store.open(path) as store:
        who.build(store)
    return path


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A database with namesakes, a renamed firm, and names that may be one."""
    path = tmp_path / "doubtful.db"
    with Store.open(path) as store:
        put(store, *ALL, *DOUBTFUL)
    return path
