"""What a reading, an event and the end of the organisation make of an item through time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from vrplan.days import ONE_DAY
from vrplan.phrases import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vrplan.as_of.standing import Said
    from vrplan.phrases import Reading


class State(StrEnum):
    """What holds of an item on a date."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    IN_TRANSITION = "in_transition"
    DUE = "due"
    OVERDUE = "overdue"
    POSTPONED = "postponed"
    TRANSFERRED = "transferred"
    ENDED = "ended"
    DONE = "done"
    CANCELLED = "cancelled"
    ORPHANED = "orphaned"
    UNDECIDED = "undecided"
    UNKNOWN = "unknown"


OVER = frozenset({State.ENDED, State.DONE, State.CANCELLED, State.TRANSFERRED})
"""The states in which nobody has to look after an item any more, or somebody else does."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A state that lasts from `first` to `last`, both inclusive; None is open on that side."""

    state: State
    first: date | None = None
    last: date | None = None
    to: str | None = None
    confirmed: bool = False

    def covers(self, day: date) -> bool:
        """Whether the state holds on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def going_to(self, recipient: str | None) -> Segment:
        """The same with a recipient."""
        return replace(self, to=recipient)


Segments = tuple[Segment, ...]


def from_reading(decided: tuple[Said, ...]) -> Segments:
    """The states that the statement that holds (the first of `decided`) gives, through all time.

    What is done without a date is so from the day of its document; before that, what it replaced counts.
    """
    said = decided[0]
    reading = said.reading
    if _is_done_undated(reading):
        return _done(done_from(said), decided)
    return windows(reading, said.document_date)


def done_from(said: Said) -> date | None:
    """The day from which what is done without a date is done."""
    return said.reading.end or said.reading.start or said.document_date


def replaced(decided: tuple[Said, ...]) -> tuple[Said, ...]:
    """What counts until the day from which the first of `decided` is done; nothing where that is dated.

    What was adopted on the same day never held before it.
    """
    if not _is_done_undated(decided[0].reading) or done_from(decided[0]) is None:
        return ()
    return tuple(one for one in decided if one.day < decided[0].day)


def _is_done_undated(reading: Reading) -> bool:
    if reading.kind in {Kind.DONE, Kind.CANCELLED}:
        return True
    undated = reading.start is None and reading.end is None
    return reading.done and undated and reading.kind in {Kind.ENDS, Kind.TRANSFERS}


_WHEN_DONE = {
    Kind.DONE: State.DONE,
    Kind.CANCELLED: State.CANCELLED,
    Kind.ENDS: State.ENDED,
    Kind.TRANSFERS: State.TRANSFERRED,
}


def _done(day: date | None, decided: tuple[Said, ...]) -> Segments:
    reading = decided[0].reading
    after = Segment(_WHEN_DONE[reading.kind], day, None, reading.recipient)
    if day is None:
        return (after,)
    if older := replaced(decided):
        before = from_reading(older)
    else:
        before = (Segment(State.NOT_STARTED if reading.kind is Kind.DONE else State.ONGOING),)
    return joined((*clipped(before, day), after))


def windows(reading: Reading, document_date: date | None) -> Segments:
    """The table of design section 5: the states before, in and after the reading's window."""
    start, end, to = reading.start, reading.end, reading.recipient
    make = _TABLE[reading.kind]
    if reading.kind is Kind.DUE and start is None:
        start = document_date if end is None or document_date is None else min(document_date, end)
    return _runs(make(start, end), to)


_Run = tuple[State, date | None]
"""A state and its last day; None lasts for ever."""


def _runs(runs: Iterable[_Run], to: str | None) -> Segments:
    segments: list[Segment] = []
    first: date | None = None
    for state, last in runs:
        if first is not None and last is not None and last < first:
            continue
        segments.append(Segment(state, first, last, to))
        if last is None or last == date.max:
            break
        first = last + ONE_DAY
    return joined(segments)


def day_before(day: date | None) -> date | None:
    """The day before; None where there is none."""
    return day - ONE_DAY if day is not None and day > date.min else None


def _phased(before: State, within: State, after: State) -> Callable[[date | None, date | None], list[_Run]]:
    def runs(start: date | None, end: date | None) -> list[_Run]:
        opening: list[_Run] = [(before, day_before(start))] if day_before(start) else []
        return [*opening, (within, end), (after, None)]

    return runs


def _until_end(_: date | None, end: date | None) -> list[_Run]:
    return [(State.ONGOING, end), (State.ENDED, None)]


def _transfer(start: date | None, end: date | None) -> list[_Run]:
    if start is None:
        return [(State.ONGOING, end), (State.TRANSFERRED, None)]
    if end is None or end == start:
        return [(State.ONGOING, day_before(start)), (State.TRANSFERRED, None)]
    return [(State.ONGOING, day_before(start)), (State.IN_TRANSITION, end), (State.TRANSFERRED, None)]


def _start(start: date | None, end: date | None) -> list[_Run]:
    # "Oppstart innen 1.9" names only the latest start: until then nobody can say that it runs.
    begins = day_before(start) if start is not None else end
    return [(State.NOT_STARTED, begins), (State.ONGOING, None)] if begins else [(State.ONGOING, None)]


def _postponement(start: date | None, end: date | None) -> list[_Run]:
    if start is None:
        return [(State.POSTPONED, end), (State.OVERDUE, None)]
    return [(State.POSTPONED, day_before(start)), (State.DUE, end), (State.OVERDUE, None)]


def _unknown(_start: date | None, _end: date | None) -> list[_Run]:
    return [(State.UNKNOWN, None)]


_TABLE: dict[Kind, Callable[[date | None, date | None], list[_Run]]] = {
    Kind.ONGOING: _phased(State.NOT_STARTED, State.ONGOING, State.ENDED),
    Kind.RECURRING: _phased(State.NOT_STARTED, State.ONGOING, State.ENDED),
    Kind.CONTINUES: _until_end,
    Kind.ENDS: _until_end,
    Kind.TRANSFERS: _transfer,
    Kind.DUE: _phased(State.NOT_STARTED, State.DUE, State.OVERDUE),
    Kind.STARTS: _start,
    Kind.POSTPONED: _postponement,
    Kind.UNKNOWN: _unknown,
}


def from_ceasing(segments: Segments, ceases: date | None, heir: str | None = None) -> Segments:
    """The states of what the organisation owned, from its last day on; as they are when it goes on.

    What is still ongoing then, without an end of its own and without a recipient or an heir, is orphaned.
    """
    last = segments[-1]
    if ceases is None or last.state is not State.ONGOING or (last.to or heir) is not None:
        return segments
    first = max(ceases, last.first or ceases)
    return joined((*clipped(segments, first), replace(last, state=State.ORPHANED, first=first)))


def clipped(segments: Segments, day: date) -> Segments:
    """What the segments say before `day`."""
    return tuple(
        replace(one, last=day_before(day)) if one.last is None or one.last >= day else one
        for one in segments
        if one.first is None or one.first < day
    )


def clipped_from(segments: Segments, day: date) -> Segments:
    """What the segments say from `day` on."""
    return tuple(
        replace(one, first=day) if one.first is None or one.first < day else one
        for one in segments
        if one.last is None or one.last >= day
    )


def joined(segments: Iterable[Segment]) -> Segments:
    """Neighbours that are alike made one, so that since and until tell the whole of a state."""
    result: list[Segment] = []
    for one in segments:
        if result and _alike(result[-1], one):
            result[-1] = replace(result[-1], last=one.last)
        else:
            result.append(one)
    return tuple(result)


def _alike(one: Segment, other: Segment) -> bool:
    return (one.state, one.to, one.confirmed) == (other.state, other.to, other.confirmed)
