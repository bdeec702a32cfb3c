"""What really happened, and what it makes of the states that the words give."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of.readings import InForce
from vrplan.as_of.states import (
    OVER,
    Segment,
    Segments,
    State,
    clipped,
    clipped_from,
    day_before,
    from_ceasing,
    joined,
    windows,
)
from vrplan.days import ONE_DAY
from vrplan.phrases import UNKNOWN_READING, Kind, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vrplan.as_of.standing import Said
    from vrplan.model.written import Event


def with_events(
    segments: Segments, events: Sequence[Event], said: Said | None, heir: str | None, ceases: date | None
) -> tuple[Segments, tuple[InForce, ...]]:
    """The states with what really happened: from its day on, an event overrides the statement.

    Of what has ended, the day of the event is the last day: it is over from the next day on. Every other event counts
    from its own day. Beside them, how the words are understood from the day of each event on.

    `heir` is the recipient where the words name none; from `ceases` on what still runs may be orphaned.
    """
    steps = tuple(after_each(segments, events, said, heir, ceases))
    return steps[-1][0] if steps else segments, tuple(in_force for _, in_force in steps)


def after_each(
    segments: Segments, events: Sequence[Event], said: Said | None, heir: str | None, ceases: date | None
) -> Iterator[tuple[Segments, InForce]]:
    """The states with the first event, with the first two, and so on to all; and how the words are understood then."""
    reading = said.reading if said is not None else UNKNOWN_READING
    reading = reading._replace(recipient=reading.recipient or heir)
    for number, event in enumerate(events):
        first = first_day(event)
        before = clipped(segments, first)
        upon = comes_upon(event, events[:number])
        now = next(one for one in segments if one.covers(upon))
        recipient = event.recipient or next((one.to for one in reversed(segments) if one.to), None)
        if event.what in _FACTS:
            given = event.what in {"transferred", "accepted"}
            to = recipient if given else event.recipient
            # What the receiver has confirmed stays confirmed, as long as it is the same receiver and not over.
            confirmed = event.what == "accepted" or (given and now.confirmed and now.to == to)
            after: Segments = (Segment(_FACTS[event.what], first, None, to, confirmed),)
        else:
            reading = _begun_again(event) if _is_restart(event, now) else _moved(reading, event)
            reading = reading._replace(recipient=event.recipient or reading.recipient)
            after = clipped_from(windows(reading, event.date), event.date)
        segments = from_ceasing(joined((*before, *after)), ceases, heir)
        yield segments, InForce(event.date, reading)


def is_overtaken(event: Event, said: Said | None) -> bool:
    """Whether the statement that holds was decided after the event: that ends a postponement, but no fact."""
    return event.what == "postponed" and said is not None and said.day > event.date


_FACTS = {
    "done": State.DONE,
    "transferred": State.TRANSFERRED,
    "accepted": State.TRANSFERRED,
    "ended": State.ENDED,
    "cancelled": State.CANCELLED,
}


_CHANGED = {
    "started": frozenset({State.ONGOING, State.DUE}),
    "postponed": frozenset({State.POSTPONED, State.ONGOING, State.DUE, State.IN_TRANSITION}),
}


def first_day(event: Event) -> date:
    """The first day of what an event makes: its own, but of what has ended on a day, which was its last, the next."""
    return event.date + ONE_DAY if event.what == "ended" and event.date < date.max else event.date


def comes_upon(event: Event, earlier: Iterable[Event]) -> date:
    """The day that shows what an event comes upon: its own, or later when what one before it makes begins later.

    What ended on a day and began again on the same day was over in between.
    """
    return max((event.date, *(first_day(one) for one in earlier)))


def makes(event: Event, state: State) -> bool:
    """Whether an event that counts makes that state on its day; what else turns on that day is by the words."""
    made = _FACTS.get(event.what)
    return state is made if made is not None else state in _CHANGED[event.what]


def _is_restart(event: Event, now: Segment) -> bool:
    """Whether something that was over is started once more."""
    return event.what == "started" and now.state in OVER


def _begun_again(event: Event) -> Reading:
    return Reading(Kind.STARTS, start=event.date)


def _moved(reading: Reading, event: Event) -> Reading:
    """The reading that an item has once it was started or postponed."""
    if event.what == "started":
        return _started(reading, event.date)
    if reading.kind in {Kind.ENDS, Kind.CONTINUES}:
        return reading._replace(end=event.to or day_before(event.from_))
    kind = Kind.TRANSFERS if reading.kind is Kind.TRANSFERS else Kind.POSTPONED
    return reading._replace(kind=kind, start=event.from_, end=event.to, done=False)


def _started(reading: Reading, day: date) -> Reading:
    if reading.kind in {Kind.CONTINUES, Kind.ENDS, Kind.TRANSFERS}:
        return reading
    if reading.kind in {Kind.DUE, Kind.POSTPONED}:
        return reading._replace(kind=Kind.DUE, start=day)
    kind = reading.kind if reading.kind in {Kind.ONGOING, Kind.RECURRING} else Kind.STARTS
    return reading._replace(kind=kind, start=day, done=False)
