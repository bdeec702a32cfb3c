from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from vrplan import __version__

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
SUMMARY = {"errors": int, "warnings": int, "infos": int, "accepted": int, "quotations": dict}
QUOTATIONS = {"verified": int, "not_found": int, "unverified": int, "suspect": int}
OF_A_FORM = (
    "vrplan.render.as_github", "vrplan.render.as_json", "vrplan.render.as_junit", "vrplan.render.as_sarif",
    "vrplan.render.summary", "xml.etree.ElementTree",
)  # fmt: skip
ACCEPTING = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}}
areas:
  - id: helse
    name: Helse
    measures:
      - name: Nettverk
        activities:
          - {id: one, name: En, status: {HP 2018: Bamsemums},
             accept: {VR301: Styret har sett det}}
          - {id: two, name: To, status: {HP 2018: Bamsemums}}
"""
TWICE = """
- {id: twice, name: En, status: {HP 2018: Løpende}}
- {id: twice, name: To, statsu: {HP 2018: Løpende}}
"""


@pytest.mark.parametrize(
    ("form", "suffix"),
    [
        ("full", "txt"),
        ("concise", "txt"),
        ("json", "json"),
        ("github", "txt"),
        ("junit", "xml"),
        ("sarif", "json"),
    ],
)
def test_findings_on_the_real_plan(run: Run, golden: Callable[..., None], form: str, suffix: str) -> None:
    code, out, err = run("check", "--data", "data", "--output-format", form)
    assert (code, err) == (0, "")
    # Not of the plan are the moment, the version, and the pages of the rules.
    out = re.sub(r'timestamp="[^"]*"', 'timestamp="2018-07-01T12:00:00"', out)
    if form == "sarif":
        out = out.replace(f'ersion": "{__version__}"', 'ersion": "0.0.0"')
        out = re.sub(r'^( {16}"(?:text|markdown)": ).*"', r'\1"…"', out, flags=re.MULTILINE)
    golden(f"check-{form}.{suffix}", out)


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
    keeps_to(QUOTATIONS, told["summary"].pop("quotations"))
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
    folder = folder_with("- {id: one, name: En, status: {HP 2018: Avsluttes 29.6.2018}}")
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


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--exit-zero", "--strict"], 0),
        (["--exit-zero", "--output-format", "json"], 0),
    ],
)
def test_findings_may_be_kept_from_changing_the_exit_code(
    run: Run, folder_with: Callable[[str], Path], words: list[str], code: int
) -> None:
    ended, out, _ = run("check", "--data", str(folder_with(TWICE)), *words)
    assert ended == code
    assert "VR205" in out


@pytest.mark.parametrize("words", [["--data", "nowhere"], ["--no-such-option"], ["data"]])
def test_wrong_use_stays_wrong_use(run: Run, words: list[str]) -> None:
    assert run("check", "--exit-zero", *words)[0] == 2


@pytest.mark.parametrize("form", ["full", "concise", "github"])
def test_quiet_tells_the_findings_alone(run: Run, folder_with: Callable[[str], Path], form: str) -> None:
    words = ("check", "--data", str(folder_with(TWICE)), "--output-format", form)
    code, out, _ = run(*words)
    assert (code, out.splitlines()[-1]) == (1, "2 errors")
    assert run(*words, "-q") == (1, out.removesuffix("2 errors\n").rstrip("\n") + "\n", "")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_quiet_changes_no_document(run: Run, form: str) -> None:
    words = ("check", "--data", "data", "--output-format", form)
    assert run(*words, "--quiet") == run(*words)


def test_accepted_findings_are_listed_last_and_counted(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with(ACCEPTING)
    code, out, _ = run("check", "--data", str(folder), "--strict")
    file = (folder / "actionplan_x.yaml").as_posix()
    assert code == 1
    assert [line.partition(": “Bamsemums” ")[0] for line in out.splitlines()] == [
        f"{file}:14:51: VR301 warning",
        "Looked at and accepted:",
        f"{file}:12:51: VR301 warning",
        "1 warning; 1 accepted",
    ]
    assert out.splitlines()[2].endswith(" (accepted: Styret har sett det)")


@pytest.mark.parametrize(
    ("environment", "words", "form"),
    [
        ({}, [], "concise"),
        ({"GITHUB_ACTIONS": "true"}, [], "github"),
        ({"GITHUB_ACTIONS": "false"}, [], "concise"),
        ({"GITHUB_ACTIONS": ""}, [], "concise"),
        ({"GITHUB_ACTIONS": "true", "VRPLAN_OUTPUT_FORMAT": "json"}, [], "json"),
        ({"GITHUB_ACTIONS": "true", "VRPLAN_OUTPUT_FORMAT": ""}, [], "github"),
        ({"GITHUB_ACTIONS": "true"}, ["--output-format", "full"], "full"),
        ({"GITHUB_ACTIONS": "true"}, ["-o", "-"], "github"),
        ({"VRPLAN_OUTPUT_FORMAT": "json"}, ["--output-format", "sarif"], "sarif"),
    ],
    ids=str,
)
def test_form_is_what_is_asked_for_else_what_the_place_understands(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], words: list[str], form: str
) -> None:
    asked = run("check", "--data", "data", "--output-format", form)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run("check", "--data", "data", *words) == asked


def test_file_takes_no_workflow_commands_unless_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    told = tmp_path / "findings.txt"
    assert run("check", "--data", "data", "-o", str(told)) == (0, "", "")
    assert told.read_text("utf-8") == run("check", "--data", "data", "--output-format", "concise")[1]


def test_wrong_form_in_the_environment_is_wrong_use(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VRPLAN_OUTPUT_FORMAT", "xml")
    code, out, err = run("check", "--data", "data")
    assert (code, out) == (2, "")
    assert "sarif" in err


@pytest.mark.parametrize(
    ("below", "file"),
    [(".", "plans/actionplan_x.yaml"), ("plans", "actionplan_x.yaml"), ("elsewhere", "{}/actionplan_x.yaml")],
)
def test_annotations_name_files_from_the_top_of_the_repository(
    run: Run,
    folder_with: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    below: str,
    file: str,
) -> None:
    folder = folder_with(TWICE)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / below))
    for named in (".", str(folder), "../plans"):
        _, out, _ = run("check", "--data", named, "--output-format", "github")
        place = file.format(named).removeprefix("./")
        assert out.startswith(f"::error file={place},line=15,")
    _, out, _ = run("check", "--data", ".", "--output-format", "sarif")
    assert json.loads(out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"][
        "artifactLocation"
    ] == {"uri": file.format(".").removeprefix("./")}


@pytest.mark.parametrize("form", ["github", "junit", "sarif", "json"])
def test_what_programs_read_is_utf_8_whatever_the_console(process: Run, form: str) -> None:
    words = ("check", "--data", "data", "--output-format", form)
    code, out, err = process(*words, env={"PYTHONIOENCODING": "ascii"})
    assert (code, err) == (0, "")
    assert "Øvrige tiltak" in out


@pytest.mark.parametrize(
    ("form", "loaded"),
    [
        ("concise", []),
        ("full", []),
        ("github", ["vrplan.render.as_github"]),
        ("junit", ["vrplan.render.as_junit", "xml.etree.ElementTree"]),
    ],
)
def test_only_what_the_form_needs_is_loaded(process: Run, form: str, loaded: list[str]) -> None:
    look = f"""
import atexit, json, sys
from vrplan.__main__ import main
atexit.register(lambda: sys.stderr.write(json.dumps([name for name in {OF_A_FORM} if name in sys.modules])))
main()
"""
    words = ("check", "--data", "data", "--output-format", form)
    assert json.loads(process(*words, python=("-c", look))[2]) == loaded


def test_help_does_not_promise_the_shipped_plan(run: Run) -> None:
    told = " ".join(run("check", "--help")[1].split())
    assert "Without it: ./data or . when it holds a plan; never the shipped plan." in told
    assert "else the shipped plan" not in told
