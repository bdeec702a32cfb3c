"""The days of an item that a calendar marks: its window and deadline, its hand-over, its beginning and its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from vrplan.as_of import State, heard
from vrplan.as_of.states import OVER, day_before
from vrplan.phrases import UNKNOWN_READING, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import Clocks, ItemOnDate, Segment
    from vrplan.model.written import Event


class Mark(StrEnum):
    """What a day, or a stretch of days, is to an item."""

    WINDOW = "window"
    DEADLINE = "deadline"
    TRANSITION = "transition"
    HAND_OVER_DEADLINE = "hand_over_deadline"
    HAND_OVER = "hand_over"
    START = "start"
    START_DEADLINE = "start_deadline"
    END = "end"


@dataclass(frozen=True, slots=True)
class Marked:
    """Days of an item from `first` to `last`, both inclusive, that the words or the recorded events name."""

    now: ItemOnDate
    mark: Mark
    first: date
    last: date
    to: str | None = None
    happened: Event | None = None
    """The recorded event, when it is no longer a plan."""
    number: int = 0
    """Which of the marks of one kind it is that the item has, in order of time: mostly the only one, 0."""
    revision: int = 0
    """How many statements and events were known of the item: it rises when something becomes known."""


def marked_days(one: ItemOnDate, clocks: Clocks) -> tuple[Marked, ...]:
    """The days of an item, in order of time. What is done or cancelled has none any more.

    A window that was put off is told at its new time only, and one without a new time not at all. A day that neither
    the words nor an event names (when something undated was decided, the end of the organisation) is no day of it.
    """
    if one.history[-1].state in {State.DONE, State.CANCELLED}:
        return ()
    days = _Days(one, tuple(event for event in one.item.events if clocks.knows(event.date)))
    found = [*days.task(), *days.hand_overs(), *days.starts(), *days.ends()]
    found.sort(key=lambda marked: marked.first)
    revision = len(heard(one.item, clocks.as_known)) + len(days.events)
    numbers: Counter[Mark] = Counter()
    counted: list[Marked] = []
    for marked in found:
        counted.append(replace(marked, number=numbers[marked.mark], revision=revision))
        numbers[marked.mark] += 1
    return tuple(counted)


_BEFORE_IT_RUNS = frozenset({State.NOT_STARTED, State.POSTPONED, *OVER})


@dataclass(frozen=True)
class _Days:
    """An item and its known events. Only days that they or the words that hold name are days of it."""

    one: ItemOnDate
    events: tuple[Event, ...]

    @cached_property
    def first_days(self) -> frozenset[date | None]:
        """The days that are named as the first of something."""
        start = self.one.holds.reading.start if self.one.holds else None
        named = {start, *(day for event in self.events for day in (event.date, event.from_))}
        return frozenset(named - {None})

    @cached_property
    def last_days(self) -> frozenset[date | None]:
        """The days that are named as the last of something: what is put off to a day goes on until the day before."""
        end = self.one.holds.reading.end if self.one.holds else None
        named = {end, *(day for event in self.events for day in (event.to, day_before(event.from_)))}
        return frozenset(named - {None})

    def task(self) -> Iterator[Marked]:
        """What is to be done: its window, and its last day when that is another. Nothing when it was put off."""
        last = self.one.history[-1]
        if last.state is State.DUE and last.first in self.first_days:
            yield self._marked(Mark.START, last.first)
        if last.state is not State.OVERDUE:
            return
        for within, overdue in [*self._turns(State.OVERDUE)][-1:]:
            deadline = day_before(overdue.first)
            if deadline is None or deadline not in self.last_days:
                return
            first = within.first if within.state is State.DUE and within.first in self.first_days else None
            if first is not None:
                yield self._marked(Mark.WINDOW, first, deadline, within.to)
            if first != deadline:
                yield self._marked(Mark.DEADLINE, deadline, deadline, within.to)

    def hand_overs(self) -> Iterator[Marked]:
        """What goes to a receiver: on a day, by a day, or within a window and on its last day."""
        for before, now in self._turns(State.TRANSFERRED):
            day, last = now.first, day_before(now.first)
            if day is None or (before.state is State.TRANSFERRED and before.to == now.to):
                continue  # it was only confirmed
            if happened := self._recorded(day, "transferred", "accepted"):
                yield self._marked(Mark.HAND_OVER, day, day, now.to, happened)
            elif before.state is State.IN_TRANSITION:
                if before.first in self.first_days and last in self.last_days:
                    yield self._marked(Mark.TRANSITION, before.first, last, now.to)
                    yield self._marked(Mark.HAND_OVER_DEADLINE, last, last, now.to)
            elif day in self.first_days:
                yield self._marked(Mark.HAND_OVER, day, day, now.to)
            elif last in self.last_days:
                yield self._marked(Mark.HAND_OVER_DEADLINE, last, last, now.to)

    def starts(self) -> Iterator[Marked]:
        """What begins: on a day, by a day, or within a window."""
        reading = self.one.holds.reading if self.one.holds else UNKNOWN_READING
        for before, now in self._turns(State.ONGOING):
            if before.state not in _BEFORE_IT_RUNS:
                continue
            day, latest = now.first, day_before(now.first)
            if day is not None and (happened := self._recorded(day, "started")):
                yield self._marked(Mark.START, day, day, None, happened)
            elif reading.kind is Kind.STARTS and reading.start is None:
                yield self._marked(Mark.START_DEADLINE, latest)
            elif day in self.first_days:
                within = reading.kind is Kind.STARTS and reading.start == day
                yield self._marked(Mark.START, day, reading.end if within else day)

    def ends(self) -> Iterator[Marked]:
        """What ends, on its last day."""
        for before, now in self._turns(State.ENDED):
            day, last = now.first, day_before(now.first)
            if before.state in OVER:
                continue
            if day is not None and (happened := self._recorded(day, "ended")):
                yield self._marked(Mark.END, day, day, None, happened)
            elif last in self.last_days:
                yield self._marked(Mark.END, last)

    def _turns(self, state: State) -> Iterator[tuple[Segment, Segment]]:
        return ((before, now) for before, now in pairwise(self.one.history) if now.state is state)

    def _recorded(self, day: date, *what: str) -> Event | None:
        return next((event for event in self.events if event.date == day and event.what in what), None)

    def _marked(
        self,
        mark: Mark,
        first: date | None,
        last: date | None = None,
        to: str | None = None,
        happened: Event | None = None,
    ) -> Marked:
        assert first is not None  # no day that is named is None
        return Marked(self.one, mark, first, max(first, last or first), to, happened)
