"""The findings of a check as a job summary: Markdown for people who look at a run of their CI service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Severity
from vrplan.render.findings import count, message, quotations
from vrplan.render.safe import unlinked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.findings import Finding
    from vrplan.render.run import Run
    from vrplan.reports.check import CheckReport

_TITLES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Infos"}
_CUT = "\nThe summary is cut here: it may not be longer. {number} more stand in the log.\n"


def summary(report: CheckReport, run: Run, room: int) -> str:
    """The findings as tables, by weight, then those that are accepted; cut so that it has at most `room` bytes."""
    left = room - _size(_CUT.format(number=len(report.findings)))
    page: list[str] = []
    told = 0
    for part, findings in _parts(report, run):
        left -= _size(part)
        if left < 0:
            cut = _CUT.format(number=len(report.findings) - told)
            return "".join([*page, cut]) if page else ""
        page.append(part)
        told += findings
    return "".join(page)


def _parts(report: CheckReport, run: Run) -> Iterator[tuple[str, int]]:
    """The pieces of the page, each with the number of findings that it tells."""
    title = unlinked(report.title) if report.title else "The plan cannot be read"
    yield f"## {title}: {count(report)}\n", 0
    for line in quotations(report):
        yield f"\n{line[:1].upper()}{line[1:]}.\n", 0
    for severity in Severity:
        some = [one for one in report.counted if one.code.severity is severity]
        yield from _table(_TITLES[severity], "What to do", some, run)
    yield from _table("Looked at and accepted", "Why", report.accepted, run)


def _table(title: str, last: str, findings: Sequence[Finding], run: Run) -> Iterator[tuple[str, int]]:
    if findings:
        yield f"\n### {title}\n\n| Where | Code | What | {last} |\n| --- | --- | --- | --- |\n", 0
    for one in findings:
        told = message(one)
        where = run.path(one.place.file if one.place else one.spot.file)
        cells = (
            f"{where}:{one.place.line}" if one.place else where,
            f"{one.code.code} {one.code.name}",
            told.sentence,
            one.accepted or told.help,
        )
        yield f"| {' | '.join(unlinked(cell) for cell in cells)} |\n", 1


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
