"""Findings as workflow commands of GitHub, which shows them as annotations at their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Severity
from vrplan.render.findings import (
    accepted_lines,
    count,
    findings_of,
    first_line,
    help_line,
    message,
    quotations,
)
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.titles import title_of

if TYPE_CHECKING:
    from vrplan.findings import Finding, Place
    from vrplan.render.run import Run
    from vrplan.reports.check import CheckReport

MOST = 10
"""So many annotations of each kind GitHub takes from one step."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(report: CheckReport, run: Run) -> str:
    """The findings as annotations, errors first; as plain lines what GitHub would not show, and what is accepted."""
    commands: list[str] = []
    left: list[str] = []
    cut: list[str] = []
    for severity in Severity:
        findings = [one for one in report.counted if one.code.severity is severity]
        commands += [_command(one, run) for one in findings[:MOST]]
        left += [first_line(one) for one in findings[MOST:]]
        cut += [_told_of(severity, len(findings))] if len(findings) > MOST else []
    lines = [*commands, *left, *accepted_lines(report)]
    if not run.quiet:
        lines += [*quotations(report), *([_limit(cut, run)] if cut else []), count(report)]
    return "".join(f"{line}\n" for line in lines)


def _command(one: Finding, run: Run) -> str:
    told = message(one)
    file = one.place.file if one.place else one.spot.file
    properties = {"file": run.path(file)} | (_stretch(one.place) if one.place else {})
    properties["title"] = f"{one.code.code} {title_of(one.code)}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    data = f"{told.sentence}\n{help_line(told)}" if told.help else told.sentence
    return f"::{_COMMANDS[one.code.severity]} {listed}::{_data(data)}"


def _stretch(place: Place) -> dict[str, str]:
    """The lines of an annotation; and its columns if it stands on one line, since GitHub refuses them otherwise."""
    last = place.end_line
    if place.end_column == 1 and last > place.line:
        last -= 1  # a text of several lines ends before the first letter of the next line
    if place.line != place.end_line:
        return {"line": str(place.line), "endLine": str(last)}
    return {
        "line": str(place.line),
        "col": str(place.column),
        "endLine": str(last),
        "endColumn": str(place.end_column),
    }


def _told_of(severity: Severity, number: int) -> str:
    return _("{most} of {findings}").format(most=MOST, findings=findings_of(severity, number))


def _limit(cut: list[str], run: Run) -> str:
    if run.summarised:
        told = _(
            "GitHub shows {most} annotations of a kind: {cut}. "
            "The others stand above; the job summary has all of them."
        )
    else:
        told = _("GitHub shows {most} annotations of a kind: {cut}. The others stand above.")
    return told.format(most=MOST, cut=", ".join(cut))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
