"""The course of items through time as an SVG drawing: what is drawn where, in its own units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.states import OVER
from vrplan.days import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vrplan.as_of import ItemOnDate, PlanOnDate, Segment
    from vrplan.as_of.meetings import KnownMeeting

MOST_ROWS = 80
"""So many rows a drawing has at most: more are no picture."""
_LABELS = 300
"""How wide the labels of the rows are."""
_WIDTH = 960
_ROW = 22
_TOP = 42
_NARROWEST = 1.5
"""A day is seen too where years are drawn."""
_FULL = 14
_HEIGHTS: dict[State, int] = {State.NOT_STARTED: 3, **dict.fromkeys(OVER, 7)}
"""How high the bars are of what has not begun and of what is over; all others are full."""
_FEWEST_BETWEEN = 42
"""Units between two labels of the axis, so that they do not touch."""
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000)
"""Months from one label of the axis to the next."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row in one state, with the days that it really lasts."""

    x: float
    y: float
    width: float
    height: int
    state: State
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Row:
    """An item of the drawing: where its row begins, and its states."""

    y: float
    now: ItemOnDate
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled day of the axis."""

    x: float
    told: str


@dataclass(frozen=True, slots=True)
class Meet:
    """The mark of the meetings of a day."""

    x: float
    day: date
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A state of a drawing: its row, by the foot of it, and how many items are in it on the day and at most."""

    y: float
    state: State
    path: str
    now: int
    most: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn. `today` and `ceases` are the days asked about and of the end, where they lie in it."""

    height: float
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    today: float | None
    ceases: float | None
    has_labels: bool
    left_out: int
    """So many items are not drawn, because there are too many."""
    width: int = _WIDTH
    top: int = _TOP
    meetings: tuple[Meet, ...] = ()
    levels: tuple[Level, ...] = ()
    """Instead of rows, where there are too many items for a row each."""

    @property
    def today_is_first(self) -> bool:
        """Whether the day asked about lies before the end: their labels stand on the outer sides."""
        return self.today is not None and self.ceases is not None and self.today < self.ceases

    @property
    def states(self) -> list[State]:
        """The states that are seen, in the usual order."""
        found = {piece.state for row in self.rows for piece in row.pieces}
        return [state for state in State if state in found]


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` to `last`, both inclusive, across the drawing."""

    first: date
    last: date
    left: float = _LABELS
    right: float = _WIDTH

    def x(self, day: date) -> float:
        """Where a day begins."""
        days = (self.last - self.first).days + 1
        share = min(max((day - self.first).days / days, 0.0), 1.0)
        return round(self.left + share * (self.right - self.left), 1)

    def mark(self, day: date | None) -> float | None:
        """Where a day begins that lies in the drawing."""
        return self.x(day) if day is not None and self.first <= day <= self.last else None

    def meetings(self, known: Mapping[date, Sequence[KnownMeeting]]) -> Iterator[Meet]:
        """The days with meetings that lie in the drawing."""
        for day, some in known.items():
            x = self.mark(day)
            if x is not None:
                yield Meet(x, day, tuple(one.body for one in some))

    def pieces(self, segments: Iterable[Segment], y: float) -> Iterator[Piece]:
        """The segments that are seen, each as long as it lasts within the drawing; `y` is the top of their row."""
        for one in segments:
            first, last = max(one.first or self.first, self.first), min(one.last or self.last, self.last)
            if first <= last:
                start, end = self.x(first), self.right if last == self.last else self.x(last + ONE_DAY)
                height = _HEIGHTS.get(one.state, _FULL)
                width = max(round(end - start, 1), _NARROWEST)
                yield Piece(start, y + (_ROW - height) / 2, width, height, one.state, one.first, one.last)

    def axis(self) -> Iterator[Tick]:
        """The beginnings of months, quarters or years, as many as there is room for."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        room = int((self.right - self.left) / _FEWEST_BETWEEN)
        step = next((step for step in _STEPS if months / step <= room), _STEPS[-1])
        number = self.first.year * 12 + self.first.month - 1
        number += -number % step
        while number // 12 <= self.last.year and (day := date(number // 12, number % 12 + 1, 1)) <= self.last:
            if day >= self.first - timedelta(days=self.first.day - 1):
                yield Tick(self.x(day), _label(day, step))
            number += step


@cache
def _ticks(scale: Scale) -> tuple[Tick, ...]:
    """The axis, which all items of a plan share."""
    return tuple(scale.axis())


def drawing(
    items: Sequence[ItemOnDate],
    view: PlanOnDate,
    stretch: tuple[date, date],
    meetings: Mapping[date, Sequence[KnownMeeting]],
    *,
    has_labels: bool = True,
) -> Drawing:
    """Draw items from the first to the last day of a stretch, both inclusive: with their names, or without."""
    scale = Scale(*stretch, left=_LABELS if has_labels else 0)
    rows = tuple(
        Row(y := _TOP + number * _ROW, one, tuple(scale.pieces(one.history, y)))
        for number, one in enumerate(islice(items, MOST_ROWS))
    )
    return Drawing(
        height=_TOP + _ROW * len(rows) + 4,
        ticks=_ticks(scale),
        rows=rows,
        today=scale.mark(view.clocks.date),
        ceases=scale.mark(view.ceases) if view.ceases != view.clocks.date else None,
        has_labels=has_labels,
        left_out=len(items) - len(rows),
        meetings=tuple(scale.meetings(meetings)),
    )


def _label(day: date, step: int) -> str:
    """A year where years are told or begin, else the first of the month in figures, which every language reads."""
    return str(day.year) if step % 12 == 0 or day.month == 1 else f"1.{day.month}."
