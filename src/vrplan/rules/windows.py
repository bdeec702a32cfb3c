"""Spans of days: none ends before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Path, Severity, Spot
from vrplan.rules.walk import items, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.model.plan import Plan

REVERSED = Code(
    "VR307",
    "window-reversed",
    Severity.ERROR,
    "this begins on {start} and ends before that, on {end}",
    "exchange the two days, or correct the wrong one",
)


def window_ends_after_it_begins(plan: Plan) -> Iterator[Finding]:
    """What is written as two dates ends on the day it begins, or later.

    Mostly last year's number was typed in January, or the two days have changed places. No day lies in such a
    stretch of time: what should fall due never does, and nobody is reminded. It concerns the plan's `period`,
    `means`, and the new dates of what was put off (`events`).

    Example:
        period: {from: 2018-01-01, to: 2017-12-31}

    Instead:
        period: {from: 2018-01-01, to: 2018-12-31}
    """
    for path, start, end in _windows(plan):
        if start is not None and end is not None and end < start:
            values = {"start": norwegian(start), "end": norwegian(end)}
            yield Finding(REVERSED, Spot(plan.file, (*path, "to")), values)


def _windows(plan: Plan) -> Iterator[tuple[Path, date | None, date | None]]:
    period = plan.written.period
    yield ("period",), period.from_, period.to
    for path, sentence in sentences(plan):
        if sentence.means is not None:
            yield (*path, "means"), sentence.means.from_, sentence.means.to
    for path, item in items(plan):
        for index, event in enumerate(item.events):
            yield (*path, "events", index), event.from_, event.to
