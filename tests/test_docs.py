"""The README tells the truth: its examples are run, and it names every command."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from vrplan.cli import app

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCS = sorted((ROOT / "docs").glob("*.md"))
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"^```text\n.*?^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"^```yaml\n# (\S+\.yaml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def _run(command: str) -> str:
    words = shlex.split(command)
    assert words[0] == "vrplan", "the README shows vrplan commands only"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("VRPLAN_")}
    done = subprocess.run(
        [sys.executable, "-m", "vrplan", *words[1:]],
        cwd=ROOT,
        env=environment | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def _answered(block: str) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_run(command)}" for command in commands)


def test_every_example_in_the_readme_gives_what_it_shows(request: pytest.FixtureRequest) -> None:
    shown = README.read_text(encoding="utf-8")
    answered = _BLOCK.sub(lambda match: f"```console\n{_answered(match[1])}```", shown)
    if request.config.getoption("--update-golden"):
        README.write_text(answered, encoding="utf-8", newline="\n")
    assert shown == answered or request.config.getoption("--update-golden")


def test_findings_that_the_readme_quotes_stand_in_the_gallery() -> None:
    gallery = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    quoted = _QUOTED.findall(README.read_text(encoding="utf-8"))
    assert quoted
    assert [block for block in quoted if block not in gallery] == []


def test_the_readme_s_own_plan_is_in_order(tmp_path: Path) -> None:
    for name, text in _FILE.findall(README.read_text(encoding="utf-8")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["actionplan_2026.yaml", "decisions.yaml"]
    assert _run(f"vrplan check --strict --data {tmp_path.as_posix()}") == "no findings\n"


def test_the_readme_names_every_command() -> None:
    text = README.read_text(encoding="utf-8")
    names = [command.callback.__name__ for command in app.registered_commands if command.callback]
    assert [name for name in names if f"`vrplan {name}" not in text] == []


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *(f"docs/{path.name}" for path in DOCS)]
)
def test_links_lead_to_files_that_are_there(page: str) -> None:
    links = _LINK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []
