"""Reports as Markdown: tables that can be pasted into a meeting paper or a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.render.page.agenda import agenda
from vrplan.render.page.closeout import closeout
from vrplan.render.page.decisions import decisions
from vrplan.render.page.diff import diff
from vrplan.render.page.status import status
from vrplan.render.page.timeline import timeline
from vrplan.render.page.transfers import transfers
from vrplan.render.page.why import why
from vrplan.reports.agenda import AgendaReport
from vrplan.reports.closeout import CloseoutReport
from vrplan.reports.decisions import DecisionsReport
from vrplan.reports.diff import DiffReport
from vrplan.reports.status import StatusReport
from vrplan.reports.timeline import TimelineReport
from vrplan.reports.transfers import TransfersReport
from vrplan.reports.why import WhyReport

if TYPE_CHECKING:
    from vrplan.render import Report


def as_markdown(report: Report) -> str:
    """The report as a page with a heading and tables."""
    match report:
        case StatusReport():
            lines = status(report)
        case TransfersReport():
            lines = transfers(report)
        case WhyReport():
            lines = why(report)
        case DecisionsReport():
            lines = decisions(report)
        case DiffReport():
            lines = diff(report)
        case CloseoutReport():
            lines = closeout(report)
        case AgendaReport():
            lines = agenda(report)
        case TimelineReport():
            lines = timeline(report)
        case _:
            assert_never(report)
    return "\n".join(lines).rstrip() + "\n"
