"""Findings as a JUnit file, which GitLab, Jenkins and Azure show as test results: a test is a code in a file."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vrplan.render.findings import block, concise, message
from vrplan.render.language import _
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Code, Finding
    from vrplan.render.run import Run
    from vrplan.reports.check import CheckReport

_NO_TIME = "0"


def as_junit(report: CheckReport, run: Run) -> str:
    """One suite; a code fails in a file by what must be dealt with, and its other findings stand in the output.

    A name holds no line, so that a test stays the same one when lines move: GitLab tells by it what is new.
    """
    cases = [_case(file, code, found, report) for file, code, found in _tests(report)]
    suites = Element("testsuites")
    suite = SubElement(suites, "testsuite", _about(cases, run))
    SubElement(suite, "properties")
    suite.extend(cases)
    SubElement(suite, "system-out").text = concise(report)
    SubElement(suite, "system-err")
    indent(suites)
    document: bytes = tostring(suites, encoding="utf-8", xml_declaration=True)
    return document.decode() + "\n"


def _tests(report: CheckReport) -> Iterator[tuple[str, Code | None, list[Finding]]]:
    """Each file and code with its findings; a file in which nothing is found once, without a code."""
    by_file = sorted(report.findings, key=lambda one: (one.spot.file, one.code.code))
    found = {file: list(some) for file, some in groupby(by_file, key=lambda one: one.spot.file)}
    for file in dict.fromkeys((*report.files, *found)):
        if file not in found:
            yield file, None, []
        for _code, some in groupby(found.get(file, []), key=lambda one: one.code.code):
            findings = list(some)
            yield file, findings[0].code, findings


def _case(file: str, code: Code | None, found: list[Finding], report: CheckReport) -> Element:
    name = f"{code.code} {code.name}" if code else "no findings"
    # Jenkins takes what stands after a dot for the name of a class: the file goes without its suffix.
    group = visible(PurePath(file).with_suffix("").as_posix())
    case = Element("testcase", name=name, classname=group, time=_NO_TIME)
    failing = [one for one in found if report.fails(one)]
    if failing:
        first = message(failing[0]).sentence
        if len(failing) > 1:
            first += " " + _("(and {number} more)").format(number=len(failing) - 1)
        failure = SubElement(case, "failure", message=first, type=str(failing[0].code.severity))
        failure.text = "\n\n".join(block(one, report.lines) for one in failing)
    return case


def _about(cases: list[Element], run: Run) -> dict[str, str]:
    """What the schema wants to know of a suite; the machine's name is nobody's business."""
    return {
        "name": "vrplan check",
        "package": "vrplan",
        "id": "0",
        "timestamp": run.moment.strftime("%Y-%m-%dT%H:%M:%S"),
        "hostname": "localhost",
        "tests": str(len(cases)),
        "failures": str(sum(len(case) for case in cases)),
        "errors": "0",
        "time": _NO_TIME,
    }
