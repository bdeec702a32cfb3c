"""Everything dated, in order: decisions, meetings, windows, ends, events, the end of the organisation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from vrplan.as_of.meetings import knows_of
from vrplan.findings import Spot
from vrplan.reports.turnings import turnings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vrplan.as_of import ItemOnDate, PlanOnDate, Segment
    from vrplan.as_of.turns import Turn
    from vrplan.load import Loaded
    from vrplan.model.decided import Decision, Meeting
    from vrplan.model.values import PartialDate
    from vrplan.model.written import Event


class What(StrEnum):
    """What is dated, in the order in which the entries of one day are told."""

    MEETING = "meeting"
    DECISION = "decision"
    CEASES = "ceases"
    EVENT = "event"
    WINDOW_OPENS = "window_opens"
    BEGINS = "begins"
    HANDED_OVER = "handed_over"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    CHANGES = "changes"
    WINDOW_CLOSES = "window_closes"
    LAST_DAY = "last_day"
    OVERDUE = "overdue"
    ORPHANED = "orphaned"


When = Literal["past", "today", "to_come"]
"""Where an entry lies, seen from the day asked about."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something dated. `day` is None only of a decision without a date; one of the last four says what it is."""

    what: What
    day: date | None
    when: When | None
    spot: Spot
    file: str
    line: int | None = None
    until: date | None = None
    """The last day of what opens or begins, inclusive; None when it is open, and for everything else."""
    rough: PartialDate | None = None
    """The date as it is written, where that is a month or a year: `day` is then its last possible day."""
    now: ItemOnDate | None = None
    turn: Turn | None = None
    """The turn of `now`; of an event, the turn that it makes."""
    event: Event | None = None
    decision: Decision | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """An item and its states within the stretch, each as long as it really lasts."""

    now: ItemOnDate
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many entries lie on one side of the stretch, and the day that is farthest away (None: there are none)."""

    number: int
    farthest: date | None


@dataclass(frozen=True, slots=True)
class TimelineReport:
    """What is dated from `first` to `last`, both inclusive, in order; what has no date comes last."""

    view: PlanOnDate
    first: date
    last: date
    entries: tuple[Entry, ...]
    bars: tuple[Bar, ...]
    earlier: LeftOut
    later: LeftOut
    areas: frozenset[str]
    """The names of the areas asked about; none leaves nothing out."""

    def shows(self, day: date | None) -> bool:
        """Whether a day lies in the stretch."""
        return day is not None and self.first <= day <= self.last


def timeline(
    view: PlanOnDate,
    loaded: Loaded,
    asked: tuple[date | None, date | None] = (None, None),
    areas: frozenset[str] = frozenset(),
) -> TimelineReport:
    """Gather what is dated in the stretch `asked` for; a missing bound is that of the plan and what is dated of it.

    `areas` are names: only their items are shown, beside all decisions and meetings.
    """
    items = [one for one in view.items if not areas or one.item.area in areas]
    of_items = [entry for one in items for entry in _of_item(one, view)]
    others = [*_meetings(view), *_decisions(view), *_end(view)]
    ordered = sorted((*others, *of_items), key=_order)
    first, last = _stretch(view, of_items, asked)
    dated = [(one, one.day) for one in ordered if one.day is not None]
    shown = [one for one, day in dated if first <= day <= last]
    if asked == (None, None):
        shown += [one for one in ordered if one.day is None]
    before = [day for _, day in dated if day < first]
    after = [day for _, day in dated if day > last]
    return TimelineReport(
        view,
        first,
        last,
        _placed(shown, loaded),
        tuple(Bar(one, _within(one.history, first, last)) for one in items),
        LeftOut(len(before), min(before, default=None)),
        LeftOut(len(after), max(after, default=None)),
        areas,
    )


def _order(one: Entry) -> tuple[date, int, str, str, date]:
    """By day; those of one day by what happens, and what is alike together, in the order of the file."""
    before, to = (one.turn.before.state, one.turn.after.to or "") if one.turn is not None else ("", "")
    return one.day or date.max, _ORDER[one.what], before, to, one.until or date.max


_ORDER = {what: number for number, what in enumerate(What)}


def _stretch(
    view: PlanOnDate, of_items: Iterable[Entry], asked: tuple[date | None, date | None]
) -> tuple[date, date]:
    period = view.plan.written.period
    days = [period.from_, period.to, *(one.day for one in of_items if one.day is not None)]
    if view.ceases is not None:
        days.append(view.ceases)
    first, last = asked[0] or min(days), asked[1] or max(days)
    if first > last:  # a bound beyond everything that is dated shows its own year
        return (first, date(first.year, 12, 31)) if asked[1] is None else (date(last.year, 1, 1), last)
    return first, last


def _within(history: Iterable[Segment], first: date, last: date) -> tuple[Segment, ...]:
    return tuple(
        one
        for one in history
        if (one.first is None or one.first <= last) and (one.last is None or one.last >= first)
    )


def _when(day: date | None, view: PlanOnDate) -> When | None:
    if day is None:
        return None
    if day < view.clocks.date:
        return "past"
    return "today" if day == view.clocks.date else "to_come"


def _meetings(view: PlanOnDate) -> Iterator[Entry]:
    plan = view.plan
    for number, one in enumerate(plan.decided.meetings):
        day = one.date.last
        if knows_of(view, one):
            spot = Spot(plan.decisions_file, ("meetings", number))
            rough = None if one.date.is_day else one.date
            yield Entry(
                What.MEETING, day, _when(day, view), spot, plan.decisions_file, rough=rough, meeting=one
            )


def _decisions(view: PlanOnDate) -> Iterator[Entry]:
    file = view.plan.decisions_file
    for number, one in enumerate(view.plan.decided.decisions):
        day = one.date.last if one.date else None
        if view.clocks.knows(day):
            rough = one.date if one.date and not one.date.is_day else None
            spot = Spot(file, ("decisions", number))
            yield Entry(What.DECISION, day, _when(day, view), spot, file, rough=rough, decision=one)


def _end(view: PlanOnDate) -> Iterator[Entry]:
    if view.ceases is not None:
        file = view.plan.file
        yield Entry(What.CEASES, view.ceases, _when(view.ceases, view), Spot(file, ("ceases",)), file)


def _of_item(one: ItemOnDate, view: PlanOnDate) -> Iterator[Entry]:
    """The turns of an item and what is recorded of it; a turn that an event makes is told by the event."""
    item = one.item
    spot = Spot(item.file, item.path)
    made: dict[date, Turn] = {}
    recorded = {event.date for event in item.events if view.clocks.knows(event.date)}
    for day, what, turn in turnings(one.history):
        if turn.day in recorded:
            made[turn.day] = turn
            continue
        until = turn.after.last if day == turn.day else None
        when = _when(day, view)
        yield Entry(What(what), day, when, spot, item.file, item.line, until, now=one, turn=turn)
    for number, event in enumerate(item.events):
        if event.date in recorded:
            where = Spot(item.file, (*item.path, "events", number))
            when, made_turn = _when(event.date, view), made.get(event.date)
            yield Entry(What.EVENT, event.date, when, where, item.file, now=one, turn=made_turn, event=event)


def _placed(entries: list[Entry], loaded: Loaded) -> tuple[Entry, ...]:
    """The entries with the lines that they are written on."""
    places = loaded.places(one.spot for one in entries if one.line is None)
    return tuple(one if one.line is not None else replace(one, line=places[one.spot].line) for one in entries)
