"""`transfers` as a page: who has confirmed what, a table of the hand-overs, a list of what is only spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _, pgettext
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.transfers import TransfersReport


def transfers(report: TransfersReport) -> list[str]:
    """The hand-overs, one row each."""
    lines = header(report.view, _("hand-overs on"))
    if report.to is not None:
        lines += [markdown(wording.asked_for(report)), ""]
    if report.receivers:
        lines += [markdown(wording.stage_counts(report)), ""]
        lines += [f"- {markdown(to)}: {markdown(told)}" for to, told in wording.receivers(report)]
    lines += (
        ["", *table(_columns(), (_row(one, report) for one in report.transfers))] if report.transfers else []
    )
    lines += ["", markdown(wording.hand_over_count(report))]
    for heading, some in wording.not_holding(report):
        lines += ["", f"## {heading}", "", *(f"- {markdown(one)}" for one in some)]
    return lines


def _columns() -> tuple[str, ...]:
    return (
        _("What"),
        pgettext("column", "From"),
        pgettext("column", "To"),
        _("Window"),
        _("Stage"),
        pgettext("column", "Handed over"),
        pgettext("column", "Confirmed"),
        _("Decision"),
        _("Words"),
        _("Also said"),
    )


def _row(one: Transfer, report: TransfersReport) -> tuple[str, ...]:
    plan = report.view.plan
    said = [told] if (told := wording.interruption(one, plan)) else []
    said += [wording.before(earlier, plan) for earlier in reversed(one.earlier)]
    return (
        one.now.item.name,
        one.giver,
        wording.receiver_name(one.to),
        wording.time_of(one, report.view.clocks.date),
        wording.stage_name(one.stage),
        wording.handed_over(one, plan),
        wording.confirmed(one, plan),
        wording.authority(one.now.holds) if one.now.holds else "",
        wording.words(one.now),
        "; ".join([*said, *(wording.beside(other) for other in one.now.beside)]),
    )
