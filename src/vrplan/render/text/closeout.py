"""`closeout` as plain lines: the verdict, then one line for each open item, by reason."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import english
from vrplan.render.safe import visible
from vrplan.render.text.columns import columns

if TYPE_CHECKING:
    from vrplan.reports.closeout import CloseoutReport


def closeout(report: CloseoutReport) -> list[str]:
    """What keeps the doors open at the end of the day, the gravest first."""
    lines = [*english.header(report.view, "closing at the end of"), "", english.verdict(report)]
    rows = [
        (
            english.left_open(one, report.view.clocks.date),
            one.now.item.id,
            visible(one.now.item.name),
            english.rests_on(one),
            english.words(one.now),
        )
        for one in report.open
    ]
    told = iter(columns(rows))
    for reason, some in groupby(report.open, key=lambda one: one.reason):
        lines += ["", f"{english.REASONS[reason]}:", *(f"    {next(told)}" for _ in some)]
    if report.unsettled:
        lines += ["", english.UNSETTLED, *(f"    {english.unsettled(one)}" for one in report.unsettled)]
    return lines
