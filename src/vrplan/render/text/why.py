"""`why` as plain lines: an item, what is said of it, what happened, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from vrplan.reports.why import Testimony, WhyReport


def why(report: WhyReport) -> list[str]:
    """Text, reading, column, decision, body and date of everything that is said of an item."""
    item, view = report.item, report.view
    lines = [*wording.header(view, wording.why_title(report)), "", f"{item.id}: {visible(item.name)}"]
    lines += [f"  {label}: {told}" for label, told in wording.place_in_plan(report)]
    lines += [f"  {line}" for line in wording.state_now(report)]
    for title, holds in ((_("It rests on"), True), (_("Also said, newest first"), False)):
        chosen = [one for one in report.statements if one.holds is holds]
        if chosen:
            lines += ["", title]
            for one in chosen:
                lines += _testimony(one, report)
    if report.events:
        lines += ["", _("What happened"), *(f"  {wording.event(one)}" for one in report.events)]
    lines += ["", _("What follows"), *(f"  {one}" for one in wording.follows(report))]
    return lines


def _testimony(one: Testimony, report: WhyReport) -> list[str]:
    (first, *rest) = wording.testimony(one, report)
    return [f"  {first}", *(f"    {line}" for line in rest)]
