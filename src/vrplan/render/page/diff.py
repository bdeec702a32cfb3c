"""`diff` as a page, for a comment on a pull request or the cover note of a meeting paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import english
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.reports.changes import Change
    from vrplan.reports.diff import DiffReport


def diff(report: DiffReport) -> list[str]:
    """The changes, a table for each area, after what is compared and how much differs."""
    lines = header(report.after, english.diff_title(report))
    lines += [f"- {label}: {markdown(told)}" for label, told in english.compared_columns(report)]
    lines += [*([""] if report.compared == "columns" else []), f"**{markdown(english.diff_counts(report))}**"]
    if report.plan_changes:
        lines += ["", f"## {english.BESIDES}", ""]
        lines += [f"- {markdown(english.besides(one))}" for one in report.plan_changes]
    for area, some in groupby(report.changes, key=lambda one: english.section(one.item)[0]):
        lines += [
            "",
            f"## {markdown(area)}",
            "",
            *table(_columns(report), (_row(one, report) for one in some)),
        ]
    for told in english.notes_changed(report):
        lines += ["", markdown(told)]
    return lines


def _columns(report: DiffReport) -> tuple[str, ...]:
    if report.compared == "dates":
        return ("Item", "Id", "Change", "Words")
    return ("Item", "Id", "Change", *(markdown(name) for name in english.side_names(report)))


def _row(one: Change, report: DiffReport) -> tuple[str, ...]:
    change = "; ".join(english.told(one, report))
    if report.compared == "dates":
        return (one.item.name, one.item.id, change, "; ".join(english.quotes(one, report)))
    spoken = english.spoken_words if report.compared == "columns" else english.spoken_where
    before, after = (spoken(side) if side else "" for side in (one.before, one.after))
    if one.what == "changed" and english.have_one_text(one):
        after = "unchanged"
    return (one.item.name, one.item.id, change, before, after)
