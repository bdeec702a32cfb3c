"""What is dated, and of an item: its turns, its named last days, and what is recorded of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from vrplan.as_of.events import first_day, makes
from vrplan.as_of.states import OVER
from vrplan.as_of.turns import Turn, Turning, turns
from vrplan.findings import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.as_of.meetings import KnownMeeting
    from vrplan.model.decided import Decision
    from vrplan.model.values import PartialDate
    from vrplan.model.written import Event


class DatedWhat(StrEnum):
    """What is dated, in the order in which the entries of one day are told."""

    MEETING = "meeting"
    DECISION = "decision"
    CEASES = "ceases"
    EVENT = "event"
    WINDOW_OPENS = "window_opens"
    BEGINS = "begins"
    HANDED_OVER = "handed_over"
    """The day on which it goes over, where that is a day; what is to be handed over by a day is told on that."""
    ENDED = "ended"
    """It has ended, and no last day is named."""
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    CHANGES = "changes"
    BEGINS_BY = "begins_by"
    """The last day to begin."""
    WINDOW_CLOSES = "window_closes"
    LAST_DAY = "last_day"
    OVERDUE = "overdue"
    ORPHANED = "orphaned"


When = Literal["past", "today", "to_come"]
"""Where an entry lies, seen from the day asked about."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something dated. `day` is None only of a decision without a date; one of the last four says what it is."""

    what: DatedWhat
    day: date | None
    when: When | None
    spot: Spot
    file: str
    line: int | None = None
    until: date | None = None
    """How long it then stays so, inclusive; None when that is open, when it is over, and for a last day."""
    rough: PartialDate | None = None
    """The date as it is written, where that is a month or a year: `day` is then its last possible day."""
    now: ItemOnDate | None = None
    turn: Turn | None = None
    """The turn of `now`; of an event, the turn that it makes."""
    event: Event | None = None
    overtaken: bool = False
    """Whether the event does not count any more: a later decision put another time."""
    decision: Decision | None = None
    meeting: KnownMeeting | None = None

    @property
    def is_said_done(self) -> bool:
        """Of what is handed over on a day: whether the words say that it has happened, and not only when it is to."""
        return self.turn is not None and self.turn.is_said_done


def when(day: date | None, view: PlanOnDate) -> When | None:
    """On which side of the day asked about a day lies."""
    if day is None:
        return None
    if day < view.clocks.date:
        return "past"
    return "today" if day == view.clocks.date else "to_come"


def of_item(one: ItemOnDate, view: PlanOnDate) -> Iterator[Dated]:
    """The turns of an item and what is recorded of it; a turn that an event makes is told by the event."""
    item = one.item
    spot = Spot(item.file, item.path)
    found = turns(one)
    for turn in found:
        for day, what in _days_of(turn) if turn.event is None else ():
            stays = day == turn.day and turn.after.state not in OVER
            until = turn.after.last if stays else None
            lies = when(day, view)
            yield Dated(what, day, lies, spot, item.file, item.line, until, now=one, turn=turn)
    for number, event in enumerate(item.events):
        if view.clocks.knows(event.date):
            where = Spot(item.file, (*item.path, "events", number))
            counts = event in one.events
            made = next((turn for turn in found if counts and _is_made_by(turn, event)), None)
            entry = Dated(DatedWhat.EVENT, event.date, when(event.date, view), where, item.file, now=one)
            yield replace(entry, turn=made, event=event, overtaken=not counts)


def _is_made_by(turn: Turn, event: Event) -> bool:
    return turn.event is not None and turn.day == first_day(event) and makes(event, turn.after.state)


_TOLD = {
    Turning.OPENS: DatedWhat.WINDOW_OPENS,
    Turning.BEGINS: DatedWhat.BEGINS,
    Turning.HANDED_OVER: DatedWhat.HANDED_OVER,
    Turning.CLOSES: DatedWhat.OVERDUE,
    Turning.ENDS: DatedWhat.ENDED,
    Turning.DONE: DatedWhat.DONE,
    Turning.CANCELLED: DatedWhat.CANCELLED,
    Turning.POSTPONED: DatedWhat.POSTPONED,
    Turning.ORPHANED: DatedWhat.ORPHANED,
    Turning.CHANGES: DatedWhat.CHANGES,
}
_BY_A_DAY = {
    Turning.BEGINS: DatedWhat.BEGINS_BY,
    Turning.HANDED_OVER: DatedWhat.WINDOW_CLOSES,
    Turning.CLOSES: DatedWhat.WINDOW_CLOSES,
    Turning.ENDS: DatedWhat.LAST_DAY,
}


def _days_of(turn: Turn) -> Iterator[tuple[date, DatedWhat]]:
    """What is told of a turn: its named last day, else the day itself; of what is overdue then, both."""
    if turn.last is not None:
        yield turn.last, _BY_A_DAY[turn.what]
    if turn.last is None or turn.what is Turning.CLOSES:
        yield turn.day, _TOLD[turn.what]
