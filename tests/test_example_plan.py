"""The example is a plan of another kind: a county that is split in two. What fits one alliance must fit it too."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from vrplan.cli import app

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "delt-fylke"


def told(command: str, *words: str) -> dict[str, Any]:
    done = CliRunner().invoke(app, [command, "--data", str(FOLDER), *words], catch_exceptions=False)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_files_have_no_errors_and_the_warnings_are_those_of_the_story() -> None:
    answer = told("check", "--output-format", "json")
    warned = [
        (one["code"], one["message"].split()[0]) for one in answer["findings"] if one["severity"] == "warning"
    ]
    assert answer["summary"]["errors"] == 0
    assert warned == [
        ("VR505", "tunnel-fjellet"),
        ("VR504", "hurtigbat"),
        ("VR509", "bokbuss"),
        ("VR505", "skolekonserter"),
        ("VR504", "fond-rapport"),
        ("VR504", "klimanettverk"),
        ("VR507", "fylkeshuset"),
    ]


@pytest.mark.parametrize(
    ("day", "item", "state"),
    [
        ("2027-08-31", "fjernlan", "ongoing"),
        ("2027-09-01", "fjernlan", "transferred"),
        ("2027-08-14", "kystpartnerskap", "ongoing"),
        ("2027-08-15", "kystpartnerskap", "transferred"),
        ("2027-09-30", "innkjop", "due"),
        ("2027-10-01", "innkjop", "overdue"),
        ("2027-06-14", "takstsystem", "not_started"),
        ("2027-06-15", "takstsystem", "cancelled"),
        ("2027-08-31", "spelordninga", "ongoing"),
        ("2027-09-01", "spelordninga", "ended"),
        ("2027-12-31", "klimanettverk", "ongoing"),
        ("2028-01-01", "klimanettverk", "orphaned"),
        ("2028-01-01", "hovedarkivet", "undecided"),
    ],
)
def test_item_stands_so_on_the_day(day: str, item: str, state: str) -> None:
    items = {one["id"]: one["state"] for one in told("status", "--date", day, "--format", "json")["items"]}
    assert items[item] == state


def test_its_size_is_that_of_a_real_plan() -> None:
    counts = told("status", "--date", "2027-09-15", "--format", "json")["counts"]
    assert sum(counts["activity"].values()) == 46
    assert sum(counts["obligation"].values()) == 6


def test_code_knows_no_organisation_by_name() -> None:
    names = re.compile(r"vestregion|bærum|midtfjell|nordfjell|\bkhs\b", re.IGNORECASE)
    modules = sorted((ROOT / "src").rglob("*.py"))
    assert [path.name for path in modules if names.search(" ".join(_texts(path)))] == []
    vocabulary = sorted((ROOT / "src/vrplan/phrases/vocabulary").glob("*.toml"))
    known = {path.name: str(tomllib.loads(path.read_text(encoding="utf-8"))) for path in vocabulary}
    assert [name for name, words in known.items() if names.search(words)] == []


def _texts(module: Path) -> Iterator[str]:
    """The texts in a module's code; docstrings and pages explain with examples, and are left out."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    explained = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in explained:
            yield "" if "Example:" in one.value else one.value
