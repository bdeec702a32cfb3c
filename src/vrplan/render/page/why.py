"""`why` as a page: an item, what is said of it, what happened, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.page.parts import header
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.reports.why import Testimony, WhyReport


def why(report: WhyReport) -> list[str]:
    """Everything that is said of an item, what holds first."""
    lines = header(report.view, wording.why_title(report))
    lines += [f"## {markdown(report.item.name)}", ""]
    lines += [f"- {label}: {markdown(told)}" for label, told in wording.place_in_plan(report)]
    lines += ["", *(markdown(line) for line in wording.state_now(report)), ""]
    for title, holds in ((_("It rests on"), True), (_("Also said, newest first"), False)):
        chosen = [one for one in report.statements if one.holds is holds]
        lines += [f"### {title}", ""] if chosen else []
        lines += [line for one in chosen for line in (*_testimony(one, report), "")]
    if report.events:
        lines += [
            f"### {_('What happened')}",
            "",
            *(f"- {markdown(wording.event(one))}" for one in report.events),
            "",
        ]
    return [
        *lines,
        f"### {_('What follows')}",
        "",
        *(f"- {markdown(line)}" for line in wording.follows(report)),
    ]


def _testimony(one: Testimony, report: WhyReport) -> list[str]:
    first, *rest = wording.testimony(one, report)
    return [f"> {markdown(first)}", "", *(f"- {markdown(line)}" for line in rest)]
