"""`closeout` as a page: the verdict, then a table for each reason."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.reports.closeout import CloseoutReport


def closeout(report: CloseoutReport) -> list[str]:
    """What keeps the doors open at the end of the day, the gravest first."""
    lines = [*header(report.view, wording.asked_of(report)), f"**{markdown(wording.verdict(report))}**"]
    for reason, some in groupby(report.open, key=lambda one: one.reason):
        rows = [
            (
                one.now.item.name,
                one.now.item.id,
                wording.left_open(one, report.view.clocks.date),
                wording.rests_on(one),
                wording.words(one.now),
            )
            for one in some
        ]
        lines += ["", f"## {wording.reason(reason)}", ""]
        columns = _("Item"), _("Id"), wording.told_on(report), _("Decision"), _("Words")
        lines += table(columns, rows)
    if report.unsettled:
        lines += ["", f"## {wording.unsettled_title()}", ""]
        lines += [f"- {markdown(wording.unsettled(one))}" for one in report.unsettled]
    if report.unspoken:
        lines += ["", *map(markdown, wording.unspoken(report.unspoken))]
    return lines
