"""Reports for a person at a terminal of some width: columns that fit, states told by word and colour."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, assert_never

from rich.console import Console, RenderableType

if TYPE_CHECKING:
    from vrplan.render import Report


def for_terminal(report: Report, width: int, colour: bool) -> str:
    """The report laid out for `width` columns; without `colour` it is the same text without escapes."""
    match report.kind:
        case "status":
            from vrplan.render.terminal.status import status

            content = status(report, width)
        case "transfers":
            from vrplan.render.terminal.transfers import transfers

            content = transfers(report)
        case "why":
            from vrplan.render.terminal.why import why

            content = why(report)
        case "decisions":
            from vrplan.render.terminal.decisions import decisions

            content = decisions(report)
        case "diff":
            from vrplan.render.terminal.diff import diff

            content = diff(report)
        case "closeout":
            from vrplan.render.terminal.closeout import closeout

            content = closeout(report)
        case "agenda":
            from vrplan.render.terminal.agenda import agenda

            content = agenda(report)
        case "timeline":
            from vrplan.render.terminal.timeline import timeline

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
