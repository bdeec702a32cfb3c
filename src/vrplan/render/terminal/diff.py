"""`diff` at a terminal: each item that differs, how, and the words behind it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vrplan.render import wording
from vrplan.render.safe import visible
from vrplan.render.terminal.layout import header

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.reports.changes import Change
    from vrplan.reports.diff import DiffReport

_COLOURS = {"new": "green", "gone": "red", "changed": "yellow"}


def diff(report: DiffReport) -> RenderableType:
    """The changes, after what is compared and how much differs."""
    compared = Table.grid(padding=(0, 2))
    pairs = wording.compared_columns(report)
    for label, told in pairs:
        compared.add_row(Text(label, no_wrap=True), Text(told))
    counts = Text(wording.diff_counts(report), "bold")
    parts: list[RenderableType] = [header(report.after, wording.diff_title(report)), ""]
    parts += [compared, "", counts] if pairs else [counts]
    if report.plan_changes:
        parts += ["", Text(wording.besides_title(), "bold underline")]
        parts += [
            Padding(Text(wording.besides(one), _COLOURS[one.what]), (0, 0, 0, 2))
            for one in report.plan_changes
        ]
    for area, in_area in groupby(report.changes, key=lambda one: wording.section(one.item)[0]):
        parts += ["", Text(area, "bold underline")]
        for focus_area, some in groupby(in_area, key=lambda one: wording.section(one.item)[1]):
            parts += [Text("  " + focus_area, "bold")] if focus_area else []
            for _, alike in groupby(some, key=lambda one: _told(one, report)):
                parts += _together(list(alike), report)
    for told in wording.notes_changed(report):
        parts += ["", Text(told, "dim")]
    return Group(*parts)


def _told(one: Change, report: DiffReport) -> tuple[object, ...]:
    """What changes that are told together have in common."""
    return one.what, wording.told(one, report), wording.quotes(one, report)


def _together(alike: list[Change], report: DiffReport) -> Iterable[RenderableType]:
    """The names of items that differ alike, then how and the words once."""
    for one in alike:
        yield Padding(Text.assemble(visible(one.item.name), (f"  {one.item.id}", "cyan")), (0, 0, 0, 4))
    first = alike[0]
    for told in wording.told(first, report):
        yield Padding(Text(told, _COLOURS[first.what]), (0, 0, 0, 6))
    for words in wording.quotes(first, report):
        yield Padding(Text(words, "dim"), (0, 0, 0, 6))
