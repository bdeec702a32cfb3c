"""`status` as plain lines: one line an item, under its area and focus area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.text.columns import Cells, columns, headings

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate
    from vrplan.reports.status import StatusReport


def status(report: StatusReport) -> list[str]:
    """The states by area and focus area, after the three lines for a chief executive."""
    lines = [*wording.header(report.view, _("status on")), ""]
    lines += [f"{label}: {told}" for label, told in wording.opening(report)]
    rows = [_status_cells(one, report) for one in report.listed]
    for line, above in zip(columns(rows), headings(one.item for one in report.listed), strict=True):
        lines += above
        lines.append("    " + line)
    lines += ["", *wording.count_lines(report)]
    return lines


def _status_cells(one: ItemOnDate, report: StatusReport) -> Cells:
    return (
        wording.state_name(one.state),
        one.item.id,
        wording.when(one, report.view.clocks.date),
        visible(one.item.name) + wording.changed(one, report),
        wording.words(one),
    )
