"""What all tests share: no network, reproducible examples, the material beside the checkout."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from tests.servers.fixtures import bare_home, neo4j, neo4j_server

__all__ = ["bare_home", "neo4j", "neo4j_server"]  # pytest finds them here

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ.pop("KG_DB", None)  # the tests name their databases

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# slow machines are no failures; in CI the examples are the same every time
settings.register_profile("kg", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kg")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the checkout; without it the test is skipped, and -ra says so."""
    if not SHARED.is_dir():
        pytest.skip(f"THE MATERIAL OF {SHARED} IS NOT THERE: this was not tested")
    return SHARED


@pytest.fixture(scope="session")
def reference(shared: Path) -> ModuleType:
    """The reference scorer beside the checkout."""
    spec = importlib.util.spec_from_file_location("reference_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
