"""The days of an item that a calendar marks: its window and deadline, its hand-over, its beginning and its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from vrplan.as_of import State, heard
from vrplan.as_of.states import OVER
from vrplan.as_of.turns import Turn, Turning, turns
from vrplan.phrases import UNKNOWN_READING, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import Clocks, ItemOnDate
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
    days = _Days(one)
    found = [*days.task(), *days.hand_overs(), *days.starts(), *days.ends()]
    found.sort(key=lambda marked: marked.first)
    known = [event for event in one.item.events if clocks.knows(event.date)]
    revision = len(heard(one.item, clocks.as_known)) + len(known)
    numbers: Counter[Mark] = Counter()
    counted: list[Marked] = []
    for marked in found:
        counted.append(replace(marked, number=numbers[marked.mark], revision=revision))
        numbers[marked.mark] += 1
    return tuple(counted)


_BEFORE_IT_RUNS = frozenset({State.NOT_STARTED, State.POSTPONED, *OVER})


@dataclass(frozen=True)
class _Days:
    """An item. Only days that its words or the events that count name are days of it."""

    one: ItemOnDate

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of its state."""
        return turns(self.one)

    def task(self) -> Iterator[Marked]:
        """What is to be done: its window, and its last day when that is another. Nothing when it was put off."""
        if not self.turns:
            return
        turn = self.turns[-1]
        if turn.after.state is State.DUE and turn.first is not None:
            yield self._marked(Mark.START, turn.first)
        if turn.what is not Turning.CLOSES or turn.last is None:
            return
        if turn.first is not None:
            yield self._marked(Mark.WINDOW, turn.first, turn.last, turn.before.to)
        if turn.first != turn.last:
            yield self._marked(Mark.DEADLINE, turn.last, turn.last, turn.before.to)

    def hand_overs(self) -> Iterator[Marked]:
        """What goes to a receiver: on a day, by a day, or within a window and on its last day."""
        for turn in self._turns(Turning.HANDED_OVER):
            if happened := self._handed_over(turn):
                yield self._marked(Mark.HAND_OVER, happened.date, happened.date, turn.to, happened)
            elif turn.last is not None:
                within = turn.before.state is State.IN_TRANSITION
                if within and turn.first is not None:
                    yield self._marked(Mark.TRANSITION, turn.first, turn.last, turn.to)
                yield self._marked(Mark.HAND_OVER_DEADLINE, turn.last, turn.last, turn.to)
            elif turn.first == turn.day:
                yield self._marked(Mark.HAND_OVER, turn.day, turn.day, turn.to)

    def _handed_over(self, turn: Turn) -> Event | None:
        """The event that makes the hand-over, or reports it later: what was planned for it is no day any more."""
        reports = (
            one for one in self.one.events if one.what == "transferred" and turn.after.covers(one.date)
        )
        return turn.event or next(reports, None)

    def starts(self) -> Iterator[Marked]:
        """What begins: on a day, by a day, or within a window."""
        reading = self.one.holds.reading if self.one.holds else UNKNOWN_READING
        for turn in self._turns(Turning.BEGINS):
            if turn.before.state not in _BEFORE_IT_RUNS:
                continue
            if turn.event is not None and turn.event.what == "started":
                yield self._marked(Mark.START, turn.day, turn.day, None, turn.event)
            elif turn.last is not None:
                yield self._marked(Mark.START_DEADLINE, turn.last)
            elif turn.first is not None:
                within = reading.kind is Kind.STARTS and reading.start == turn.first
                yield self._marked(Mark.START, turn.first, reading.end if within else turn.first)

    def ends(self) -> Iterator[Marked]:
        """What ends, on its last day."""
        for turn in self._turns(Turning.ENDS):
            if turn.before.state in OVER:
                continue
            if turn.event is not None:
                yield self._marked(Mark.END, turn.event.date, turn.event.date, None, turn.event)
            elif turn.last is not None:
                yield self._marked(Mark.END, turn.last)

    def _turns(self, what: Turning) -> Iterator[Turn]:
        return (turn for turn in self.turns if turn.what is what)

    def _marked(
        self,
        mark: Mark,
        first: date,
        last: date | None = None,
        to: str | None = None,
        happened: Event | None = None,
    ) -> Marked:
        return Marked(self.one, mark, first, max(first, last or first), to, happened)
