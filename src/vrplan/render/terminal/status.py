"""`status` at a terminal: columns that fit, states told by word and colour."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vrplan.as_of import State
from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.terminal.layout import STYLES, header

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.as_of import ItemOnDate
    from vrplan.reports.status import StatusReport


_ONE_LINE = 150
"""From this width on, an item's words stand in a column of their own."""
_NARROW = 100
_NARROWER = 70
"""Below this width, an item's time stands below its name: no column is left for it."""


def status(report: StatusReport, width: int) -> RenderableType:
    """The three answers for a chief executive, then the states in columns that fit `width`."""
    highlights = Table.grid(padding=(0, 2))
    for label, told in wording.opening(report):
        highlights.add_row(Text(label, "bold", no_wrap=True), Text(told))
    parts: list[RenderableType] = [header(report.view, _("status on")), "", highlights]
    for area, in_area in groupby(report.listed, key=lambda one: wording.section(one.item)[0]):
        parts += ["", Text(area, "bold underline")]
        for focus_area, some in groupby(in_area, key=lambda one: wording.section(one.item)[1]):
            parts += [Text("  " + focus_area, "bold")] if focus_area else []
            parts += [line for one in some for line in _item(one, report, width)]
    return Group(*parts, "", *(Text(line) for line in wording.count_lines(report)))


def _item(one: ItemOnDate, report: StatusReport, width: int) -> Iterable[RenderableType]:
    """One line where it fits; else the words stand on the line below."""
    wide = width >= _ONE_LINE
    when_width = 26 if width < _NARROW else 40
    state_width = max(len(wording.state_name(state)) for state in State)
    name_width = (width - 2 - (state_width + 2) - when_width - 4) // (2 if wide else 1)
    stacked = width < _NARROWER
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=2)
    for columns in (state_width, None) if stacked else (state_width, name_width, when_width):
        table.add_column(width=columns, overflow="fold")
    if wide:
        table.add_column(overflow="fold")
    cells = _cells(one, report, wide)
    for row in (cells[:2], [Text(), cells[2]]) if stacked else (cells,):
        table.add_row("", *row)
    yield table
    if not wide:
        words = Text.assemble((one.item.id, "cyan"), "  ", (wording.words(one), "dim"))
        yield Padding(words, (0, 0, 0, 2 + 2 + state_width + 2))


def _cells(one: ItemOnDate, report: StatusReport, wide: bool) -> list[Text]:
    name = Text(visible(one.item.name) + wording.changed(one, report))
    if wide:
        name.append(f"  {one.item.id}", "cyan")
    state = Text(wording.state_name(one.state), STYLES[one.state])
    cells = [state, name, Text(wording.when(one, report.view.clocks.date))]
    return [*cells, Text(wording.words(one), "dim")] if wide else cells
