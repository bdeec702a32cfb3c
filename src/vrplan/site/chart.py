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
ACROSS = 100.0
"""The width of a drawing, in percent: it is as wide as there is room for, on a phone too."""
_ROW = 22
_NARROWEST = 0.4
"""A day is seen too where years are drawn."""
_FULL = 14
HEIGHTS: dict[State, int] = {State.NOT_STARTED: 3, **dict.fromkeys(OVER, 7)}
"""How high the bars are of what has not begun and of what is over; all others are full."""
_MOST_LABELS, _FEW_LABELS = 16, 6
"""So many labels the axis has room for on a wide screen, and on a phone."""
_LAST_LABEL, _LAST_OF_FEW = 95, 88
"""A label that begins further right would not end within the drawing, on a wide screen and on a phone."""
_ROOM_OF_DAY, _ROOM_OF_END = 27, 46
"""So much of a phone's width the labels of the day asked about and of the end need."""
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000)
"""Months from one label of the axis to the next."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row in one state, with the days that it really lasts; `x` and `width` in percent."""

    x: float
    y: float
    width: float
    height: int
    state: State
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Row:
    """An item of the drawing, and its states."""

    now: ItemOnDate
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day of the axis. `told` is its label, empty where it has no room; only what `is_main` is shown on a phone."""

    x: float
    told: str
    is_main: bool


@dataclass(frozen=True, slots=True)
class Meet:
    """The mark of the meetings of a day."""

    x: float
    day: date
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A state of a drawing, and how many items are in it on the day and at most."""

    state: State
    path: str
    now: int
    most: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn. `today` and `ceases` are the days asked about and of the end, where they lie in it."""

    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    today: float | None
    ceases: float | None
    has_labels: bool
    left_out: int
    """So many items are not drawn, because there are too many."""
    meetings: tuple[Meet, ...] = ()
    levels: tuple[Level, ...] = ()
    """Instead of rows, where there are too many items for a row each."""

    @property
    def today_is_left(self) -> bool:
        """Whether the label of the day asked about ends at its line: away from the end's where there is room."""
        return self.today is not None and _is_left(self.today, self.ceases, _ROOM_OF_DAY)

    @property
    def end_is_left(self) -> bool:
        """Whether the label of the end ends at its line: away from the other line where there is room."""
        return self.ceases is not None and _is_left(self.ceases, self.today, _ROOM_OF_END)

    @property
    def end_is_above(self) -> bool:
        """Whether the label of the end stands above the other, whose line would go through it."""
        if self.today is None or self.ceases is None:
            return False
        before = self.ceases - self.today
        return 0 < (before if self.end_is_left else -before) < _ROOM_OF_END

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
    width: float = ACROSS

    def x(self, day: date) -> float:
        """Where a day begins."""
        days = (self.last - self.first).days + 1
        share = min(max((day - self.first).days / days, 0.0), 1.0)
        return round(share * self.width, 2)

    def mark(self, day: date | None) -> float | None:
        """Where a day begins that lies in the drawing."""
        return self.x(day) if day is not None and self.first <= day <= self.last else None

    def meetings(self, known: Mapping[date, Sequence[KnownMeeting]]) -> Iterator[Meet]:
        """The days with meetings that lie in the drawing."""
        for day, some in known.items():
            x = self.mark(day)
            if x is not None:
                yield Meet(x, day, tuple(one.body for one in some))

    def pieces(self, segments: Iterable[Segment]) -> Iterator[Piece]:
        """The segments that are seen, each as long as it lasts within the drawing."""
        for one in segments:
            first, last = max(one.first or self.first, self.first), min(one.last or self.last, self.last)
            if first <= last:
                start, end = self.x(first), self.width if last == self.last else self.x(last + ONE_DAY)
                height = HEIGHTS.get(one.state, _FULL)
                width = max(round(end - start, 2), _NARROWEST)
                yield Piece(start, (_ROW - height) / 2, width, height, one.state, one.first, one.last)

    def axis(self) -> Iterator[Tick]:
        """The beginnings of months, quarters or years, as many as there is room for."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = _step(months / _MOST_LABELS, 1)
        main = _step(months / _FEW_LABELS, step)
        number = self.first.year * 12 + self.first.month - 1
        number += -number % step
        while number // 12 <= self.last.year and (day := date(number // 12, number % 12 + 1, 1)) <= self.last:
            if day >= self.first - timedelta(days=self.first.day - 1):
                x = self.x(day)
                told = _label(day, step) if x <= _LAST_LABEL / ACROSS * self.width else ""
                yield Tick(x, told, number % main == 0 and x <= _LAST_OF_FEW / ACROSS * self.width)
            number += step


def _is_left(line: float, other: float | None, room: int) -> bool:
    """Whether a label stands to the left of its line: on the side away from the other, if there is so much room."""
    if other is None:
        return line > ACROSS / 2
    return line > (room if line < other else ACROSS - room)


def _step(least: float, unit: int) -> int:
    """The first step that is long enough and made of whole units."""
    return next((step for step in _STEPS if step >= least and step % unit == 0), _STEPS[-1])


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
    scale = Scale(*stretch)
    return Drawing(
        ticks=_ticks(scale),
        rows=tuple(Row(one, tuple(scale.pieces(one.history))) for one in islice(items, MOST_ROWS)),
        today=scale.mark(view.clocks.date),
        ceases=scale.mark(view.ceases) if view.ceases != view.clocks.date else None,
        has_labels=has_labels,
        left_out=max(len(items) - MOST_ROWS, 0),
        meetings=tuple(scale.meetings(meetings)),
    )


def _label(day: date, step: int) -> str:
    """A year where years are told or begin, else the first of the month in figures, which every language reads."""
    return str(day.year) if step % 12 == 0 or day.month == 1 else f"1.{day.month}."
