"""Two hundred seeded mutations of the shipped plan: none gets past the guard unseen, and none breaks it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from vrplan.as_of.comparing import difference
from vrplan.cli import app
from vrplan.folder import read_folder
from vrplan.load import load

DATA = Path(__file__).parent.parent.parent / "data"
FILES = ("actionplan_2018.yaml", "decisions.yaml")
TEXTS = {name: (DATA / name).read_text(encoding="utf-8") for name in FILES}
STATUS = re.compile(r"^( +(?:Justert )?HP 2018: )(\S.*)$", re.MULTILINE)
DAY = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
VALUE = re.compile(
    r"^( +(?:- )?(?:standing|what|owner|recipient|kind|part_of|adopted_by|body): )(\S+)$", re.MULTILINE
)


def delete_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return "".join(lines)


def repeat_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    number = random.randrange(len(lines))
    return "".join([*lines[:number], lines[number], *lines[number:]])


def exchange_lines(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def delete_entry(text: str, random: Random) -> str:
    """Take out a list entry with all that stands below it."""
    lines = text.splitlines(keepends=True)
    first = random.choice([number for number, line in enumerate(lines) if line.lstrip().startswith("- ")])
    depth = len(lines[first]) - len(lines[first].lstrip())
    last = first + 1
    while last < len(lines) and (not lines[last].strip() or lines[last].startswith(" " * (depth + 1))):
        last += 1
    return "".join([*lines[:first], *lines[last:]])


def exchange_statuses(text: str, random: Random) -> str:
    found = list(STATUS.finditer(text))
    if not found:
        return text
    one, other = random.choice(found), random.choice(found)
    return text[: one.start(2)] + other[2] + text[one.end(2) :]


def exchange_values(text: str, random: Random) -> str:
    found = list(VALUE.finditer(text))
    one, other = random.choice(found), random.choice(found)
    return text[: one.start(2)] + other[2] + text[one.end(2) :]


def move_day(text: str, random: Random) -> str:
    one = random.choice(list(DAY.finditer(text)))
    day = f"{random.randint(2017, 2019)}-{random.randint(1, 12):02}-{random.randint(1, 29):02}"
    return text[: one.start()] + day + text[one.end() :]


def strange_letter(text: str, random: Random) -> str:
    where = random.randrange(len(text))
    return text[:where] + random.choice("а\u00a0\u200b\x07\x1b%:<{[#\t\"'") + text[where:]


MUTATIONS = (
    delete_line, repeat_line, exchange_lines, delete_entry, exchange_statuses, exchange_values, move_day,
    strange_letter,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(200))
def test_a_mutation_is_told_or_changes_no_answer(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    changed = random.choice(FILES)
    for name, text in TEXTS.items():
        mutated = random.choice(MUTATIONS)(text, random) if name == changed else text
        (tmp_path / name).write_text(mutated, encoding="utf-8")
    done = CliRunner().invoke(
        app,
        ["check", "--data", str(tmp_path), "--against", str(DATA), "--output-format", "json"],
        catch_exceptions=False,
    )
    assert done.exit_code in {0, 1}
    document = json.loads(done.stdout)
    assert all(one["line"] for one in document["findings"])
    assert done.exit_code == (1 if document["summary"]["errors"] else 0)
    if done.exit_code == 0:
        assert_same_answers(tmp_path)


def assert_same_answers(folder: Path) -> None:
    """No item of the shipped plan is gone, and none has another state on any date, seen from any day."""
    before, after = load(read_folder(DATA)).plan, load(read_folder(folder)).plan
    assert before is not None
    assert after is not None
    for item in before.items:
        assert difference((before, item), (after, after.by_id[item.id])) is None
