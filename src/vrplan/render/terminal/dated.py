"""The dated list below a chart: day by day, what happens and to which items."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from vrplan.render.terminal.layout import STYLES
from vrplan.render.wording import timeline as told
from vrplan.reports.dated import DatedWhat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.reports.dated import Dated
    from vrplan.reports.timeline import TimelineReport

_MOST_IDS = 12
_FOLDED = 12
"""What happens is never folded to fewer columns than this."""
_BESIDE = 45
"""So many columns are for the day and the names before what happens gets more."""
_NO_STYLE = frozenset({DatedWhat.LAST_DAY, DatedWhat.WINDOW_CLOSES})


def dated(report: TimelineReport, screen: int) -> list[RenderableType]:
    """What has happened before the day asked about, what is to come from it on, and what has no date.

    `screen` is the width to lay it out for: on a narrow one, what happens is folded for the sake of the names.
    """
    if not report.entries:
        return [Text(told.nothing_dated(report))]
    groups = [list(some) for _, some in groupby(report.entries, key=lambda one: _alike(one, report))]
    longest = max(len(told.what_happens(some[0])) for some in groups)
    width = min(longest, max(_FOLDED, screen - _BESIDE))
    parts: list[RenderableType] = []
    for heading, some in groupby(groups, key=lambda one: told.side(one[0], report)):
        parts += [
            *([""] if parts else []),
            Text(heading, "bold underline"),
            _table(list(some), width, report),
        ]
    return parts


def _alike(entry: Dated, report: TimelineReport) -> tuple[str, ...]:
    """What entries share that are told in one line: the turns of a day that say the same, and nothing else."""
    own = "" if entry.turn is not None and entry.event is None else entry.spot.path[-1]
    plan = report.view.plan
    return told.on_day(entry), told.what_happens(entry), told.terms(entry, plan), str(own)


def _table(groups: list[list[Dated]], width: int, report: TimelineReport) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=len("31.12.2018"), justify="right", no_wrap=True)
    table.add_column(width=width, overflow="fold")
    table.add_column(overflow="fold")
    above = ""
    for some in groups:
        day = told.on_day(some[0])
        what = Text(told.what_happens(some[0]), _style(some[0]))
        table.add_row("" if day == above else day, what, Group(*_about(some, report)))
        above = day
    return table


def _style(entry: Dated) -> str:
    if entry.turn is not None and entry.what not in _NO_STYLE:
        return STYLES[entry.turn.after.state]
    return {DatedWhat.CEASES: "bold red", DatedWhat.DECISION: "bold"}.get(entry.what, "")


def _about(some: list[Dated], report: TimelineReport) -> Iterable[RenderableType]:
    plan = report.view.plan
    first, terms = some[0], told.terms(some[0], plan)
    is_turn = first.turn is not None and first.event is None
    begin = f"{terms}: " if terms and is_turn else ""
    if len(some) > 1:
        yield Text.assemble(begin, (told.few_ids(some, _MOST_IDS), "cyan"))
        return
    key, name = told.named(first, plan)
    yield Text.assemble(begin, name, (f"  {key}" if key else "", "cyan"))
    if terms and not is_turn:
        yield Text(terms, "dim")
