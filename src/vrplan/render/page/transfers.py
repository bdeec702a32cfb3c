"""`transfers` as a page: a table of the hand-overs, a list of what is only spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import english
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.reports.transfers import Transfer, TransfersReport


def transfers(report: TransfersReport) -> list[str]:
    """The hand-overs, one row each."""
    lines = header(report.view, "hand-overs on")
    if report.to is not None:
        lines += [f"To {markdown(english.party(report.view.plan, report.to, report.parts))}", ""]
    columns = ("What", "To", "Window", "State", "Confirmed", "Decision", "Words", "Also said")
    if report.transfers:
        lines += table(columns, (_transfer_row(one) for one in report.transfers))
    lines += [
        "",
        *(markdown(line) for line in english.hand_over_counts(report) or ["No hand-over is decided."]),
    ]
    if report.undecided:
        lines += [
            "",
            f"## {english.UNDECIDED}",
            "",
            *(f"- {markdown(english.mentioned(one))}" for one in report.undecided),
        ]
    return lines


def _transfer_row(one: Transfer) -> tuple[str, ...]:
    return (
        one.now.item.name,
        one.to or "nobody named",
        english.window(one.start, one.end),
        english.STATES[one.now.state],
        "yes" if one.now.confirmed else "no",
        english.authority(one.now.holds) if one.now.holds else "",
        english.words(one.now),
        "; ".join(english.beside(said) for said in one.now.beside),
    )
