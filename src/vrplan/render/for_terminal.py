"""Reports for a person at a terminal of some width: columns that fit, states told by word and colour."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, assert_never

from rich.console import Console, RenderableType

from vrplan.render.terminal.agenda import agenda
from vrplan.render.terminal.closeout import closeout
from vrplan.render.terminal.decisions import decisions
from vrplan.render.terminal.diff import diff
from vrplan.render.terminal.status import status
from vrplan.render.terminal.timeline import timeline
from vrplan.render.terminal.transfers import transfers
from vrplan.render.terminal.why import why
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


def for_terminal(report: Report, width: int, colour: bool) -> str:
    """The report laid out for `width` columns; without `colour` it is the same text without escapes."""
    match report:
        case StatusReport():
            content = status(report, width)
        case TransfersReport():
            content = transfers(report)
        case WhyReport():
            content = why(report)
        case DecisionsReport():
            content = decisions(report)
        case DiffReport():
            content = diff(report)
        case CloseoutReport():
            content = closeout(report)
        case AgendaReport():
            content = agenda(report)
        case TimelineReport():
            content = timeline(report, width)
        case _:
            assert_never(report)
    return _printed(content, width, colour)


def _printed(content: RenderableType, width: int, colour: bool) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        height=25,  # without a height, Rich lays out for 80 columns where TERM is dumb
        color_system="standard" if colour else None,
        no_color=not colour,  # whether NO_COLOR counts is decided in vrplan.cli
        force_terminal=colour,
        highlight=False,
        legacy_windows=False,
    )
    console.print(content)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"
