"""The steps of docs/work.md work: each is taken in the plan of the page, and its commands are run."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from vrplan.rules.every import CODES

PAGE = (Path(__file__).parent.parent / "docs" / "work.md").read_text(encoding="utf-8")
FILE = re.compile(r"^```yaml\n# (\S+\.yaml)(, as it stood)?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMANDS = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MARK = re.compile(r" +# (?:new|before: .*)$|^ *# before: .*\n", re.MULTILINE)
FIRST = "… the very first plan is committed"


class Step(NamedTuple):
    """A section of the page: what it writes into which file, in what stood there before, and what it runs.

    Its `records` are the commands that write for it.
    """

    title: str
    before: list[tuple[str, str]]
    edits: list[tuple[str, str]]
    records: list[str]
    commands: list[str]

    @property
    def code(self) -> str | None:
        """The finding that the step accepts."""
        found = re.match(r"VR\d{3}", self.title)
        return found[0] if found else None


def _sections() -> list[Step]:
    parts = re.split(r"^###? (.+)\n", PAGE, flags=re.MULTILINE)[1:]
    steps = []
    for title, text in zip(parts[::2], parts[1::2], strict=True):
        blocks = [(name, bool(stood), shown) for name, stood, shown in FILE.findall(text)]
        before = [(name, shown) for name, stood, shown in blocks if stood]
        edits = [(name, shown) for name, stood, shown in blocks if not stood]
        commands = [line for block in COMMANDS.findall(text) for line in block.splitlines()]
        records = [line for line in commands if line.startswith("vrplan record ")]
        others = [line for line in commands if line not in records]
        steps.append(Step(title, before, edits, records, others))
    return steps


*STEPS, LAST = _sections()
TAKEN = [step for step in STEPS if step.commands and step.title != FIRST]
PLAN = dict(LAST.edits)


@pytest.fixture
def write(tmp_path: Path, as_it_was: Callable[[bytes], bytes]) -> Callable[[list[tuple[str, str]]], None]:
    """Write what blocks of the page show into the files: what stood there must be there, once."""

    def written(blocks: list[tuple[str, str]]) -> None:
        for name, shown in blocks:
            file = tmp_path / "data" / name
            text = file.read_text(encoding="utf-8")
            stood = as_it_was(shown.encode()).decode()
            assert text.count(stood) == 1, f"what the page shows of {name} stands there once:\n{stood}"
            file.write_text(text.replace(stood, MARK.sub("", shown)), encoding="utf-8")

    return written


@pytest.fixture
def run(tmp_path: Path) -> Callable[[str], str]:
    """Run a command of the page as it is written; it must end with 0."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "VRPLAN_"))}
    who = {
        f"GIT_{role}_{what}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    environment = kept | who | {"GIT_CONFIG_GLOBAL": os.devnull, "PYTHONIOENCODING": "utf-8"}

    def answered(command: str) -> str:
        words = shlex.split(command)
        assert words[0] in {"git", "vrplan"}
        called = words if words[0] == "git" else [sys.executable, "-m", *words]
        done = subprocess.run(
            called, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return answered


@pytest.fixture
def repository(
    tmp_path: Path, run: Callable[[str], str], write: Callable[[list[tuple[str, str]]], None]
) -> Callable[[Step], None]:
    """The plan of the page on the branch main, as it stood before a step; the work goes on, on another branch."""

    def made(step: Step) -> None:
        (tmp_path / "data").mkdir()
        for name, text in PLAN.items():
            (tmp_path / "data" / name).write_text(text, encoding="utf-8")
        write(step.before)
        for command in ("init -q -b main", "add .", "commit -q -m Planen", "switch -q -c arbeid"):
            run(f"git {command}")

    return made


def test_the_page_shows_a_whole_plan() -> None:
    assert set(PLAN) == {"actionplan_2025.yaml", "decisions.yaml"}
    assert "# new" not in "".join(PLAN.values())


@pytest.mark.parametrize("step", TAKEN, ids=[step.title for step in TAKEN])
def test_step_is_green(
    step: Step,
    repository: Callable[[Step], None],
    write: Callable[[list[tuple[str, str]]], None],
    run: Callable[[str], str],
) -> None:
    repository(step)
    write(step.edits)
    for command in step.commands:
        run(command)
    judged = [command for command in step.commands if "--against" in command]
    assert judged or not step.edits, "a step that writes something is judged"
    found = json.loads(run(f"{judged[0]} --output-format json"))["findings"] if judged else []
    stood = {"VR313", "VR507"}  # a Sunday; nobody is named who gets the property of the page's plan
    told = {one["code"] for one in found if not one["accepted"]} - stood
    accepted = {one["code"] for one in found if one["accepted"]}
    assert (told, accepted) == (set(), {step.code} - {None})


RECORDED = [step for step in TAKEN if step.records]


@pytest.mark.parametrize("step", RECORDED, ids=[step.title for step in RECORDED])
def test_commands_write_the_lines_that_the_step_shows(
    step: Step,
    repository: Callable[[Step], None],
    write: Callable[[list[tuple[str, str]]], None],
    run: Callable[[str], str],
    tmp_path: Path,
) -> None:
    repository(step)
    for command in step.records:
        run(command)
    recorded = {name: (tmp_path / "data" / name).read_text(encoding="utf-8") for name in PLAN}
    run("git restore .")
    write(step.edits)
    assert recorded == {name: (tmp_path / "data" / name).read_text(encoding="utf-8") for name in PLAN}


def test_what_was_decided_or_happened_is_recorded_by_a_command() -> None:
    assert [step.title for step in RECORDED] == [step.title for step in TAKEN if step.edits and not step.code]


CORRECTIONS = [step for step in TAKEN if step.code]


@pytest.mark.parametrize("step", CORRECTIONS, ids=[step.code for step in CORRECTIONS])
def test_correction_is_red_without_its_reason(
    step: Step,
    repository: Callable[[Step], None],
    write: Callable[[list[tuple[str, str]]], None],
    run: Callable[[str], str],
) -> None:
    repository(step)
    reasons = re.compile(r"(?:, | *)accept: \{[^{}]*\}(?:  # new\n)?")
    write([(name, reasons.sub("", shown)) for name, shown in step.edits])
    found = json.loads(run("vrplan check --against main --exit-zero --output-format json"))["findings"]
    assert step.code in {one["code"] for one in found if one["severity"] == "error"}


def test_page_tells_where_each_reason_stands() -> None:
    codes = {code.code for code in CODES if code.code.startswith("VR7")}
    assert codes - {step.code for step in CORRECTIONS} == {
        "VR703",  # an id is never right
        "VR708",  # a note takes no longer than a reason
        "VR713",  # what was decided is no correction
    }


def test_first_commit_is_green(tmp_path: Path, run: Callable[[str], str]) -> None:
    step = next(step for step in STEPS if step.title == FIRST)
    (tmp_path / "data").mkdir()
    for name, text in PLAN.items():
        (tmp_path / "data" / name).write_text(text, encoding="utf-8")
    for command in step.commands:
        run(command)
