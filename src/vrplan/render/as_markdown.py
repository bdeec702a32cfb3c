"""Reports as Markdown: tables that can be pasted into a meeting paper or a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from vrplan.render import Report


def as_markdown(report: Report) -> str:
    """The report as a page with a heading and tables."""
    match report.kind:
        case "status":
            from vrplan.render.page.status import status

            lines = status(report)
        case "transfers":
            from vrplan.render.page.transfers import transfers

            lines = transfers(report)
        case "why":
            from vrplan.render.page.why import why

            lines = why(report)
        case "decisions":
            from vrplan.render.page.decisions import decisions

            lines = decisions(report)
        case "diff":
            from vrplan.render.page.diff import diff

            lines = diff(report)
        case "closeout":
            from vrplan.render.page.closeout import closeout

            lines = closeout(report)
        case "agenda":
            from vrplan.render.page.agenda import agenda

            lines = agenda(report)
        case "timeline":
            from vrplan.render.page.timeline import timeline

            lines = timeline(report)
        case _:
            assert_never(report)
    return "\n".join(lines).rstrip() + "\n"
