"""What tests share: a plan from the text that the test shows, its findings, and golden files."""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
import typer.testing
from hypothesis import settings
from typer.main import get_command

from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.rules.every import findings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.findings import Finding
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan

# How long an example takes says nothing about the program: the machine may have other things to do.
settings.register_profile("vrplan", deadline=None)
settings.load_profile("vrplan")
# A run of a command within a test would have Typer make all commands anew, which takes longer than most of them do.
typer.testing._get_command = functools.cache(get_command)  # type: ignore[attr-defined]

_LANGUAGE = ("VRPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
GOLDEN = Path(__file__).parent / "golden"
# What every plan must say. It is added below the text that a test shows, so that its lines count from 1.
REST = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
"""
# What nothing refers to is told, unless a note names it: the tests of that show a plan that begins with `plan:`.
NAMED = "note: Her er sg-1, sg-2, KHS, Bærum kommune og Kulturskolen.\n"
DECISIONS = f"""
bodies: {{SG: {{name: Styringsgruppen}}}}
decisions:
  - {{id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}}
  - {{id: sg-2, title: Justert, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14,
     points: [{{id: 1, summary: Avsluttes}}]}}
{NAMED}"""


def loaded_from_text(text: str, decisions: str = DECISIONS) -> Loaded:
    """A folder of two files in memory; a text that begins with `plan:` is taken as it is."""
    shown = dedent(text).removeprefix("\n")
    rest = REST if "\nnote:" in f"\n{shown}" else REST + NAMED
    whole = shown if shown.startswith("plan:") else shown.rstrip("\n") + rest
    decided = {"decisions.yaml": dedent(decisions).removeprefix("\n").encode()}
    return load(PlanFolder({"actionplan_x.yaml": whole.encode()}, decided, "decisions.yaml"))


@pytest.fixture
def found_in() -> Callable[..., tuple[Finding, ...]]:
    return lambda *texts: findings_of(loaded_from_text(*texts))


@pytest.fixture
def findings_from(found_in: Callable[..., tuple[Finding, ...]]) -> Callable[..., list[tuple[str, int, int]]]:
    return lambda *texts: [(f.code.code, f.place.line, f.place.column) for f in found_in(*texts) if f.place]


@pytest.fixture
def plan_from() -> Callable[..., Plan]:
    def sound(*texts: str) -> Plan:
        plan = loaded_from_text(*texts).plan
        assert plan is not None
        return plan

    return sound


@pytest.fixture(scope="session")
def as_it_was() -> Callable[[bytes], bytes]:
    """The sample of an edit before the edit: `# before:` tells what stood in a line, and `# new` that none did."""

    def before(content: bytes) -> bytes:
        content = re.sub(rb"^.*  # new\n", b"", content, flags=re.MULTILINE)
        content = re.sub(rb"^( *)# before: (.*)$", rb"\1\2", content, flags=re.MULTILINE)
        return re.sub(rb"^( *)\S.*  # before: (.*)$", rb"\1\2", content, flags=re.MULTILINE)

    return before


def pytest_configure() -> None:
    """The tests say themselves when they run in a workflow, and in which language they want to be told."""
    for name in [name for name in os.environ if name.startswith(("GITHUB_", *_LANGUAGE))]:
        del os.environ[name]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write golden files anew.")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    def same(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_bytes().decode()

    return same
