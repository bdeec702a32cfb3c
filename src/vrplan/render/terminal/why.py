"""`why` at a terminal: an item, what is said of it, what happened, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.terminal.layout import header

if TYPE_CHECKING:
    from vrplan.reports.why import Testimony, WhyReport


def why(report: WhyReport) -> RenderableType:
    """Everything that is said of an item, what holds first."""
    item = report.item
    facts = Table.grid(padding=(0, 2))
    for label, told in wording.place_in_plan(report):
        facts.add_row(Text(label, no_wrap=True), Text(told))
    parts: list[RenderableType] = [
        header(report.view, wording.why_title(report)),
        "",
        Text.assemble((visible(item.name), "bold"), (f"  {item.id}", "cyan")),
        Padding(facts, (0, 0, 0, 2)),
        *(Padding(Text(line, "bold"), (0, 0, 0, 2)) for line in wording.state_now(report)),
    ]
    for title, holds in ((_("It rests on"), True), (_("Also said, newest first"), False)):
        chosen = [one for one in report.statements if one.holds is holds]
        if chosen:
            parts += ["", Text(title, "bold underline"), *(_testimony(one, report) for one in chosen)]
    if report.events:
        parts += [
            "",
            Text(_("What happened"), "bold underline"),
            *(Text("  " + wording.event(e)) for e in report.events),
        ]
    parts += [
        "",
        Text(_("What follows"), "bold underline"),
        *(Text("  " + line) for line in wording.follows(report)),
    ]
    return Group(*parts)


def _testimony(one: Testimony, report: WhyReport) -> RenderableType:
    first, *rest = wording.testimony(one, report)
    lines = Group(*(Text(line) for line in rest))
    return Padding(
        Group(Text(first, "bold" if one.holds else ""), Padding(lines, (0, 0, 0, 2))), (0, 0, 0, 2)
    )
