"""`timeline` at a terminal: a bar for each item below the decisions and meetings, then what is dated, day by day."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from vrplan.as_of import State
from vrplan.render import wording
from vrplan.render.language import N_, _
from vrplan.render.safe import visible
from vrplan.render.terminal.axis import axis
from vrplan.render.terminal.chart import GLYPHS, Chart, Mark, cut
from vrplan.render.terminal.dated import dated
from vrplan.render.terminal.layout import STYLES, header
from vrplan.render.wording import timeline as told

if TYPE_CHECKING:
    from vrplan.render.terminal.axis import Axis
    from vrplan.reports.timeline import TimelineReport

_NARROW = 60
"""Below this width there is no room for bars."""
_WITH_NAMES = 110
"""Below this width the bars are labelled by their ids only."""
_LONGEST_ID, _FOR_NAMES = 30, 38
"""So much of an id is shown, and at least so much of a name where there is room for names."""
_TODAY, _END = ("│", "bold"), ("║", "bold red")
_POINTS = {"adopted": ("◆", "bold"), "proposed": ("◇", "magenta"), "noted": ("◦", "")}
_STANDINGS = {
    "adopted": N_("decision adopted"),
    "proposed": N_("decision proposed"),
    "noted": N_("decision noted"),
}
_MEETING, _RECORDED = ("•", ""), ("•", "green")


def timeline(report: TimelineReport, width: int) -> RenderableType:
    """The chart, where it fits, and the dated list."""
    opening = Table.grid(padding=(0, 2))
    for label, line in told.timeline_opening(report):
        opening.add_row(Text(label, "bold", no_wrap=True), Text(line))
    parts: list[RenderableType] = [header(report.view, _("timeline, seen on")), "", opening, ""]
    if width >= _NARROW and report.bars:
        parts += [*_chart(report, width), ""]
    return Group(*parts, *dated(report, width))


def _chart(report: TimelineReport, width: int) -> list[RenderableType]:
    scale = axis(report.first, report.last, width - _least(width) - 3)
    marks = _marks(report, scale)
    labels = _labels(report, width, width - scale.size - len(marks) - 1)
    titles = max(cell_len(one) for one in _titles())
    chart = Chart(scale, marks, max(titles, *(one.cell_len for one in labels)) + 1, width)
    rows: list[RenderableType] = [*chart.tops(), *chart.scale(), *_points(report, chart)]
    bars = iter(zip(labels, report.bars, strict=True))
    for area, in_area in groupby(report.bars, key=lambda one: wording.section(one.now.item)[0]):
        rows += [chart.heading(Text()), chart.heading(Text.assemble((cut(area, width), "bold underline")))]
        for focus_area, some in groupby(in_area, key=lambda one: wording.section(one.now.item)[1]):
            rows += [chart.heading(_focus_area(focus_area, width))] if focus_area else []
            rows += [chart.bar(label, one.segments) for _focus, (label, one) in zip(some, bars, strict=False)]
    return [*rows, chart.heading(Text()), *chart.scale(), "", *_legend(report, marks, width)]


def _titles() -> tuple[str, str, str]:
    """How the rows of points are called."""
    return _("Decisions"), _("Meetings"), _("Recorded")


def _least(width: int) -> int:
    """So many columns the labels have at least."""
    if width < _WITH_NAMES:
        return width // 4
    return min(_FOR_NAMES + _LONGEST_ID + 4, width * 55 // 100)


def _focus_area(name: str, width: int) -> Text:
    return Text.assemble(" ", (cut(name, width - 1), "bold"))


def _labels(report: TimelineReport, width: int, room: int) -> list[Text]:
    """The names and ids of the items, or only the ids, one below the other in at most so many columns."""
    items = [one.now.item for one in report.bars]
    if width < _WITH_NAMES:
        return [Text.assemble("  ", (cut(one.id, room - 2), "cyan")) for one in items]
    for_ids = min(max(len(one.id) for one in items), _LONGEST_ID)
    names = [cut(visible(one.name), room - for_ids - 4) for one in items]
    longest = max(cell_len(one) for one in names)
    return [
        Text.assemble("  ", set_cell_size(name, longest), "  ", (cut(one.id, for_ids), "cyan"))
        for name, one in zip(names, items, strict=True)
    ]


def _marks(report: TimelineReport, scale: Axis) -> tuple[Mark, ...]:
    """The lines for the day asked about and for the end of the organisation, in order; one where they are one day."""
    day, end = report.view.clocks.date, report.view.ceases
    marks = []
    if report.shows(day) and day != end:
        marks.append((day, Mark(scale.cell(day), *_TODAY, told.day_asked(report))))
    if end is not None and report.shows(end):
        marks.append((end, Mark(scale.cell(end), *_END, told.end_told(report))))
    return tuple(mark for _day, mark in sorted(marks, key=lambda pair: pair[0]))


def _points(report: TimelineReport, chart: Chart) -> list[Text]:
    """The decisions, the meetings and what is recorded, each in a row of its own; the weightiest of a cell is seen."""
    decisions: dict[int, tuple[str, str]] = {}
    meetings: dict[int, tuple[str, str]] = {}
    recorded: dict[int, tuple[str, str]] = {}
    weight = list(_POINTS.values())
    for entry in report.entries:
        if entry.day is None:
            continue
        cell = chart.axis.cell(entry.day)
        if entry.decision is not None:
            point = _POINTS[entry.decision.standing]
            decisions[cell] = min(point, decisions.get(cell, point), key=weight.index)
        elif entry.meeting is not None:
            meetings[cell] = _MEETING
        elif entry.event is not None:
            recorded[cell] = _RECORDED
    named = zip(_titles(), (decisions, meetings, recorded), strict=True)
    return [chart.points(Text(name), at) for name, at in named if at]


def _legend(report: TimelineReport, marks: tuple[Mark, ...], width: int) -> list[Text]:
    """The glyphs that are used, and what each means, on rows of at most `width` columns."""
    used = {one.state for bar in report.bars for one in bar.segments}
    keys = [(GLYPHS[state] * 2, STYLES[state], wording.state_name(state)) for state in State if state in used]
    standings = {one.decision.standing for one in report.entries if one.decision and one.day}
    keys += [(*_POINTS[one], _(_STANDINGS[one])) for one in _POINTS if one in standings]
    keys += [(mark.glyph, mark.style, mark.told) for mark in marks]
    rows = [Text()]
    for glyph, style, told_so in keys:
        key = Text.assemble((glyph, style), " ", cut(told_so, width - cell_len(glyph) - 1))
        if rows[-1].plain and rows[-1].cell_len + 3 + key.cell_len > width:
            rows.append(Text())
        rows[-1].append("   " if rows[-1].plain else "").append_text(key)
    return rows
