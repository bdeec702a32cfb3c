"""What docs/ci.md gives to copy, and where it is to run: edits of a plan under git, and the shell of a service."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Git = Callable[..., str]
    Ran = subprocess.CompletedProcess[str]

PAGE = Path(__file__).parents[3] / "docs" / "ci.md"
BLOCK = re.compile(r"^```(?:yaml|sh)\n(#!? ?(.+)\n(?s:.*?))^```$", re.MULTILINE)
OLD = "HP 2018: Kvartalsvis"


@pytest.fixture
def shown() -> Callable[[str], list[str]]:
    """The files of this name that the page shows, in their order; each names itself in its first line."""
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    return lambda wanted: [text for text, name in blocks if name == wanted]


@pytest.fixture
def change(repository: Path, git: Git, shown: Callable[[str], list[str]]) -> Callable[[str], None]:
    """Edit the plan in one of these ways, and commit that to the branch that the repository is on."""
    edits = {
        "sound": ("for møter i nettverket", "for møtene i nettverket"),
        "unsound": (OLD, "HP 2018: Utgår"),
        "accepted": (OLD, shown("in the plan")[0].splitlines()[1]),
        "other": ("Første møte", "Første møte etter ferien"),
    }

    def commit(name: str) -> None:
        file = repository / "data" / "actionplan_2018.yaml"
        text = file.read_text(encoding="utf-8")
        assert text.count(edits[name][0]) == 1
        file.write_text(text.replace(*edits[name]), encoding="utf-8")
        git(repository, "commit", "-q", "-a", "-m", name)

    return commit


@pytest.fixture
def check_out(repository: Path, git: Git, tmp_path: Path) -> Callable[[str, int], Path]:
    """A clone as a service makes it: every branch for the depth 0, else so many commits of this one."""

    def clone(ref: str, depth: int) -> Path:
        work = tmp_path / "runner" / str(len(list(tmp_path.glob("runner/*"))))
        git(tmp_path, "init", "-q", str(work))
        git(work, "remote", "add", "origin", f"file://{repository}")
        more = f"--depth={depth}" if depth else "+refs/heads/*:refs/remotes/origin/*"
        git(work, "fetch", "-q", "--no-tags", "origin", more, f"+{ref}:refs/remotes/here")
        git(work, "checkout", "-q", "--detach", "refs/remotes/here")
        return work

    return clone


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run a command as a service does, with the vrplan of these tests."""
    for name in [name for name in os.environ if name.startswith("VRPLAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")

    def run(command: str, folder: Path, **variables: str) -> Ran:
        bash = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", command]
        environment = os.environ | variables
        return subprocess.run(
            bash, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    return run


@pytest.fixture
def against_schema(tmp_path: Path) -> Callable[[str, str], str]:
    """What check-jsonschema has against a file, by the schema of the service that it carries; "" for nothing."""

    def check(schema: str, text: str, *words: str) -> str:
        file = tmp_path / "shown.yml"
        file.write_text(text, encoding="utf-8")
        tool = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *words, str(file)]
        done = subprocess.run(tool, capture_output=True, encoding="utf-8", check=False)
        return done.stdout if done.returncode else ""

    return check
