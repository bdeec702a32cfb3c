"""README and the 25 questions tell the truth: their examples are run, and README names every command."""

import os
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vrplan.cli import app

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCS = sorted((ROOT / "docs").glob("*.md"))
QUESTIONS = ROOT / "docs" / "questions.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"^```text\n.*?^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"^```yaml\n# (\S+\.yaml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
_QUESTION = re.compile(r"^### (\d+)\. (.+)$", re.MULTILINE)
_WITHOUT_A_DATE = {"check", "closeout", "diff", "read"}
"""The commands that answer alike on every day, or that name their dates otherwise."""


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a developer's shell may have set changes an answer."""
    for name in [name for name in os.environ if name.startswith(("VRPLAN_", "COLUMNS", "NO_COLOR"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(ROOT)


def _run(command: str) -> str:
    words = shlex.split(command)
    assert words[0] == "vrplan", "the examples are vrplan commands only"
    done = CliRunner().invoke(app, words[1:], catch_exceptions=False)
    assert done.exit_code in {0, 1}, done.stderr
    return done.stdout_bytes.decode()


def _commands(text: str) -> list[str]:
    return [line[2:] for block in _BLOCK.findall(text) for line in block.splitlines() if line[:2] == "$ "]


def _answered(block: str) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_run(command)}" for command in commands)


@pytest.mark.parametrize("page", [README, QUESTIONS], ids=lambda page: page.stem)
def test_every_example_gives_what_it_shows(request: pytest.FixtureRequest, page: Path) -> None:
    shown = page.read_text(encoding="utf-8")
    answered = _BLOCK.sub(lambda match: f"```console\n{_answered(match[1])}```", shown)
    if request.config.getoption("--update-golden"):
        page.write_text(answered, encoding="utf-8", newline="\n")
    assert shown == answered or request.config.getoption("--update-golden")


@pytest.mark.parametrize("page", [README, QUESTIONS], ids=lambda page: page.stem)
def test_no_example_depends_on_the_day_on_which_it_is_run(page: Path) -> None:
    asked = [command for command in _commands(page.read_text(encoding="utf-8")) if " --date " not in command]
    assert {command.split()[1] for command in asked} <= _WITHOUT_A_DATE


def test_the_questions_are_25_and_each_is_answered() -> None:
    before, *questions = re.split(r"^(?=### )", QUESTIONS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    numbers = [int(match[1]) for question in questions for match in _QUESTION.finditer(question)]
    assert numbers == list(range(1, 26))
    assert _commands(before) == []
    unasked = [
        question.splitlines()[0] for question in questions if not question.splitlines()[0].endswith("?")
    ]
    unanswered = [question.splitlines()[0] for question in questions if not _commands(question)]
    assert (unasked, unanswered) == ([], [])


def test_nobody_reads_sixty_lines() -> None:
    blocks = _BLOCK.findall(QUESTIONS.read_text(encoding="utf-8"))
    assert [block.splitlines()[0] for block in blocks if block.count("\n") >= 60] == []


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
    names = [
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    ]
    assert [name for name in names if f"`vrplan {name}" not in text] == []


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *(f"docs/{path.name}" for path in DOCS)]
)
def test_links_lead_to_files_that_are_there(page: str) -> None:
    links = _LINK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("page", [README, *DOCS], ids=lambda page: page.stem)
def test_links_within_a_page_lead_to_its_headings(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    assert [anchor for anchor in re.findall(r"\]\(#([^)]+)\)", text) if anchor not in headings] == []
