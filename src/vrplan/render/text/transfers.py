"""`transfers` as plain lines: one line a hand-over, with what else is said of it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.text.columns import Cells, columns

if TYPE_CHECKING:
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.transfers import TransfersReport


def transfers(report: TransfersReport) -> list[str]:
    """The hand-overs, one line each, after who has confirmed how many."""
    plan = report.view.plan
    lines = [*wording.header(report.view, _("hand-overs on")), ""]
    if report.to is not None:
        lines += [wording.asked_for(report), ""]
    if report.receivers:
        who = columns(wording.receivers(report))
        lines += [wording.stage_counts(report), *(f"    {line}" for line in who), ""]
    rows = [_cells(one, report) for one in report.transfers]
    for one, line in zip(report.transfers, columns(rows), strict=True):
        lines.append(line)
        lines += [f"    {told}"] if (told := wording.interruption(one, plan)) else []
        lines += [f"    {wording.before(earlier, plan)}" for earlier in reversed(one.earlier)]
        lines += [f"    {wording.also_said(said)}" for said in one.now.beside]
    lines += [*([""] if rows else []), wording.hand_over_count(report)]
    for heading, some in wording.not_holding(report):
        lines += ["", heading, *(f"    {one}" for one in some)]
    return lines


def _cells(one: Transfer, report: TransfersReport) -> Cells:
    return (
        wording.stage_name(one.stage),
        one.now.item.id,
        wording.from_whom(one),
        wording.time_of(one, report.view.clocks.date),
        *wording.sides(one, report.view.plan),
        wording.authority(one.now.holds) if one.now.holds else "",
        visible(one.now.item.name),
        wording.words(one.now),
    )
