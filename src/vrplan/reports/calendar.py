"""What of a plan goes into a calendar: the days of its items, its meetings, and the organisation's last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.states import day_before
from vrplan.reports.marked_days import Marked, marked_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.as_of.meetings import KnownMeeting
    from vrplan.model.decided import Decision


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose calendar it is. What is empty leaves nothing out."""

    to: str | None = None
    """The party (its id) that gets what the calendar tells."""
    parts: frozenset[str] = frozenset()
    """That party and what is part of it."""
    resources: tuple[str, ...] = ()
    """Parts of the names of those who do it, in any case."""

    @property
    def is_everybodys(self) -> bool:
        """Whether nothing is left out."""
        return self.to is None and not self.resources

    def takes(self, one: ItemOnDate) -> bool:
        """Whether an item concerns them: at some time it goes to the party, and one of the resources does it."""
        resource = (one.item.resource or one.item.who or "").casefold()
        return (self.to is None or any(segment.to in self.parts for segment in one.history)) and (
            not self.resources or any(name.casefold() in resource for name in self.resources)
        )


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A meeting of a body, with everything that was known of that body's meetings on the day, and its decisions."""

    body: str
    first: date
    meetings: tuple[KnownMeeting, ...]
    decisions: tuple[Decision, ...]

    @property
    def last(self) -> date:
        """Its last day: a meeting has one."""
        return self.first


@dataclass(frozen=True, slots=True)
class LastDay:
    """The organisation's last day: the day before it ceases, which a decision says."""

    first: date
    decision: str
    orphaned: tuple[ItemOnDate, ...]
    """What nobody owns from the next day on, though it has neither an end nor a receiver."""

    @property
    def last(self) -> date:
        """The same day."""
        return self.first


CalendarEntry = Marked | MeetingDay | LastDay


@dataclass(frozen=True, slots=True)
class CalendarReport:
    """What goes into a calendar, in order of time, and how much of the plan has no day in it."""

    view: PlanOnDate
    whose: Whose
    entries: tuple[CalendarEntry, ...]
    """Everything that the plan gives a day, wanted or not: what a calendar holds already is not taken out again."""
    since: date | None
    rough_meetings: int
    """Meetings whose day is not known."""
    undecided: int
    """Items of which only something proposed, considered or intended is said."""
    unread: int
    """Items whose words are not understood."""

    def wants(self, entry: CalendarEntry) -> bool:
        """Whether it is asked about: all that lasts to `since`; without it, no meetings before the plan's period."""
        begin = self.view.plan.written.period.from_ if isinstance(entry, MeetingDay) else date.min
        return entry.last >= (self.since or begin)


def calendar(view: PlanOnDate, whose: Whose | None = None, since: date | None = None) -> CalendarReport:
    """Fill a calendar with what is decided; `since` leaves out what was over before that day.

    A calendar of one receiver or resource has no meetings: they are the meetings of the organisation.
    """
    whose = whose or Whose()
    items = tuple(one for one in view.items if whose.takes(one))
    entries: list[CalendarEntry] = [marked for one in items for marked in marked_days(one, view.clocks)]
    entries += _last_day(view, items)
    known = view.meetings if whose.is_everybodys else ()
    entries += _meetings(view, known)
    entries.sort(key=lambda entry: (entry.first, entry.last))
    begin = since or view.plan.written.period.from_
    return CalendarReport(
        view,
        whose,
        tuple(entries),
        since,
        sum(not one.date.is_day and one.date.last >= begin for one in known),
        sum(one.history[-1].state is State.UNDECIDED for one in items),
        sum(one.history[-1].state is State.UNKNOWN for one in items),
    )


def _last_day(view: PlanOnDate, items: tuple[ItemOnDate, ...]) -> Iterator[LastDay]:
    day = day_before(view.ceases)
    if day is not None and view.plan.ceases is not None:
        orphaned = tuple(one for one in items if one.history[-1].state is State.ORPHANED)
        yield LastDay(day, view.plan.ceases.decision, orphaned)


def _meetings(view: PlanOnDate, known: Iterable[KnownMeeting]) -> Iterator[MeetingDay]:
    """The meetings that have a day, one for each body and day: two papers may tell of the same."""
    together: dict[tuple[str, date], list[KnownMeeting]] = {}
    for one in known:
        if one.date.is_day:
            together.setdefault((one.body, one.date.last), []).append(one)
    decided: dict[tuple[str | None, date], list[Decision]] = {}
    for decision in view.plan.decided.decisions:
        day = decision.date
        if day is not None and day.is_day and view.clocks.knows(day.last):
            decided.setdefault((decision.body, day.last), []).append(decision)
    for (body, on), told in together.items():
        yield MeetingDay(body, on, tuple(told), tuple(decided.get((body, on), ())))
