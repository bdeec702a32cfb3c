"""`closeout` at a terminal: the verdict in colour, then the open items by reason."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from vrplan.render import wording
from vrplan.render.safe import visible
from vrplan.render.terminal.layout import STYLES, header

if TYPE_CHECKING:
    from vrplan.reports.closeout import CloseoutReport


def closeout(report: CloseoutReport) -> RenderableType:
    """What keeps the doors open at the end of the day, the gravest first."""
    verdict = Text(wording.verdict(report), "bold green" if report.ready else "bold red")
    parts: list[RenderableType] = [header(report.view, wording.asked_of(report)), "", verdict]
    for reason, some in groupby(report.open, key=lambda one: one.reason):
        parts += ["", Text(wording.reason(reason), "bold underline")]
        for one in some:
            name = Text.assemble(visible(one.now.item.name), (f"  {one.now.item.id}", "cyan"))
            told = Text(wording.left_open(one, report.view.clocks.date), STYLES[one.now.state])
            words = Text(" – ".join(part for part in (wording.words(one.now), wording.rests_on(one)) if part))
            parts += [Padding(name, (0, 0, 0, 2)), Padding(told, (0, 0, 0, 4)), Padding(words, (0, 0, 0, 4))]
    if report.unsettled:
        parts += ["", Text(wording.unsettled_title(), "bold underline")]
        parts += [Padding(Text(wording.unsettled(one)), (0, 0, 0, 2)) for one in report.unsettled]
    if report.unspoken:
        parts += ["", *(Text(line) for line in wording.unspoken(report.unspoken))]
    return Group(*parts)
