"""What the tests of the command line share: a command run in here or as a process, and a small plan folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from vrplan.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parent.parent.parent
_OF_THE_SHELL = ("VRPLAN_", "NO_COLOR", "COLUMNS", "PYTHONUNBUFFERED", "PYTHONIOENCODING", "PYTHONUTF8")
_PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: sg-1}
columns: {HP 2018: {adopted_by: sg-1}}
parties: {KHS: {name: Kommunehelsesamarbeidet, aliases: [Helsesamarbeidet]}, KHS-kontoret: {part_of: KHS}}
areas:
  - id: helse
    name: Helse og omsorg
    measures:
      - name: Nettverk
        activities:
"""
_DECISIONS = """\
bodies: {SG: {name: Styringsgruppen}}
decisions:
  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07, case: 35/2017}
"""


@pytest.fixture
def root() -> Path:
    """The checkout: its `data/` is the plan that the golden reports are about."""
    return ROOT


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Run a command in this process and in the checkout; its exit code, stdout and stderr."""
    for name in [name for name in os.environ if name.startswith(_OF_THE_SHELL)]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(ROOT)

    def run_here(*words: str, stdin: str | bytes | None = None) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, words, input=stdin, catch_exceptions=False)
        return done.exit_code, done.stdout_bytes.decode(), done.stderr

    return run_here


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment without what a developer's shell may have set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OF_THE_SHELL)}
    return kept | {"PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def process(environment: dict[str, str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command as a process of its own, in the checkout unless `cwd` says otherwise."""

    def run_there(
        *words: str, env: Mapping[str, str] | None = None, cwd: Path = ROOT, python: tuple[str, ...] = ()
    ) -> tuple[int, str, str]:
        command = [sys.executable, *(python or ("-m", "vrplan")), *words]
        done = subprocess.run(
            command, cwd=cwd, env=environment | dict(env or {}), capture_output=True, check=False
        )
        return done.returncode, done.stdout.decode().replace("\r\n", "\n"), done.stderr.decode()

    return run_there


@pytest.fixture
def folder_with(tmp_path: Path) -> Callable[[str], Path]:
    """A plan folder whose only measure has these activities; a text that begins with `plan:` is a whole plan."""

    def write(text: str) -> Path:
        shown = dedent(text).removeprefix("\n")
        whole = (
            shown
            if shown.startswith("plan:")
            else _PLAN + "".join(f"          {li}\n" for li in shown.splitlines())
        )
        folder = tmp_path / "plans"
        folder.mkdir()
        (folder / "actionplan_x.yaml").write_text(whole, encoding="utf-8")
        (folder / "decisions.yaml").write_text(_DECISIONS, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def keeps_to() -> Callable[[dict[str, Any], Any], None]:
    """Hold a JSON object against its contract: exactly these keys in this order, each of its type."""

    def hold(contract: dict[str, Any], value: Any) -> None:
        assert list(value) == list(contract)
        wrong = {key: value[key] for key, kind in contract.items() if not isinstance(value[key], kind)}
        assert wrong == {}

    return hold
