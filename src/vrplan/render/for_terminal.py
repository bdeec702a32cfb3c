"""Reports for a person at a terminal of some width: columns that fit, states told by word and colour."""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vrplan.as_of import State
from vrplan.render import english
from vrplan.render.as_text import UNDECIDED, changed, count_lines, hand_over_counts, opening, section
from vrplan.render.safe import visible
from vrplan.reports.status import StatusReport
from vrplan.reports.transfers import TransfersReport
from vrplan.reports.why import WhyReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.render import Report
    from vrplan.reports.transfers import Transfer
    from vrplan.reports.why import Testimony

_STYLES = {
    State.NOT_STARTED: "dim",
    State.ONGOING: "green",
    State.IN_TRANSITION: "cyan",
    State.DUE: "yellow",
    State.OVERDUE: "bold red",
    State.POSTPONED: "yellow",
    State.TRANSFERRED: "cyan",
    State.ENDED: "dim",
    State.DONE: "green",
    State.CANCELLED: "dim",
    State.ORPHANED: "bold red",
    State.UNDECIDED: "magenta",
    State.UNKNOWN: "magenta",
}
_ONE_LINE = 150
"""From this width on, an item's words stand in a column of their own."""
_NARROW = 100
_NARROWER = 70
"""Below this width, an item's time stands below its name: no column is left for it."""


def for_terminal(report: Report, width: int, colour: bool) -> str:
    """The report laid out for `width` columns; without `colour` it is the same text without escapes."""
    match report:
        case StatusReport():
            content = _status(report, width)
        case TransfersReport():
            content = _transfers(report)
        case WhyReport():
            content = _why(report)
        case _:
            assert_never(report)
    return _printed(content, width, colour)


def _printed(content: RenderableType, width: int, colour: bool) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        height=25,  # without a height, Rich lays out for 80 columns where TERM is dumb
        color_system="standard" if colour else None,
        no_color=not colour,  # whether NO_COLOR counts is decided in vrplan.cli
        force_terminal=colour,
        highlight=False,
        legacy_windows=False,
    )
    console.print(content)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _header(view: PlanOnDate, what: str) -> RenderableType:
    title, *rest = english.header(view, what)
    return Group(Text(title, "bold"), *(Text(line) for line in rest))


def _status(report: StatusReport, width: int) -> RenderableType:
    highlights = Table.grid(padding=(0, 2))
    for label, told in opening(report):
        highlights.add_row(Text(label, "bold", no_wrap=True), Text(told))
    parts: list[RenderableType] = [_header(report.view, "status on"), "", highlights]
    for area, in_area in groupby(report.items, key=lambda one: section(one)[0]):
        parts += ["", Text(area, "bold underline")]
        for focus_area, some in groupby(in_area, key=lambda one: section(one)[1]):
            parts += [Text("  " + focus_area, "bold")] if focus_area else []
            parts += [line for one in some for line in _item(one, report, width)]
    return Group(*parts, "", *(Text(line) for line in count_lines(report)))


def _item(one: ItemOnDate, report: StatusReport, width: int) -> Iterable[RenderableType]:
    """One line where it fits; else the words stand on the line below."""
    wide = width >= _ONE_LINE
    when_width = 26 if width < _NARROW else 40
    name_width = (width - 2 - 15 - when_width - 4) // (2 if wide else 1)
    stacked = width < _NARROWER
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=2)
    for columns in (13, None) if stacked else (13, name_width, when_width):
        table.add_column(width=columns, overflow="fold")
    if wide:
        table.add_column(overflow="fold")
    cells = _cells(one, report, wide)
    for row in (cells[:2], [Text(), cells[2]]) if stacked else (cells,):
        table.add_row("", *row)
    yield table
    if not wide:
        words = Text.assemble((one.item.id, "cyan"), "  ", (english.words(one), "dim"))
        yield Padding(words, (0, 0, 0, 19))


def _cells(one: ItemOnDate, report: StatusReport, wide: bool) -> list[Text]:
    name = Text(visible(one.item.name) + changed(one, report))
    if wide:
        name.append(f"  {one.item.id}", "cyan")
    state = Text(english.STATES[one.state], _STYLES[one.state])
    cells = [state, name, Text(english.when(one, report.view.clocks.date))]
    return [*cells, Text(english.words(one), "dim")] if wide else cells


def _transfers(report: TransfersReport) -> RenderableType:
    parts: list[RenderableType] = [_header(report.view, "hand-overs on")]
    if report.to is not None:
        parts += ["", Text(f"To {english.party(report.view.plan, report.to, report.parts)}", "bold")]
    for _, alike in groupby(report.transfers, key=_terms):
        parts += ["", *_together(list(alike))]
    if not report.transfers:
        parts += ["", Text("No hand-over is decided.")]
    parts += ["", *(Text(line) for line in hand_over_counts(report))]
    if report.undecided:
        parts += ["", Text(UNDECIDED, "bold underline")]
        parts += [Padding(Text(english.mentioned(one)), (0, 0, 0, 2)) for one in report.undecided]
    return Group(*parts)


def _terms(one: Transfer) -> tuple[object, ...]:
    """What hand-overs that are told together have in common."""
    return (one.now.state, one.start, one.end, one.now.confirmed, english.hand_over(one), one.now.beside)


def _together(alike: list[Transfer]) -> Iterable[RenderableType]:
    """The names of hand-overs on the same terms, then the terms once."""
    for one in alike:
        yield Text.assemble(visible(one.now.item.name), (f"  {one.now.item.id}", "cyan"))
    now = alike[0].now
    facts = english.hand_over(alike[0])
    yield Padding(
        Text.assemble((english.STATES[now.state], _STYLES[now.state]), ", ", facts[0]), (0, 0, 0, 2)
    )
    yield Padding(Text(facts[1]), (0, 0, 0, 2))
    for said in now.beside:
        yield Padding(Text(f"also said: {english.beside(said)}", "yellow"), (0, 0, 0, 2))


def _why(report: WhyReport) -> RenderableType:
    item = report.item
    facts = Table.grid(padding=(0, 2))
    for label, told in english.place_in_plan(item):
        facts.add_row(Text(label, no_wrap=True), Text(told))
    parts: list[RenderableType] = [
        _header(report.view, english.why_title(report)),
        "",
        Text.assemble((visible(item.name), "bold"), (f"  {item.id}", "cyan")),
        Padding(facts, (0, 0, 0, 2)),
        *(Padding(Text(line, "bold"), (0, 0, 0, 2)) for line in english.state_now(report)),
    ]
    for title, holds in (("It rests on", True), ("Also said, newest first", False)):
        chosen = [one for one in report.statements if one.holds is holds]
        if chosen:
            parts += ["", Text(title, "bold underline"), *(_testimony(one, report) for one in chosen)]
    if report.events:
        parts += [
            "",
            Text("What happened", "bold underline"),
            *(Text("  " + english.event(e)) for e in report.events),
        ]
    parts += [
        "",
        Text("What follows", "bold underline"),
        *(Text("  " + line) for line in english.follows(report)),
    ]
    return Group(*parts)


def _testimony(one: Testimony, report: WhyReport) -> RenderableType:
    first, *rest = english.testimony(one, report)
    lines = Group(*(Text(line) for line in rest))
    return Padding(
        Group(Text(first, "bold" if one.holds else ""), Padding(lines, (0, 0, 0, 2))), (0, 0, 0, 2)
    )
