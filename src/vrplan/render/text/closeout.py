"""`closeout` as plain lines: the verdict, then one line for each open item, by reason."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.safe import visible
from vrplan.render.text.columns import columns

if TYPE_CHECKING:
    from vrplan.reports.closeout import CloseoutReport


def closeout(report: CloseoutReport) -> list[str]:
    """What keeps the doors open at the end of the day, the gravest first."""
    lines = [*wording.header(report.view, wording.asked_of(report)), "", wording.verdict(report)]
    rows = [
        (
            wording.left_open(one, report.view.clocks.date),
            one.now.item.id,
            visible(one.now.item.name),
            wording.rests_on(one),
            wording.words(one.now),
        )
        for one in report.open
    ]
    told = iter(columns(rows))
    for reason, some in groupby(report.open, key=lambda one: one.reason):
        lines += ["", f"{wording.reason(reason)}:", *(f"    {next(told)}" for _ in some)]
    if report.unsettled:
        lines += [
            "",
            wording.unsettled_title(),
            *(f"    {wording.unsettled(one)}" for one in report.unsettled),
        ]
    if report.unspoken:
        lines += ["", *wording.unspoken(report.unspoken)]
    return lines
