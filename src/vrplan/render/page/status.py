"""`status` as a page: a table for each focus area."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate
    from vrplan.reports.status import StatusReport


def status(report: StatusReport) -> list[str]:
    """The three answers for a chief executive, then the states."""
    lines = header(report.view, _("status on"))
    lines += [f"- **{markdown(label)}:** {markdown(told)}" for label, told in wording.opening(report)]
    for area, in_area in groupby(report.listed, key=lambda one: wording.section(one.item)[0]):
        lines += ["", f"## {markdown(area)}"]
        for focus_area, some in groupby(in_area, key=lambda one: wording.section(one.item)[1]):
            lines += ["", *([f"### {markdown(focus_area)}", ""] if focus_area else [])]
            lines += table(_columns(), (_row(one, report) for one in some))
    return [*lines, "", *(f"{markdown(line)}  " for line in wording.count_lines(report))]


def _columns() -> tuple[str, ...]:
    return _("State"), _("Item"), _("Id"), _("When"), _("Words"), _("Decision")


def _row(one: ItemOnDate, report: StatusReport) -> tuple[str, ...]:
    return (
        wording.state_name(one.state),
        one.item.name + wording.changed(one, report),
        one.item.id,
        wording.when(one, report.view.clocks.date),
        wording.words(one),
        wording.authority(one.holds) if one.holds else "",
    )
