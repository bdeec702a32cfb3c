"""The questions of docs/sqlite.md are asked of the shipped plan, and answered as the page says."""

from __future__ import annotations

import os
import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "sqlite.md"
PAGE = FILE.read_text(encoding="utf-8")
COMMAND = re.compile(r"^vrplan export sqlite .*$", re.MULTILINE)
ASKED = re.compile(r"(?<=^```sql\n)(.*?)(^```\n\n```text\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
OF_SHELL = re.compile(r'^sqlite3 -header -column plan\.db "(.*)"$', re.MULTILINE)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """What the command of the page makes of the shipped plan."""
    command = COMMAND.search(PAGE)
    assert command is not None
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VRPLAN_")}
    subprocess.run(
        [sys.executable, "-m", *shlex.split(command[0])],
        cwd=tmp_path,
        env=environment | {"VRPLAN_DATA": str(ROOT / "data")},
        check=True,
    )
    with closing(sqlite3.connect(tmp_path / "plan.db")) as found:
        yield found


def answer(database: sqlite3.Connection, question: str) -> str:
    """A plain table: each column as wide as its widest value."""
    asked = database.execute(question)
    names = [column[0] for column in asked.description]
    told = [names, *([str("" if value is None else value) for value in row] for row in asked.fetchall())]
    widths = [max(len(row[at]) for row in told) for at in range(len(names))]
    told.insert(1, ["-" * width for width in widths])
    lines = ("  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)) for row in told)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def test_every_question_is_answered_as_the_page_says(
    database: sqlite3.Connection, request: pytest.FixtureRequest
) -> None:
    answered = ASKED.sub(lambda found: f"{found[1]}{found[2]}{answer(database, found[1])}", PAGE)
    if request.config.getoption("--update-golden"):
        FILE.write_text(answered, encoding="utf-8", newline="\n")
    assert answered == PAGE or request.config.getoption("--update-golden")
    assert len(ASKED.findall(PAGE)) == PAGE.count("```sql") == PAGE.count("```text") == 4


def test_no_answer_is_empty(database: sqlite3.Connection) -> None:
    questions = [found[0] for found in ASKED.findall(PAGE)] + OF_SHELL.findall(PAGE)
    assert len(questions) == 5
    assert [one for one in questions if not database.execute(one).fetchall()] == []


def test_page_names_every_table_and_view(database: sqlite3.Connection) -> None:
    made = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type <> 'index'")}
    listed = re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)
    named = [name for names in listed for name in re.findall(r"`(\w+)`", names)]
    assert sorted(named) == sorted(made)
