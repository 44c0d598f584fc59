"""A wheel works outside the checkout, with its schema, seeds and model inside."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
NEWS = "青禾科技首席执行官李四表示，公司明年会推出新的大模型。"


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(out), str(root))
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a fresh environment that sees this one's packages, but not its kg."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=False)
    pip("--python", str(folder / "bin" / "python"), "install", "--no-deps", "--no-index", str(wheel))
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "main.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603


def kg(installed: Path, *arguments: str, cwd: Path) -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KG_"))
    }
    command = [str(installed / "kg"), *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=cwd, env=environment)  # noqa: S603
    return ran.stdout


@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        ("schema", "kg/data/schema"),
        ("seeds", "kg/data/seeds"),
        ("kg/data/models/news", "kg/data/models/news"),
    ],
)
def test_it_holds_every_file_of(wheel: Path, root: Path, folder: str, inside: str) -> None:
    here = {
        path.relative_to(root / folder).as_posix() for path in (root / folder).rglob("*") if path.is_file()
    }
    names = zipfile.ZipFile(wheel).namelist()
    assert here == {name.removeprefix(f"{inside}/") for name in names if name.startswith(f"{inside}/")}


def test_the_weights_and_their_licence_are_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        f"kg/data/models/news/{name}" for name in ("model.pt", "config.json", "manifest.json", "NOTICE")
    } <= names


def test_it_holds_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kg"}


def test_its_kg_is_not_the_checkout(installed: Path, root: Path, tmp_path: Path) -> None:
    command = [str(installed / "python"), "-c", "import kg; print(kg.__file__)"]
    found = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout  # noqa: S603
    assert Path(found.strip()).is_relative_to(installed.parent)


def test_schema(installed: Path, tmp_path: Path) -> None:
    assert "创办" in kg(installed, "schema", cwd=tmp_path)


@pytest.mark.model
def test_info(installed: Path, tmp_path: Path) -> None:
    out = kg(installed, "info", cwd=tmp_path)
    assert "MB, checked)" in out
    assert str(installed.parent) in out


@pytest.mark.model
def test_from_article_to_answer(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(NEWS, encoding="utf-8")
    kg(installed, "build", "甲.txt", cwd=tmp_path)
    assert "李四" in kg(installed, "said", "大模型", cwd=tmp_path)
    assert kg(installed, "verify", "--source", cwd=tmp_path).endswith("of 1 article proven.\n")
