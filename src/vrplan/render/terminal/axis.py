"""A stretch of days on a row of cells: which cell a day falls in, which cells a state takes, where labels stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vrplan.days import ONE_DAY, month_end
from vrplan.render.language import NP_, _, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vrplan.as_of import Segment

_MOST_PER_DAY = 12
_MOST_PER_MONTH = 28
"""A month of more cells than days would hold cells without a day; then days are counted instead."""
_MONTHS, _QUARTERS, _YEARS = 1, 3, 12
_NAMES = (
    NP_("month, three letters", "Jan"),
    NP_("month, three letters", "Feb"),
    NP_("month, three letters", "Mar"),
    NP_("month, three letters", "Apr"),
    NP_("month, three letters", "May"),
    NP_("month, three letters", "Jun"),
    NP_("month, three letters", "Jul"),
    NP_("month, three letters", "Aug"),
    NP_("month, three letters", "Sep"),
    NP_("month, three letters", "Oct"),
    NP_("month, three letters", "Nov"),
    NP_("month, three letters", "Dec"),
)
"""Of three letters in every language: a month gets the room that these need."""
_STEPS = (1, 2, 5, 10, 20, 50, 100)

Label = tuple[int, str]
"""A text and the cell that it begins at."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, both inclusive, on cells that are counted from 0.

    Each `unit` (so many whole months; 0: a day) has `per_unit` cells, so that months, quarters or years begin at the
    edge of a cell, and those of one length are alike.
    """

    first: date
    last: date
    unit: int
    per_unit: int

    @property
    def size(self) -> int:
        """How many cells there are."""
        return self.cell(self.last) + (self.per_unit if self.unit == 0 else 1)

    def cell(self, day: date) -> int:
        """The cell that a day of the stretch falls in; where a day has several, the first."""
        return self._on_grid(day) - self._on_grid(self.first)

    def edge(self, day: date) -> int:
        """The number of the cell whose left edge is nearest to the beginning of a day of the stretch."""
        number, since, length = self._place(day)
        nearest = number * self.per_unit + (2 * since * self.per_unit + length) // (2 * length)
        return min(max(nearest - self._on_grid(self.first), 0), self.size)

    def _on_grid(self, day: date) -> int:
        number, since, length = self._place(day)
        return number * self.per_unit + since * self.per_unit // length

    def _place(self, day: date) -> tuple[int, int, int]:
        """The number of the unit that a day is in, how many days of it lie before, and how many it has."""
        if self.unit == 0:
            return day.toordinal(), 0, 1
        number = (day.year * 12 + day.month - 1) // self.unit
        begins = date(number * self.unit // 12, number * self.unit % 12 + 1, 1)
        month = number * self.unit + self.unit - 1
        return number, (day - begins).days, (month_end(month // 12, month % 12 + 1) - begins).days + 1

    def spans(self, segments: Sequence[Segment]) -> list[tuple[int, int, Segment]]:
        """The cells that each state takes: from a cell up to, and without, another.

        States that meet within a cell part at its nearer edge; but one that is too short for that still has a cell,
        as long as there are as many cells as states.
        """
        size = self.size
        edges = [0, *(self.edge(max(one.first or self.first, self.first)) for one in segments[1:]), size]
        for number in range(1, len(segments)):
            first = segments[number].first
            if edges[number] >= edges[number + 1] and first is not None:
                edges[number] = self.cell(first)
            edges[number] = max(edges[number], edges[number - 1] + 1)
        for number in range(len(segments) - 1, 0, -1):
            edges[number] = max(min(edges[number], edges[number + 1] - 1), 0)
        return [
            (start, stop, one)
            for start, stop, one in zip(edges, edges[1:], segments, strict=False)
            if start < stop
        ]

    def labels(self) -> tuple[list[Label], list[Label]]:
        """Two rows of labels, the coarse one first: years above months or quarters, months above days."""
        if self.unit == 0:
            return self._months(), self._days()
        return self._years(), self._parts()

    def _days(self) -> list[Label]:
        days = [date.fromordinal(one) for one in range(self.first.toordinal(), self.last.toordinal() + 1)]
        every_day = self.per_unit >= len("31 ")
        chosen = (one for one in days if every_day or one.isoweekday() == 1)
        return self._fitting((self.cell(one), str(one.day)) for one in chosen)

    def _months(self) -> list[Label]:
        return self._fitting((self.cell(one), f"{_month(one)} {one.year}") for one in self._starts(_MONTHS))

    def _years(self) -> list[Label]:
        cells = self.per_unit * _YEARS / self.unit
        step = next((one for one in _STEPS if one * cells > len("2018")), 1000)
        chosen = (one for one in self._starts(_YEARS) if one.year % step == 0 or one == self.first)
        return self._fitting((self.cell(one), str(one.year)) for one in chosen)

    def _parts(self) -> list[Label]:
        """The months, or the quarters, or nothing, by the room that each has."""
        months = self.per_unit / self.unit
        if months >= len("J "):
            letters = 3 if months > len("Jan") else 1
            named = ((one, _month(one)[:letters]) for one in self._starts(_MONTHS))
        elif months * 3 >= len("Q1 "):
            named = ((one, _quarter(one)) for one in self._starts(_QUARTERS))
        else:
            return []
        return self._fitting((self.cell(one), told) for one, told in named)

    def _starts(self, unit: int) -> Iterable[date]:
        """The first day of the stretch, and of each month, quarter or year that begins in it."""
        yield self.first
        number = (self.first.year * 12 + self.first.month - 1) // unit + 1
        while (start := date(number * unit // 12, number * unit % 12 + 1, 1)) <= self.last:
            yield start
            number += 1

    def _fitting(self, labels: Iterable[Label]) -> list[Label]:
        """The labels without those that would run into the next one, or beyond the last cell."""
        found = list(labels)
        ends = [*(at for at, _told in found[1:]), self.size + 1][: len(found)]
        return [(at, told) for (at, told), end in zip(found, ends, strict=True) if at + len(told) < end]


def _month(day: date) -> str:
    """The month of a day in three letters."""
    return pgettext("month, three letters", _NAMES[day.month - 1])


def _quarter(day: date) -> str:
    """The quarter of a day in two signs."""
    return _("Q{number}").format(number=(day.month + 2) // 3)


def axis(first: date, last: date, room: int) -> Axis:
    """The finest axis of at most `room` cells (at least 2) for these days, both inclusive."""
    days = (last - first) // ONE_DAY + 1
    if days <= room:
        return Axis(first, last, 0, min(room // days, _MOST_PER_DAY))
    for unit, least in ((_MONTHS, 2), (_QUARTERS, 1), (_YEARS, 1), *((12 * step, 1) for step in _STEPS[1:])):
        if found := _widest(first, last, unit, least, room):
            return found
    return Axis(first, last, 12 * 1000, 1)


def _widest(first: date, last: date, unit: int, least: int, room: int) -> Axis | None:
    """The axis with the most cells in a unit that still fits; None when not even the least do."""
    most = min(room, _MOST_PER_MONTH * unit)
    fitting = (Axis(first, last, unit, cells) for cells in range(most, least - 1, -1))
    return next((one for one in fitting if one.size <= room), None)
