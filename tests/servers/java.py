"""Where the fetched jars lie (``make java``), and how a Java program is run with them."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

JARS = Path(__file__).parents[2] / "build" / "java"
PATIENCE = 300  # seconds; the longest, an import by the bulk importer, takes 20


def missing(name: str) -> str | None:
    """Why there is no Java program of that name (neo4j, apoc, gephi) here; None if there is one."""
    if shutil.which("java") is None:
        return "there is no java"
    if not (JARS / name / ".fetched").is_file():
        return f"its jars were not fetched ({JARS / name}); make java does it"
    return None


def needed(name: str) -> None:
    """Skip the test, loudly, where the program cannot be had; with KG_NEEDS_SERVERS=1 it fails."""
    reason = missing(name)
    if reason and os.environ.get("KG_NEEDS_SERVERS"):
        pytest.fail(f"{name} is needed (KG_NEEDS_SERVERS) but {reason}")
    if reason:
        pytest.skip(f"NOT TESTED WITH {name.upper()}: {reason}")


def jars(name: str) -> list[Path]:
    """The jars of a program."""
    return sorted((JARS / name).glob("*.jar"))


def command(
    name: str, *args: object, options: tuple[str, ...] = (), plugins: Path | None = None
) -> list[str]:
    """The command line that runs a class or a source file with the jars of a program, and its plugins."""
    classpath = os.pathsep.join(map(str, [*sorted(plugins.glob("*.jar") if plugins else ()), *jars(name)]))
    return ["java", *options, "-cp", classpath, *map(str, args)]


def run(
    name: str,
    *args: object,
    options: tuple[str, ...] = (),
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> str:
    """What the program writes to stdout; the test fails with all that it wrote if it fails."""
    done = subprocess.run(  # noqa: S603
        command(name, *args, options=options),
        env={**os.environ, **(env or {})},
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, f"{name} left with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout
