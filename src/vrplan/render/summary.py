"""The findings of a check as a job summary: Markdown for people who look at a run of their CI service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Severity
from vrplan.render.findings import count, message, quotations
from vrplan.render.language import N_, _, telling_in
from vrplan.render.safe import unlinked
from vrplan.render.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.findings import Finding
    from vrplan.render.run import Run
    from vrplan.reports.check import CheckReport

_TITLES = {Severity.ERROR: N_("Errors"), Severity.WARNING: N_("Warnings"), Severity.INFO: N_("Infos")}


def summary(report: CheckReport, run: Run, room: int) -> str:
    """The findings as tables, by weight, then those that are accepted; cut so that it has at most `room` bytes."""
    with telling_in(run.language):
        return _summary(report, run, room)


def _summary(report: CheckReport, run: Run, room: int) -> str:
    left = room - _size(_cut(len(report.findings)))
    page: list[str] = []
    told = 0
    for part, findings in _parts(report, run):
        left -= _size(part)
        if left < 0:
            return "".join([*page, _cut(len(report.findings) - told)]) if page else ""
        page.append(part)
        told += findings
    return "".join(page)


def _cut(number: int) -> str:
    told = _("The summary is cut here: it may not be longer. {number} more stand in the log.")
    return f"\n{told.format(number=number)}\n"


def _parts(report: CheckReport, run: Run) -> Iterator[tuple[str, int]]:
    """The pieces of the page, each with the number of findings that it tells."""
    title = unlinked(report.title) if report.title else _("The plan cannot be read")
    yield f"## {title}: {count(report)}\n", 0
    for line in quotations(report):
        yield f"\n{line[:1].upper()}{line[1:]}.\n", 0
    for severity in Severity:
        some = [one for one in report.counted if one.code.severity is severity]
        yield from _table(_(_TITLES[severity]), _("What to do"), some, run)
    yield from _table(_("Looked at and accepted"), _("Why"), report.accepted, run)


def _table(title: str, last: str, findings: Sequence[Finding], run: Run) -> Iterator[tuple[str, int]]:
    if findings:
        columns = " | ".join((_("Where"), _("Code"), _("What"), last))
        yield f"\n### {title}\n\n| {columns} |\n| --- | --- | --- | --- |\n", 0
    for one in findings:
        told = message(one)
        where = run.path(one.place.file if one.place else one.spot.file)
        cells = (
            f"{where}:{one.place.line}" if one.place else where,
            f"{one.code.code} {title_of(one.code)}",
            told.sentence,
            one.accepted or told.help,
        )
        yield f"| {' | '.join(unlinked(cell) for cell in cells)} |\n", 1


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
