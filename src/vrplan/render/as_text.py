"""Reports as plain text for pipes and files: one line an item, never wrapped and never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.render.text.agenda import agenda
from vrplan.render.text.closeout import closeout
from vrplan.render.text.decisions import decisions
from vrplan.render.text.diff import diff
from vrplan.render.text.status import status
from vrplan.render.text.timeline import timeline
from vrplan.render.text.transfers import transfers
from vrplan.render.text.why import why
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


def as_text(report: Report) -> str:
    """The report as plain lines."""
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
