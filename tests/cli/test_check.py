from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

DOCUMENT = {
    "schema": int,
    "command": str,
    "plan": str | None,
    "date": type(None),
    "as_known": type(None),
    "findings": list,
    "summary": dict,
}
FINDING = {
    "code": str,
    "name": str,
    "severity": str,
    "message": str,
    "file": str,
    "line": int | None,
    "column": int | None,
    "end_line": int | None,
    "end_column": int | None,
    "help": str | None,
    "accepted": str | None,
    "related": list,
}
RELATED = {"file": str, "line": int | None, "message": str}
SUMMARY = {"errors": int, "warnings": int, "infos": int, "accepted": int}
TWICE = """
- {id: twice, name: En, status: {HP 2018: Løpende}}
- {id: twice, name: To, statsu: {HP 2018: Løpende}}
"""


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_findings_on_the_real_plan(run: Run, golden: Callable[..., None], form: str) -> None:
    code, out, err = run("check", "--data", "data", "--output-format", form)
    assert (code, err) == (0, "")
    golden(f"check-{form}.{'json' if form == 'json' else 'txt'}", out)


def test_document_keeps_to_its_contract(
    run: Run, folder_with: Callable[[str], Path], keeps_to: Callable[[dict[str, Any], Any], None]
) -> None:
    code, out, err = run("check", "--data", str(folder_with(TWICE)), "--output-format", "json")
    assert (code, err) == (1, "")
    told = json.loads(out)
    keeps_to(DOCUMENT, told)
    keeps_to(SUMMARY, told["summary"])
    for finding in told["findings"]:
        keeps_to(FINDING, finding)
        for related in finding["related"]:
            keeps_to(RELATED, related)
    assert [(one["code"], one["line"], len(one["related"])) for one in told["findings"]] == [
        ("VR205", 15, 1),
        ("VR101", 15, 0),
    ]
    assert told["summary"] == {"errors": 2, "warnings": 0, "infos": 0, "accepted": 0}
    assert (told["schema"], told["command"], told["plan"]) == (1, "check", "sample")


def test_full_form_shows_place_line_caret_and_help(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with(TWICE)
    code, out, _ = run("check", "--data", str(folder), "--output-format", "full")
    assert code == 1
    file = (folder / "actionplan_x.yaml").as_posix()
    first, second, last = out.split("\n\n")
    assert first.splitlines()[0].startswith(f"{file}:15:18: VR205 error: ")
    assert first.splitlines()[1:3] == [
        "  15 |           - {id: twice, name: To, statsu: {HP 2018: Løpende}}",
        "     |                  ^^^^^",
    ]
    assert first.splitlines()[3].startswith(f"  see {file}:14: ")
    assert second.splitlines()[-1] == "  help: did you mean status?"
    assert last == "2 errors\n"


@pytest.mark.parametrize(
    ("words", "code"), [([], 0), (["--strict"], 1), (["--strict", "--output-format", "json"], 1)]
)
def test_warnings_count_only_when_strict(
    run: Run, folder_with: Callable[[str], Path], words: list[str], code: int
) -> None:
    folder = folder_with("- {id: one, name: En, status: {HP 2018: Bamsemums}}")
    assert run("check", "--data", str(folder), *words)[0] == code


def test_a_plan_in_order_is_said_to_be(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with("- {id: one, name: En, status: {HP 2018: Avsluttes 30.6.2018}}")
    assert run("check", "--data", str(folder), "--strict") == (0, "no findings\n", "")


def test_form_may_come_from_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VRPLAN_OUTPUT_FORMAT", "json")
    assert json.loads(run("check", "--data", "data")[1])["command"] == "check"


def test_a_broken_file_hides_nothing_in_the_other(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with(TWICE)
    (folder / "decisions.yaml").write_text("decisions: [\n", encoding="utf-8")
    code, out, _ = run("check", "--data", str(folder))
    assert code == 1
    assert {line.split(" ")[1] for line in out.splitlines() if ": VR" in line} == {"VR002", "VR101", "VR205"}
