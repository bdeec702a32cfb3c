"""What `pip install` gives. The wheel itself is built only where hatchling is at hand, since tests use no network."""

from __future__ import annotations

import shutil
import tomllib
import zipfile
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from vrplan.folder import shipped_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Process = Callable[..., tuple[int, str, str]]

BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"


@pytest.fixture
def built_by(root: Path) -> dict[str, dict[str, str]]:
    """How the wheel is built, from pyproject.toml."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wheel: dict[str, dict[str, str]] = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    return wheel


@pytest.fixture
def installed(root: Path, tmp_path: Path, built_by: dict[str, dict[str, str]]) -> Path:
    """The package as the wheel lays it out, in a folder of its own without a checkout around it."""
    site = tmp_path / "site"
    shutil.copytree(root / "src" / "vrplan", site / "vrplan", ignore=shutil.ignore_patterns("__pycache__"))
    for source, target in built_by["force-include"].items():
        shutil.copytree(root / source, site / target)
    return site


def test_wheel_carries_the_shipped_plan_beside_the_package(built_by: dict[str, dict[str, str]]) -> None:
    assert built_by == {"packages": ["src/vrplan"], "force-include": {"data": "vrplan/shipped_plan"}}


def test_checkout_reads_its_own_data_and_no_copy_of_it(root: Path) -> None:
    assert shipped_folder() == root / "data"
    assert not (root / "src" / "vrplan" / "shipped_plan").exists()


def test_installed_package_answers_in_an_empty_folder(
    process: Process, installed: Path, tmp_path: Path, run: Process
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    words = ("status", "--date", "2018-07-01")
    code, out, err = process(*words, cwd=empty, env={"PYTHONPATH": str(installed)})
    assert (code, out) == (0, run(*words, "--data", "data")[1])
    shipped = installed / "vrplan" / "shipped_plan"
    assert err == f"vrplan: no plan here, so this is the plan shipped with vrplan ({shipped})\n"


@pytest.mark.parametrize("words", [["read", "Løpende"], ["why", "shareon"], ["transfers", "--width", "80"]])
def test_installed_package_carries_its_word_lists(
    process: Process, installed: Path, tmp_path: Path, words: list[str]
) -> None:
    code, out, _ = process(*words, cwd=tmp_path, env={"PYTHONPATH": str(installed)})
    assert code == 0
    assert out


@pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling builds the wheel and is not installed")
def test_wheel_holds_what_it_should(root: Path, tmp_path: Path, process: Process) -> None:
    code, _, err = process(str(tmp_path), python=("-c", BUILD))
    assert code == 0, err
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for file in (root / "src" / "vrplan").rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            assert file.relative_to(root / "src").as_posix() in names
    assert {name for name in names if name.startswith("vrplan/shipped_plan/")} == {
        f"vrplan/shipped_plan/{file.name}" for file in (root / "data").iterdir()
    }
