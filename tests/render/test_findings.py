from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from vrplan.findings import Code, Finding, Place, Related, Severity, Spot
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.render import FindingsForm, findings_as
from vrplan.render.findings import message
from vrplan.render.run import Run
from vrplan.reports.check import CheckReport, check
from vrplan.rules.every import findings_of

Golden = Callable[[str, str], None]

SPOT = Spot("plan.yaml", ())
WRONG = Code("VR901", "wrong", Severity.ERROR, "{name} is wrong", "write {other}")
ODD = Code("VR902", "odd", Severity.WARNING, "{name} is odd. {why}")
SEEN = Code("VR903", "seen", Severity.INFO, "{name} is seen")

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 31.12.2018}
columns:
  HP 2018: {adopted_by: sg-2017-53}
areas:
  - id: kultur
    name: Kultur
  - id: kultur
    name: Bærum [utkast]
obligations:
  - id: arkiv
    kind: property
    name: Arkivet
    status: {HP 2018: Dette skal utredes nærmere}
"""
DECISIONS = """\
bodies:
  SG: {name: Styringsgruppen}
decisions:
  - {id: sg-2017-35, title: Handlingsplan 2018, standing: adopted, evidence: full-text, body: RG}
"""


def report_of(plan: str, decisions: str = DECISIONS) -> CheckReport:
    files = {"actionplan_x.yaml": plan.encode()}, {"decisions.yaml": decisions.encode()}
    loaded = load(PlanFolder(*files, "decisions.yaml"))
    return check(loaded, findings_of(loaded))


def by_hand(*findings: Finding, line: str = "title: Bærum") -> CheckReport:
    return CheckReport(
        "sample", findings, {"errors": 1, "warnings": 0, "infos": 0, "accepted": 0}, {"plan.yaml": [line]}
    )


def at(column: int, end: int, line: int = 1, end_line: int = 1, **values: str) -> Finding:
    return Finding(
        WRONG,
        SPOT,
        {"name": "It", "other": "this"} | values,
        place=Place("plan.yaml", line, column, end_line, end),
    )


@pytest.mark.parametrize(
    ("form", "name"),
    [("full", "findings-full.txt"), ("concise", "findings-concise.txt"), ("json", "findings.json")],
)
def test_findings_of_a_plan_in_each_form(golden: Golden, form: FindingsForm, name: str) -> None:
    golden(name, findings_as(form, report_of(PLAN)))


@pytest.mark.parametrize("form", ["full", "concise"])
def test_sound_plan_has_no_findings(form: str) -> None:
    text = findings_as(
        "full" if form == "full" else "concise", report_of("plan: a\n" + REST, "decisions: []")
    )
    assert text == "no findings\n"


REST = "title: A\norganisation: B\nperiod: {from: 2018-01-01, to: 2018-12-31}\n"


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"errors": 1, "warnings": 2, "infos": 1, "accepted": 0}, "1 error, 2 warnings, 1 info"),
        ({"errors": 0, "warnings": 1, "infos": 2, "accepted": 3}, "1 warning, 2 infos; 3 accepted"),
        ({"errors": 0, "warnings": 0, "infos": 0, "accepted": 1}, "no findings; 1 accepted"),
        ({"errors": 11, "warnings": 0, "infos": 0, "accepted": 0}, "11 errors"),
    ],
)
def test_findings_are_counted_by_weight(counts: dict[str, int], told: str) -> None:
    assert findings_as("concise", CheckReport("x", (), counts, {})) == f"{told}\n"


@pytest.mark.parametrize(
    ("column", "end", "marks"),
    [
        (8, 13, "  1 | title: Bærum\n    |        ^^^^^\n"),
        (8, 8, "  1 | title: Bærum\n    |        ^\n"),  # a place without length
        (13, 13, "  1 | title: Bærum\n    |             ^\n"),  # after the last character
        (1, 99, "  1 | title: Bærum\n    | ^^^^^^^^^^^^\n"),
    ],
)
def test_caret_marks_what_is_meant(column: int, end: int, marks: str) -> None:
    text = findings_as("full", by_hand(at(column, end)))
    assert text == f"plan.yaml:1:{column}: VR901 error: It is wrong\n{marks}  help: write this\n\n1 error\n"


def test_what_runs_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    text = findings_as("full", by_hand(at(8, 3, end_line=4)))
    assert text.splitlines()[2] == "    |        ^^^^^"


def test_line_that_is_not_there_is_left_out() -> None:
    assert findings_as("full", by_hand(at(1, 2, line=2, end_line=2))).splitlines()[1] == "  help: write this"


def test_very_long_line_is_shown_around_the_caret() -> None:
    line = "x" * 5000 + "HERE" + "y" * 3_000_000
    first, source, caret, *_ = findings_as("full", by_hand(at(5001, 5005), line=line)).splitlines()
    assert first.startswith("plan.yaml:1:5001: ")
    assert len(source) < 120
    assert source[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_nothing_in_a_file_is_obeyed_by_a_terminal() -> None:
    finding = at(8, 14, name="\x1b[31mred\x07\u202e\n::error::")
    text = findings_as("full", by_hand(finding, line="title: \x1b[31mr\x85d"))
    assert {sign for sign in text if not sign.isprintable()} == {"\n"}
    first, source, *_ = text.splitlines()
    assert first.endswith(r"VR901 error: \x1b[31mred\x07\u202e ::error:: is wrong")
    assert source.startswith(r"  1 | title: \x1b[31mr")


def test_caret_stands_below_its_word_after_an_invisible_character() -> None:
    _, source, caret, *_ = findings_as("full", by_hand(at(9, 10), line="title: \x07x")).splitlines()
    assert source[caret.index("^")] == "x"


def test_braces_in_a_file_are_no_template() -> None:
    assert message(at(1, 2, name="{other}", other="{name}")).sentence == "{other} is wrong"


def test_sentence_without_its_reason_ends_without_a_gap() -> None:
    assert message(Finding(ODD, SPOT, {"name": "It", "why": ""})).sentence == "It is odd."


def test_advice_goes_before_the_help_of_the_code() -> None:
    finding = Finding(
        WRONG, SPOT, {"name": "It", "near": "that", "other": "x"}, advice="did you mean {near}?"
    )
    assert message(finding).help == "did you mean that?"


def test_accepted_findings_come_last_with_their_reasons(
    found: Callable[..., Finding], report: Callable[..., CheckReport]
) -> None:
    told = report(found("warning", "One", accepted="sett av styret"), found("info", "Two"))
    assert findings_as("concise", told) == (
        "plan.yaml:1:8: VR903 info: Two\n"
        "Looked at and accepted:\n"
        "plan.yaml:1:8: VR902 warning: One (accepted: sett av styret)\n"
        "1 info; 1 accepted\n"
    )
    assert findings_as("full", told) == (
        "plan.yaml:1:8: VR903 info: Two\n"
        "  1 | title: Bærum\n"
        "    |        ^^^^^\n"
        "  help: mend it\n"
        "\n"
        "Looked at and accepted:\n"
        "\n"
        "plan.yaml:1:8: VR902 warning: One\n"
        "  1 | title: Bærum\n"
        "    |        ^^^^^\n"
        "  accepted: sett av styret\n"
        "\n"
        "1 info; 1 accepted\n"
    )


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("concise", "p: VR901 error: It is wrong\n"),
        ("full", "p: VR901 error: It is wrong\n  help: mend it\n"),
    ],
)
def test_quiet_leaves_out_the_count(
    found: Callable[..., Finding], report: Callable[..., CheckReport], form: FindingsForm, told: str
) -> None:
    assert findings_as(form, report(found(place="p")), Run(quiet=True)) == told
    assert findings_as(form, report(), Run(quiet=True)) == ""


@pytest.mark.parametrize("form", ["full", "concise"])
def test_no_name_of_a_file_begins_a_line_as_a_workflow_command(
    found: Callable[..., Finding], report: Callable[..., CheckReport], form: FindingsForm
) -> None:
    told = findings_as(form, report(found(place=("::error::x.yaml", 1, 1, 1, 2)), found(place=" ::x.yaml")))
    assert [line for line in told.splitlines() if line.lstrip().startswith("::")] == []
    assert told.startswith("./::error::x.yaml:1:1: VR901 ")


def test_finding_without_a_place_names_its_file() -> None:
    finding = Finding(SEEN, SPOT, {"name": "It"}, (Related("{name} was here", Spot("other.yaml", ())),))
    assert findings_as("full", by_hand(finding)) == (
        "plan.yaml: VR903 info: It is seen\n  see other.yaml: It was here\n\n1 error\n"
    )


def test_json_names_what_the_contract_names() -> None:
    document = json.loads(findings_as("json", report_of(PLAN)))
    assert list(document) == ["schema", "command", "plan", "date", "as_known", "findings", "summary"]
    assert document["summary"] == {"errors": 4, "warnings": 1, "infos": 0, "accepted": 0}
    for finding in document["findings"]:
        assert list(finding) == [
            "code", "name", "severity", "message", "file", "line", "column", "end_line", "end_column", "help",
            "accepted", "related",
        ]  # fmt: skip


def test_json_of_a_plan_that_cannot_be_read_names_no_plan() -> None:
    document = json.loads(findings_as("json", report_of("plan: [")))
    assert (document["plan"], document["summary"]["errors"]) == (None, 2)
