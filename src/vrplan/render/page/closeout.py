"""`closeout` as a page: the verdict, then a table for each reason."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import english
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.reports.closeout import CloseoutReport


def closeout(report: CloseoutReport) -> list[str]:
    """What keeps the doors open at the end of the day, the gravest first."""
    lines = [*header(report.view, "closing at the end of"), f"**{markdown(english.verdict(report))}**"]
    for reason, some in groupby(report.open, key=lambda one: one.reason):
        rows = [
            (
                one.now.item.name,
                one.now.item.id,
                english.left_open(one, report.view.clocks.date),
                english.rests_on(one),
                english.words(one.now),
            )
            for one in some
        ]
        lines += ["", f"## {english.REASONS[reason]}", ""]
        lines += table(("Item", "Id", "On the day after", "Decision", "Words"), rows)
    if report.unsettled:
        lines += ["", f"## {english.UNSETTLED}", ""]
        lines += [f"- {markdown(english.unsettled(one))}" for one in report.unsettled]
    return lines
