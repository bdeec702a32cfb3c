"""`diff` as plain lines: one line an item that differs, under its area and focus area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.safe import visible
from vrplan.render.text.columns import Cells, columns, headings

if TYPE_CHECKING:
    from vrplan.reports.changes import Change
    from vrplan.reports.diff import DiffReport


def diff(report: DiffReport) -> list[str]:
    """The changes, after what is compared and how much differs."""
    lines = [*wording.header(report.after, wording.diff_title(report)), ""]
    compared = [f"{label}: {told}" for label, told in wording.compared_columns(report)]
    lines += [*compared, ""] if compared else []
    lines.append(wording.diff_counts(report))
    if report.plan_changes:
        lines += [
            "",
            wording.besides_title(),
            *(f"    {wording.besides(one)}" for one in report.plan_changes),
        ]
    rows = [_cells(one, report) for one in report.changes]
    above = headings(one.item for one in report.changes)
    for line, heading in zip(columns(rows), above, strict=True):
        lines += [*heading, "    " + line]
    notes = wording.notes_changed(report)
    return [*lines, *(["", *notes] if notes else [])]


def _cells(one: Change, report: DiffReport) -> Cells:
    told = "; ".join((*wording.told(one, report), *wording.quotes(one, report)))
    return (one.item.id, visible(one.item.name), told)
