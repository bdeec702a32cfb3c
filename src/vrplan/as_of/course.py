"""How the states of an item run: worked out once for all items of which the same is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vrplan.as_of.events import is_overtaken, with_events
from vrplan.as_of.readings import understood
from vrplan.as_of.standing import Said, listen
from vrplan.as_of.states import Segment, State, from_ceasing, from_reading
from vrplan.as_of.stretches import stretches
from vrplan.phrases import Kind

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from vrplan.as_of import Clocks
    from vrplan.as_of.readings import InForce
    from vrplan.as_of.standing import Voices
    from vrplan.model.authority import Standpoint
    from vrplan.model.plan import Item
    from vrplan.model.written import Event

_Where = tuple[int, "Standpoint"]
"""A statement by its number among those of its item, and what its authority was worth."""


class Course(NamedTuple):
    """The states of an item through time and on one day, and which of its statements count."""

    history: tuple[Segment, ...]
    now: Segment
    stretch: Segment
    """The whole time for which the state of the day lasts."""
    holds: _Where | None
    beside: tuple[_Where, ...]
    happened: Event | None
    events: tuple[Event, ...]
    readings: tuple[InForce, ...]

    def said(self, item: Item) -> tuple[Said | None, tuple[Said, ...]]:
        """The item's own statement that holds, and those that stand beside it."""
        return self.holds and _said(item, self.holds), tuple(_said(item, one) for one in self.beside)


def courses(clocks: Clocks) -> Callable[[Item, datetime.date | None], Course | None]:
    """What gives the course of an item and of the day on which it loses its owner; None when nothing speaks of it.

    A plan says the same of many items. All that a course rests on is the end, what the item is, whom it goes to, what
    happened, and of each statement its authority, its reading and its rank; so items without events that agree in
    these have one course. A plan keeps one object for each authority and for what is said alike: to compare which
    objects they are is enough, and much faster than to compare what is in them.
    """
    known: dict[tuple[object, ...], Course | None] = {}

    def course_of(item: Item, end: datetime.date | None) -> Course | None:
        if item.events:
            return _course(item, clocks, end)
        said = [(id(one.authority), id(one.reading), one.reach, one.order) for one in item.statements]
        alike = (end, item.kind, item.recipient, *said)
        if alike not in known:
            known[alike] = _course(item, clocks, end)
        return known[alike]

    return course_of


def history_of(item: Item, clocks: Clocks, end: datetime.date | None) -> tuple[Segment, ...]:
    """All states of an item through time; empty when nothing known speaks of it."""
    voices = listen(item, clocks.as_known)
    return _history(item, voices, _events(item, clocks, voices), end)[0]


def _course(item: Item, clocks: Clocks, end: datetime.date | None) -> Course | None:
    voices = listen(item, clocks.as_known)
    events = _events(item, clocks, voices)
    segments, readings = _history(item, voices, events, end)
    if not segments:
        return None
    happened = [event for event in events if event.date <= clocks.date]
    number = {id(one): at for at, one in enumerate(item.statements)}
    return Course(
        history=segments,
        now=next(one for one in segments if one.covers(clocks.date)),
        stretch=next(one for one in stretches(segments) if one.covers(clocks.date)),
        holds=(number[id(voices.holds.statement)], voices.holds.seen) if voices.holds else None,
        beside=tuple((number[id(one.statement)], one.seen) for one in voices.beside),
        happened=happened[-1] if happened else None,
        events=tuple(events),
        readings=readings,
    )


def _said(item: Item, where: _Where) -> Said:
    at, seen = where
    return Said(item.statements[at], seen)


def _history(
    item: Item, voices: Voices, events: list[Event], end: datetime.date | None
) -> tuple[tuple[Segment, ...], tuple[InForce, ...]]:
    """The states, and the readings that give them; no states when nothing known speaks of the item."""
    if voices.holds is not None:
        segments = from_reading(voices.decided)
    elif voices.beside:
        segments = (Segment(State.UNDECIDED),)
    elif item.kind == "property":
        segments = (Segment(State.ONGOING),)
    elif events:
        segments = (Segment(State.UNKNOWN),)
    else:
        return (), ()
    if item.kind == "property" or (voices.holds and voices.holds.reading.kind is Kind.TRANSFERS):
        segments = tuple(one if one.to else one.going_to(item.recipient) for one in segments)
    segments = from_ceasing(segments, end, item.recipient)
    segments, moved = with_events(segments, events, voices.holds, item.recipient, end)
    return segments, (*understood(voices.decided), *moved)


def _events(item: Item, clocks: Clocks, voices: Voices) -> list[Event]:
    known = (one for one in item.events if clocks.knows(one.date) and not is_overtaken(one, voices.holds))
    return sorted(known, key=lambda one: one.date)
