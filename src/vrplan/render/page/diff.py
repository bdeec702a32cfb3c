"""`diff` as a page, for a comment on a pull request or the cover note of a meeting paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.reports.changes import Change
    from vrplan.reports.diff import DiffReport


def diff(report: DiffReport) -> list[str]:
    """The changes, a table for each area, after what is compared and how much differs."""
    lines = header(report.after, wording.diff_title(report))
    lines += [f"- {label}: {markdown(told)}" for label, told in wording.compared_columns(report)]
    lines += [*([""] if report.compared == "columns" else []), f"**{markdown(wording.diff_counts(report))}**"]
    if report.plan_changes:
        lines += ["", f"## {wording.besides_title()}", ""]
        lines += [f"- {markdown(wording.besides(one))}" for one in report.plan_changes]
    for area, some in groupby(report.changes, key=lambda one: wording.section(one.item)[0]):
        lines += [
            "",
            f"## {markdown(area)}",
            "",
            *table(_columns(report), (_row(one, report) for one in some)),
        ]
    for told in wording.notes_changed(report):
        lines += ["", markdown(told)]
    return lines


def _columns(report: DiffReport) -> tuple[str, ...]:
    if report.compared == "dates":
        return (_("Item"), _("Id"), _("Change"), _("Words"))
    return (_("Item"), _("Id"), _("Change"), *(markdown(name) for name in wording.side_names(report)))


def _row(one: Change, report: DiffReport) -> tuple[str, ...]:
    change = "; ".join(wording.told(one, report))
    if report.compared == "dates":
        return (one.item.name, one.item.id, change, "; ".join(wording.quotes(one, report)))
    spoken = wording.spoken_words if report.compared == "columns" else wording.spoken_where
    before, after = (spoken(side) if side else "" for side in (one.before, one.after))
    if one.what == "changed" and wording.have_one_text(one):
        after = _("unchanged")
    return (one.item.name, one.item.id, change, before, after)
