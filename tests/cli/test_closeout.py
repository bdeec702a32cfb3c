"""`vrplan closeout`: a gate with an exit code."""

from __future__ import annotations

import json
import re
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

ENDLESS = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}}
obligations:
  - {id: one, kind: duty, name: En, status: {HP 2018: Avsluttes 30.6.2018}}
"""
SETTLED = "{date: 2018-12-20, what: accepted, recipient: Norsk Helsenett, note: OPPDIKTET FOR TESTEN}"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ([], "closeout.txt"),
        (["--width", "100"], "closeout-100.txt"),
        (["--format", "json"], "closeout.json"),
        (["--format", "md"], "closeout.md"),
        (["--format", "csv"], "closeout.csv"),
        (["--date", "2018-07-01"], "closeout-2018-07-01.txt"),
    ],
)
def test_doors_of_the_shipped_plan_may_not_close(
    run: Run, golden: Callable[..., None], words: list[str], name: str
) -> None:
    code, out, err = run("closeout", "--data", "data", *words)
    assert (code, err) == (1, "")
    golden(name, out)


def test_what_the_papers_leave_open_is_named(run: Run) -> None:
    told = json.loads(run("closeout", "--data", "data", "--format", "json")[1])
    by_reason: dict[str, list[str]] = {}
    for one in told["open"]:
        by_reason.setdefault(one["reason"], []).append(one["id"])
    assert told["ready"] is False
    assert by_reason["orphaned"] == ["osloregionen-arbeidsgrupper", "horingssvar"]
    assert by_reason["property_without_recipient"] == ["eiendeler", "arkiv"]
    assert by_reason["ownerless"] == ["shareon"]
    assert len(by_reason["not_confirmed"]) == 9
    assert len(by_reason["not_reported_done"]) == 10


def test_doors_may_close_when_every_open_point_is_settled(run: Run, tmp_path: Path) -> None:
    copytree("data", tmp_path / "data")
    told = json.loads(run("closeout", "--data", "data", "--format", "json")[1])
    plan = tmp_path / "data" / "actionplan_2018.yaml"
    text = plan.read_text(encoding="utf-8")
    for one in told["open"]:
        text, number = re.subn(
            rf"^( *)- id: {one['id']}\n", rf"\g<0>\1  events: [{SETTLED}]\n", text, flags=re.MULTILINE
        )
        assert number == 1
    plan.write_text(text, encoding="utf-8")
    code, out, _ = run("closeout", "--data", str(tmp_path / "data"), "--format", "json")
    assert (code, json.loads(out)["ready"], json.loads(out)["open"]) == (0, True, [])
    assert "The doors may close: " in run("closeout", "--data", str(tmp_path / "data"))[1]


def test_plan_that_never_ends_needs_a_last_day(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = str(folder_with(ENDLESS))
    said = "vrplan: this plan does not say when the organisation ceases; name its last day: --date DATE\n"
    assert run("closeout", "--data", folder) == (2, "", said)
    assert run("closeout", "--data", folder, "--date", "30.6.2018")[0] == 0
    assert run("closeout", "--data", folder, "--date", "29.6.2018")[0] == 1


def test_gate_never_judges_another_plan(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("closeout") == (2, "", "vrplan: there is no plan here: name its folder with --data DIR\n")
