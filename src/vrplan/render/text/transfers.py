"""`transfers` as plain lines: one line a hand-over, with what else is said of it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import english
from vrplan.render.safe import visible
from vrplan.render.text.columns import Cells, columns

if TYPE_CHECKING:
    from vrplan.reports.transfers import Transfer, TransfersReport


def transfers(report: TransfersReport) -> list[str]:
    """The hand-overs, one line each, with what else is said of them below."""
    lines = [*english.header(report.view, "hand-overs on"), ""]
    if report.to is not None:
        lines += [f"To {english.party(report.view.plan, report.to, report.parts)}", ""]
    rows = [_transfer_cells(one) for one in report.transfers]
    for one, line in zip(report.transfers, columns(rows), strict=True):
        lines.append(line)
        lines += [f"    also said: {english.beside(said)}" for said in one.now.beside]
    lines += ["" if rows else "No hand-over is decided.", *english.hand_over_counts(report)]
    if report.undecided:
        lines += ["", english.UNDECIDED, *(f"    {english.mentioned(one)}" for one in report.undecided)]
    return lines


def _transfer_cells(one: Transfer) -> Cells:
    return (
        english.STATES[one.now.state],
        one.now.item.id,
        f"to {visible(one.to)}" if one.to else "to nobody named",
        english.window(one.start, one.end),
        "confirmed" if one.now.confirmed else "not confirmed",
        english.authority(one.now.holds) if one.now.holds else "",
        visible(one.now.item.name),
        english.words(one.now),
    )
