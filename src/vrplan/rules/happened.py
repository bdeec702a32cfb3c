"""Events in the order of time: none before its item begins, none after it is over, none twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.as_of import State, history
from vrplan.as_of.events import first_day
from vrplan.as_of.standing import listen
from vrplan.as_of.states import OVER
from vrplan.days import ONE_DAY, norwegian
from vrplan.findings import Code, Finding, Related, Severity, Spot, Told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.as_of import Segment
    from vrplan.findings import Value
    from vrplan.model.plan import Item, Plan
    from vrplan.model.written import Event

TOO_EARLY = Code(
    "VR511",
    "event-before-the-beginning",
    Severity.INFO,
    "{item} is recorded as {what} on {day}, and does not begin {when}",
    "look the day up; if it began earlier than was decided, record that first: what: started",
)
TOO_LATE = Code(
    "VR512",
    "event-after-the-end",
    Severity.WARNING,
    "{item} is recorded as {what} on {day}, and was over by then: {state} {since}",
    "look the day up; if it went on, record first what decided that it should",
)
TWICE = Code(
    "VR513",
    "event-recorded-twice",
    Severity.WARNING,
    "it is recorded twice that {item} was {what} on {day}",
    "remove one of the two; what is known in addition belongs in the note of the other",
)

TOO_SOON = Code(
    "VR514",
    "confirmed-before-the-hand-over",
    Severity.INFO,
    "{item} is recorded as accepted on {day}, and is not handed over before {when}",
    "if it was handed over earlier than was decided, record that first: what: transferred; that a receiver says "
    "beforehand that it will take over belongs in a note",
)

_NEEDS_A_BEGINNING = frozenset({"done", "ended", "transferred", "accepted"})
_GOING = frozenset({State.IN_TRANSITION, State.TRANSFERRED})


def event_follows_the_beginning(plan: Plan) -> Iterator[Finding]:
    """What is recorded as done, ended or handed over had begun by then.

    A task that is planned for the fourth quarter and reported as done in July was mistaken for another one, or
    the year is mistyped; every report of July would show it as done. If it really began earlier, that is an event
    of its own. What has not begun can be cancelled or postponed at any time. `vrplan record` refuses such an event.

    Example:
        status:
          HP 2018: Q4
        events:
          - {date: 2018-07-02, what: done, note: Melding}

    Instead:
        status:
          HP 2018: Q4
        events:
          - {date: 2018-06-25, what: started, note: Melding}
          - {date: 2018-07-02, what: done, note: Melding}
    """
    for item, index, event in _events(plan):
        now = _before(plan, item, index, event.date)
        if now is not None and now.state is State.NOT_STARTED and event.what in _NEEDS_A_BEGINNING:
            when = Told("on any day that is known")
            if now.last:
                when = Told("before {day}", {"day": norwegian(now.last + ONE_DAY)})
            yield _finding(TOO_EARLY, item, index, when=when)


def event_precedes_the_end(plan: Plan) -> Iterator[Finding]:
    """Nothing happens to what is over, but that it is begun again, confirmed by its receiver or passed on.

    A network that ended in June cannot be reported as ended, done or postponed in September: one of the two
    days is wrong, or it went on without a decision. Either is worth a question before the books are closed, and
    `vrplan record` refuses such an event.

    Example:
        status:
          HP 2018: Avsluttes 29.6.18
        events:
          - {date: 2018-09-03, what: ended, note: Referat}

    Instead:
        status:
          HP 2018: Avsluttes 29.6.18
        events:
          - {date: 2018-06-29, what: ended, note: Referat}
    """
    for item, index, event in _events(plan):
        earlier = _earlier(item, index)
        # The words may be a day off, what is recorded is not: of that, the day counts on which it holds.
        upon = max((first_day(event) - ONE_DAY, *(first_day(one) for one in earlier)))
        now = _before(plan, item, index, upon)
        if now is None or now.state not in OVER or _may_follow(event, now, earlier):
            continue
        if not any(_is_the_same(event, one) for one in earlier):
            yield _finding(TOO_LATE, item, index, state=_state(now), since=_since(now))


def event_is_recorded_once(plan: Plan) -> Iterator[Finding]:
    """Each event is recorded once: the same thing does not happen to the same item twice on one day.

    Mostly two people have entered the same letter. A list of what has happened is counted and added up, so
    an event that stands twice is a hand-over too many.

    Example:
        - {date: 2018-06-29, what: ended, note: Referat}
        - {date: 2018-06-29, what: ended, source: E-post}

    Instead:
        - {date: 2018-06-29, what: ended, note: Referat, source: E-post}
    """
    for item, index, event in _events(plan):
        first = next(
            (number for number, one in enumerate(item.events[:index]) if _is_the_same(event, one)), None
        )
        if first is not None:
            related = Related("recorded here first", Spot(item.file, (*item.path, "events", first)))
            yield replace(_finding(TWICE, item, index), related=(related,))


def confirmation_follows_the_hand_over(plan: Plan) -> Iterator[Finding]:
    """A receiver confirms what it has taken over: not before the day, or the window, in which that is to happen.

    A letter in June that says “we take over from 1 August” confirms nothing yet. Recorded as a confirmation it moves
    the hand-over to June, and when August comes nobody notices that nothing was handed over. `vrplan record` refuses
    such an event.

    Example:
        status:
          HP 2018: Overføres til KHS 1.8.2018
        events:
          - {date: 2018-06-25, what: accepted, note: Brev}

    Instead:
        status:
          HP 2018: Overføres til KHS 1.8.2018
        events:
          - {date: 2018-08-02, what: accepted, note: Brev}
    """
    for item, index, event in _events(plan):
        if event.what == "accepted" and (day := _day_of_hand_over(plan, item, index)) is not None:
            yield _finding(TOO_SOON, item, index, when=norwegian(day))


def _day_of_hand_over(plan: Plan, item: Item, index: int) -> date | None:
    """The day from which an item is on its way or handed over, where that was still to come on the day of an event.

    What is to be handed over *by* a day may be so at any time before.
    """
    day, earlier = item.events[index].date, _earlier(item, index)
    segments = _without_it(plan, item, index)
    now = next((one for one in segments if one.covers(day)), None)
    if now is None or now.state is not State.ONGOING:
        return None
    holds = listen(item, None).holds
    named = {holds.reading.start if holds else None, *(one.from_ for one in earlier)}
    going = (one.first for one in segments if one.state in _GOING and one.first in named)
    return next((first for first in going if first is not None and first > day), None)


def _events(plan: Plan) -> Iterator[tuple[Item, int, Event]]:
    return ((item, index, event) for item in plan.items for index, event in enumerate(item.events))


def _earlier(item: Item, index: int) -> tuple[Event, ...]:
    """The events before this one; of those of one day, the ones that are written first."""
    event = item.events[index]
    return tuple(
        one
        for number, one in enumerate(item.events)
        if one.date < event.date or (one.date == event.date and number < index)
    )


def _before(plan: Plan, item: Item, index: int, day: date) -> Segment | None:
    """What held of an item on a day, as far as the events before this one tell."""
    return next((one for one in _without_it(plan, item, index) if one.covers(day)), None)


def _without_it(plan: Plan, item: Item, index: int) -> tuple[Segment, ...]:
    """The states of an item through time, as far as the events before this one tell."""
    return history(plan, item._replace(events=_earlier(item, index)), None)


def _may_follow(event: Event, now: Segment, earlier: tuple[Event, ...]) -> bool:
    """Whether it can happen to what is over: begun again, confirmed, handed over as the words say, or passed on."""
    if event.what == "started":
        return True
    if now.state is not State.TRANSFERRED:
        return False
    if event.what == "accepted":
        return not now.confirmed or event.recipient not in {None, now.to}
    was_recorded = any(one.what in {"transferred", "accepted"} for one in earlier)
    passed_on = event.recipient is not None and event.recipient != now.to
    return event.what == "transferred" and (passed_on or not was_recorded)


def _state(now: Segment) -> Value:
    if now.state is not State.TRANSFERRED:
        return Told(now.state.value, context="state")
    return Told("handed over and confirmed") if now.confirmed else Told("handed over")


def _since(now: Segment) -> Value:
    if now.first is None:
        return Told("already")
    if now.state is State.ENDED:
        return Told("with {day} as its last day", {"day": norwegian(now.first - ONE_DAY)})
    return Told("since {day}", {"day": norwegian(now.first)})


def _is_the_same(one: Event, other: Event) -> bool:
    def facts(event: Event) -> tuple[object, ...]:
        return event.date, event.what, event.recipient, event.from_, event.to

    return facts(one) == facts(other)


def _finding(code: Code, item: Item, index: int, **values: Value) -> Finding:
    event = item.events[index]
    values |= {"item": item.id, "what": Told(event.what, context="event"), "day": norwegian(event.date)}
    return Finding(code, Spot(item.file, (*item.path, "events", index, "date")), values)
