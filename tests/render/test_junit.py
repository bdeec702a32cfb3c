from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from xml.etree import ElementTree

import pytest
from lxml import etree  # type: ignore[import-untyped]

from vrplan.findings import Finding
from vrplan.render import findings_as
from vrplan.render.run import Run
from vrplan.reports.check import CheckReport

Found = Callable[..., Finding]
Reported = Callable[..., CheckReport]

SCHEMA = etree.XMLSchema(etree.fromstring((files("ub_test_reports") / "schemas/JUnit.xsd").read_bytes()))


def suite_of(report: CheckReport, run: Run | None = None) -> ElementTree.Element:
    """The only suite of a file that is valid against the JUnit schema of Ant."""
    document = findings_as("junit", report, run).encode()
    SCHEMA.assertValid(etree.fromstring(document))
    (suite,) = ElementTree.fromstring(document)
    return suite


def cases_in(suite: ElementTree.Element) -> list[tuple[str | None, str | None, bool]]:
    """Class, name and whether it failed, of each test."""
    return [(one.get("classname"), one.get("name"), len(one) > 0) for one in suite.iter("testcase")]


@pytest.mark.parametrize("strict", [False, True])
def test_findings_of_every_kind_make_a_valid_file(
    everything: Callable[..., CheckReport], strict: bool
) -> None:
    told = everything(strict=strict)
    suite = suite_of(told)
    failed = {one.code.code for one in told.findings if told.fails(one)}
    assert {name.split()[0] for _, name, fails in cases_in(suite) if fails and name} == failed


def test_plan_without_findings_has_a_passed_test_for_each_file(report: Reported) -> None:
    suite = suite_of(report())
    assert cases_in(suite) == [("plan", "no findings", False), ("decisions", "no findings", False)]
    assert suite.findtext("system-out") == "no findings\n"


def test_code_is_a_test_of_its_file_and_an_error_fails_it(found: Found, report: Reported) -> None:
    first, second = found(says="A & B"), found(says="Two", see="it is said here too")
    suite = suite_of(report(first, found("warning"), second))
    assert cases_in(suite) == [
        ("plan", "VR901 made-up-error", True),
        ("plan", "VR902 made-up-warning", False),
        ("decisions", "no findings", False),
    ]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "0")
    (failure,) = suite.iter("failure")
    assert failure.attrib == {"message": "A & B (and 1 more)", "type": "error"}
    assert failure.text == (
        "plan.yaml:1:8: VR901 error: A & B\n"
        "  1 | title: Bærum\n"
        "    |        ^^^^^\n"
        "  help: mend it\n"
        "\n"
        "plan.yaml:1:8: VR901 error: Two\n"
        "  1 | title: Bærum\n"
        "    |        ^^^^^\n"
        "  see other.yaml:9: it is said here too\n"
        "  help: mend it"
    )


@pytest.mark.parametrize(
    ("weight", "accepted", "strict", "fails"),
    [
        ("error", "", False, True),
        ("error", "", True, True),
        ("warning", "", False, False),
        ("warning", "", True, True),
        ("warning", "Styret har sett det", True, False),
        ("info", "", True, False),
    ],
)
def test_test_fails_by_what_fails_the_check(
    found: Found, report: Reported, weight: str, accepted: str, strict: bool, fails: bool
) -> None:
    suite = suite_of(report(found(weight, accepted=accepted), strict=strict))
    assert [failed for _, _, failed in cases_in(suite)] == [fails, False]


def test_accepted_finding_does_not_stand_among_those_that_fail_its_test(
    found: Found, report: Reported
) -> None:
    suite = suite_of(report(found("warning", accepted="ja"), found("warning", "Two"), strict=True))
    (failure,) = suite.iter("failure")
    assert failure.get("message") == "Two"
    assert (failure.text or "").count("VR902") == 1


def test_output_of_the_suite_has_all_findings(found: Found, report: Reported) -> None:
    suite = suite_of(report(found("info"), found("warning", accepted="Styret har sett det")))
    assert suite.findtext("system-out") == (
        "plan.yaml:1:8: VR903 info: It is wrong\n"
        "Looked at and accepted:\n"
        "plan.yaml:1:8: VR902 warning: It is wrong (accepted: Styret har sett det)\n"
        "1 info; 1 accepted\n"
    )


def test_name_of_a_test_holds_no_line(found: Found, report: Reported) -> None:
    lines = [suite_of(report(found(place=("plan.yaml", line, 1, line, 2)))) for line in (3, 4)]
    assert cases_in(lines[0]) == cases_in(lines[1])


@pytest.mark.parametrize(
    ("file", "group"),
    [
        ("data/plan.yaml", "data/plan"),
        ("a.b/plan.v2.yaml", "a.b/plan.v2"),
        ("<stdin>", "<stdin>"),
        ("x\x07.yaml", r"x\x07"),
    ],
)
def test_class_is_the_file(found: Found, report: Reported, file: str, group: str) -> None:
    assert (group, "VR901 made-up-error", True) in cases_in(suite_of(report(found(place=(file, 1, 1, 1, 2)))))


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        ("]]> <![CDATA[ &amp; <b>\"'</b>", "]]> <![CDATA[ &amp; <b>\"'</b>"),
        ("\x00 \x07 \x1b[31m \x9b", r"\x00 \x07 \x1b[31m \x9b"),
        ("\ud800 \ufffe \uffff", r"\ud800 \ufffe \uffff"),
        ("one\ntwo\u2028three", "one two three"),
        ("##vso[task.x]y ::error::z", r"##vso\x5btask.x]y ::error::z"),
    ],
)
def test_text_of_a_file_is_read_back_as_text(found: Found, report: Reported, says: str, shown: str) -> None:
    suite = suite_of(report(found(says=says, do=says, see=says), found("warning", accepted=says)))
    (failure,) = suite.iter("failure")
    assert failure.get("message") == shown
    assert (failure.text or "").splitlines()[-1] == f"  help: {shown}"
    assert f"(accepted: {shown})\n" in (suite.findtext("system-out") or "")


def test_suite_says_when_it_ran_and_not_where(report: Reported) -> None:
    suite = suite_of(report(), Run(moment=datetime(2018, 7, 1, 9, 5, 7, 999, tzinfo=UTC)))
    assert (suite.get("name"), suite.get("timestamp"), suite.get("hostname")) == (
        "vrplan check",
        "2018-07-01T09:05:07",
        "localhost",
    )
