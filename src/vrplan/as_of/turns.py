"""What the turns of an item's state mean: what happens, on which named days, and by which recorded event."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from vrplan.as_of.events import first_day, makes
from vrplan.as_of.states import State, day_before
from vrplan.as_of.stretches import stretches
from vrplan.phrases import UNKNOWN_READING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.as_of import ItemOnDate
    from vrplan.as_of.states import Segment
    from vrplan.model.written import Event
    from vrplan.phrases import Reading


class Turning(StrEnum):
    """What a turn is."""

    OPENS = "opens"
    """From this day on it is due, or on its way to its receiver."""
    BEGINS = "begins"
    HANDED_OVER = "handed_over"
    """By the words or by an event another has it; or another again, to whom it was passed on."""
    CLOSES = "closes"
    """What was to be done is overdue."""
    ENDS = "ends"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    ORPHANED = "orphaned"
    CHANGES = "changes"
    """Anything else: what was not understood, or not decided, and now is."""


class Turn(NamedTuple):
    """A state that gives way to another, and how agenda, timeline and calendar tell it."""

    what: Turning
    day: date
    """The first day of the new state; the old one holds for the last time on the day before."""
    before: Segment
    after: Segment
    first: date | None
    """The named first day: of what opens, begins or is handed over then, or of the window that closes."""
    last: date | None
    """The named last day, inclusive, of what closes, ends, or is to be handed over or begun by then.

    None where no day is named, and where an event made the turn: the day of the event is then the day. Only of what
    is recorded as ended it is the last day.
    """
    event: Event | None
    """The recorded event that makes it. Only events that were known and are not overtaken make a turn."""
    is_said_done: bool
    """Whether the words say that it has happened; else they only say when it is to."""

    @property
    def to(self) -> str | None:
        """To whom it goes, or has gone."""
        return self.after.to


_WHAT = {
    State.DUE: Turning.OPENS,
    State.IN_TRANSITION: Turning.OPENS,
    State.ONGOING: Turning.BEGINS,
    State.TRANSFERRED: Turning.HANDED_OVER,
    State.OVERDUE: Turning.CLOSES,
    State.ENDED: Turning.ENDS,
    State.DONE: Turning.DONE,
    State.CANCELLED: Turning.CANCELLED,
    State.POSTPONED: Turning.POSTPONED,
    State.ORPHANED: Turning.ORPHANED,
}
_WINDOWS = frozenset({State.DUE, State.IN_TRANSITION})
_OPENING = frozenset({Turning.OPENS, Turning.BEGINS})
_BY_A_DAY = frozenset({Turning.CLOSES, Turning.ENDS, Turning.HANDED_OVER, Turning.BEGINS})
"""What may be told by its last day: the words say "by then", and the new state begins on the day after."""


def turns(one: ItemOnDate) -> tuple[Turn, ...]:
    """The turns of an item through all time, oldest first. That a receiver confirms turns nothing."""
    return tuple(_turns(one))


def then(one: ItemOnDate) -> Segment | None:
    """The state that follows on the present one; None where that has no end."""
    if one.until is None:
        return None
    return next((each for each in stretches(one.history) if day_before(each.first) == one.until), None)


def _turns(one: ItemOnDate) -> Iterator[Turn]:
    for before, after in pairwise(stretches(one.history)):
        if after.first is not None:
            what = _WHAT.get(after.state, Turning.CHANGES)
            event = _event_of(one, after.first, after.state)
            reading = _reading_on(one, after.first)
            last = _last_day(what, event, reading)
            if last != day_before(after.first):
                last = None  # that day is named for something else
            first = _first_day(one, what, before, after)
            yield Turn(what, after.first, before, after, first, last, event, reading.done)


def _event_of(one: ItemOnDate, day: date, state: State) -> Event | None:
    """The event that makes the state on that day: of several, the one that reports it before what confirms it."""
    found = [event for event in one.events if first_day(event) == day and makes(event, state)]
    return next((event for event in found if event.what != "accepted"), found[0] if found else None)


def _reading_on(one: ItemOnDate, day: date) -> Reading:
    """What holds on that day, as it is understood."""
    return next((known.reading for known in reversed(one.readings) if known.holds_on(day)), UNKNOWN_READING)


def _last_day(what: Turning, event: Event | None, reading: Reading) -> date | None:
    """The last day that the words name, or the event: what has ended on a day has had it as its last."""
    if event is not None:
        return event.date if event.what == "ended" else None
    return reading.end if what in _BY_A_DAY else None


def _first_day(one: ItemOnDate, what: Turning, before: Segment, after: Segment) -> date | None:
    """The first day of the new state, or of the window that is over, where the words or an event name it."""
    if what not in _OPENING and before.state in _WINDOWS:
        day = before.first
    else:
        day = after.first if what in _OPENING or what is Turning.HANDED_OVER else None
    named = (known.reading.start == day for known in one.readings)
    return day if any(named) or any(first_day(event) == day for event in one.events) else None
