"""What is dated, day by day, on both sides of the day asked about."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from vrplan.reports.dated import Dated
    from vrplan.reports.timeline import TimelineReport

Days = list[tuple["date | None", list["Dated"]]]
"""Days with their entries, in order of time; those without a day come last, under none."""


def around(report: TimelineReport) -> tuple[Days, Days]:
    """The days before the day asked about; that day itself, the days after it and what has no day."""
    by_day = [(day, list(some)) for day, some in groupby(report.entries, key=lambda one: one.day)]
    before = [(day, some) for day, some in by_day if some[0].when == "past"]
    return before, by_day[len(before) :]
