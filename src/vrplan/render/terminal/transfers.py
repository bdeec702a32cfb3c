"""`transfers` at a terminal: who has confirmed what, then receiver by receiver the hand-overs on the same terms."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vrplan.as_of.stages import Stage
from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.terminal.layout import header

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.transfers import TransfersReport

_STYLES = {
    Stage.ACCEPTED: "green",
    Stage.REPORTED: "cyan",
    Stage.BY_WORDS: "yellow",
    Stage.BY_DATE: "bold yellow",
    Stage.UNDER_WAY: "cyan",
    Stage.TO_COME: "",
    Stage.POSTPONED: "yellow",
    Stage.LATE: "bold red",
    Stage.LEFT_BEHIND: "bold red",
    Stage.RETURNED: "magenta",
    Stage.UNREAD: "magenta",
    Stage.SET_ASIDE: "magenta",
    Stage.SPOKEN_OF: "magenta",
    Stage.OVER: "dim",
}


def transfers(report: TransfersReport) -> RenderableType:
    """The counts, who has confirmed how many, and the hand-overs by receiver and terms."""
    parts: list[RenderableType] = [header(report.view, _("hand-overs on"))]
    if report.to is not None:
        parts += ["", Text(wording.asked_for(report), "bold")]
    if report.receivers:
        parts += ["", Text(wording.stage_counts(report)), *_receivers(report)]
    ordered = [one.to for one in report.receivers]
    told_above = report.to is not None and {one.to for one in report.transfers} == {report.to}
    by_receiver = sorted(report.transfers, key=lambda one: ordered.index(one.to))
    for to, some in groupby(by_receiver, key=lambda one: one.to):
        if not told_above:
            parts += ["", Text(wording.to_whom(report.view.plan, to), "bold underline")]
        for _terms_alike, alike in groupby(some, key=lambda one: _terms(one, report)):
            parts += ["", *_together(list(alike), report)]
    parts += ["", Text(wording.hand_over_count(report))]
    for heading, mentioned in wording.not_holding(report):
        parts += ["", Text(heading, "bold underline")]
        parts += [Padding(Text(one), (0, 0, 0, 2)) for one in mentioned]
    return Group(*parts)


def _receivers(report: TransfersReport) -> Iterable[RenderableType]:
    table = Table.grid(padding=(0, 2))
    table.add_column(width=0)
    for name, told in wording.receivers(report):
        table.add_row("", Text(name, "bold"), Text(told))
    return [table] if table.rows else []


def _terms(one: Transfer, report: TransfersReport) -> tuple[object, ...]:
    """What hand-overs that are told together have in common."""
    return (one.stage, wording.terms(one, report), one.now.beside)


def _together(alike: list[Transfer], report: TransfersReport) -> Iterable[RenderableType]:
    """The names of hand-overs on the same terms, then the terms once."""
    for one in alike:
        yield Text.assemble(visible(one.now.item.name), (f"  {one.now.item.id}", "cyan"))
    first = alike[0]
    told, *rest = wording.terms(first, report)
    yield Padding(
        Text.assemble((wording.stage_name(first.stage), _STYLES[first.stage]), ": ", told), (0, 0, 0, 2)
    )
    yield from (Padding(Text(line), (0, 0, 0, 2)) for line in rest)
    for said in first.now.beside:
        yield Padding(Text(wording.also_said(said), "yellow"), (0, 0, 0, 2))
