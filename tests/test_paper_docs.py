"""docs/from-paper-to-plan.md tells the truth: its commands are run one after the other, on the papers that it names."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vrplan.cli import app

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "from-paper-to-plan.md"
PAPERS = ROOT / "examples" / "fra-papir"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(autouse=True)
def _beside_the_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("git") is None:
        pytest.skip("needs git")
    for name in ("VRPLAN_DATA", "COLUMNS", "NO_COLOR", "GITHUB_ACTIONS", "VRPLAN_OUTPUT_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    for paper in PAPERS.iterdir():
        shutil.copy(paper, tmp_path)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Sekretariatet")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "post@example.org")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.chdir(tmp_path)


def _answered(block: str) -> str:
    """The commands of a block, each with what comes on the screen."""
    asked = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{line}\n{_answer(shlex.split(line[2:]))}" for line in asked)


def _answer(words: list[str]) -> str:
    if words[0] == "git":
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout
    assert words[0] == "vrplan"
    done = CliRunner().invoke(app, words[1:], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_every_step_gives_what_it_shows(request: pytest.FixtureRequest) -> None:
    shown = PAGE.read_text(encoding="utf-8")
    answered = BLOCK.sub(lambda match: f"```console\n{_answered(match[1])}```", shown)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(answered, encoding="utf-8", newline="\n")
    assert shown == answered or request.config.getoption("--update-golden")


def test_papers_and_plan_agree_at_the_end(tmp_path: Path) -> None:
    for block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        _answered(block)
    plan = (tmp_path / "plan" / "actionplan_2025.yaml").read_text(encoding="utf-8")
    paper = (PAPERS / "sak-4-2025.md").read_text(encoding="utf-8")
    texts = re.findall(r"Revidert HP 2025:(?: \{text:|\n +text:) ([^,\n]+)", plan)
    rows = [line.strip("|").split("|") for line in paper.splitlines() if line.startswith("| ")]
    assert texts == [row[3].strip() for row in rows if row[3].strip() and row[0].strip() != "Tiltak"]
