from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Git = Callable[..., str]

PLAN = Path(__file__).parent / "plan"


@pytest.fixture
def git(monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in a folder, whoever the user is; what it prints."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    who = (
        "-c",
        "user.name=Sekretariatet",
        "-c",
        "user.email=post@example.org",
        "-c",
        "init.defaultBranch=main",
    )

    def run(folder: Path, *words: str) -> str:
        command = ["git", *who, "-C", str(folder), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    return run


@pytest.fixture
def repository(tmp_path: Path, git: Git) -> Path:
    """A repository whose folder `data` holds the plan on the branch main; the work goes on, on the branch edit."""
    top = tmp_path / "alliansen"
    copytree(PLAN, top / "data")
    git(tmp_path, "init", "-q", str(top))
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "Planen slik den ble vedtatt")
    git(top, "switch", "-q", "-c", "edit")
    return top
