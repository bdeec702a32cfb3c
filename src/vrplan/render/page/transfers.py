"""`transfers` as a page: who has confirmed what, a table of the hand-overs, a list of what is only spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import english
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.transfers import TransfersReport

_COLUMNS = (
    "What",
    "From",
    "To",
    "Window",
    "Stage",
    "Handed over",
    "Confirmed",
    "Decision",
    "Words",
    "Also said",
)


def transfers(report: TransfersReport) -> list[str]:
    """The hand-overs, one row each."""
    lines = header(report.view, "hand-overs on")
    if report.to is not None:
        lines += [f"To {markdown(english.party(report.view.plan, report.to, report.parts))}", ""]
    if report.receivers:
        lines += [markdown(english.stage_counts(report)), ""]
        lines += [f"- {markdown(to)}: {markdown(told)}" for to, told in english.receivers(report)]
    lines += (
        ["", *table(_COLUMNS, (_row(one, report) for one in report.transfers))] if report.transfers else []
    )
    lines += ["", markdown(english.hand_over_count(report))]
    for heading, some in english.not_holding(report):
        lines += ["", f"## {heading}", "", *(f"- {markdown(one)}" for one in some)]
    return lines


def _row(one: Transfer, report: TransfersReport) -> tuple[str, ...]:
    plan = report.view.plan
    said = [told] if (told := english.interruption(one, plan)) else []
    said += [english.before(earlier, plan) for earlier in reversed(one.earlier)]
    return (
        one.now.item.name,
        one.giver,
        one.to or "nobody named",
        english.time_of(one, report.view.clocks.date),
        english.STAGES[one.stage],
        english.handed_over(one, plan),
        english.confirmed(one, plan),
        english.authority(one.now.holds) if one.now.holds else "",
        english.words(one.now),
        "; ".join([*said, *(english.beside(other) for other in one.now.beside)]),
    )
