"""Reports as plain text for pipes and files: one line an item, never wrapped and never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from vrplan.render import Report


def as_text(report: Report) -> str:
    """The report as plain lines."""
    match report.kind:
        case "status":
            from vrplan.render.text.status import status

            lines = status(report)
        case "transfers":
            from vrplan.render.text.transfers import transfers

            lines = transfers(report)
        case "why":
            from vrplan.render.text.why import why

            lines = why(report)
        case "decisions":
            from vrplan.render.text.decisions import decisions

            lines = decisions(report)
        case "diff":
            from vrplan.render.text.diff import diff

            lines = diff(report)
        case "closeout":
            from vrplan.render.text.closeout import closeout

            lines = closeout(report)
        case "agenda":
            from vrplan.render.text.agenda import agenda

            lines = agenda(report)
        case "timeline":
            from vrplan.render.text.timeline import timeline

            lines = timeline(report)
        case _:
            assert_never(report)
    return "\n".join(lines).rstrip() + "\n"
