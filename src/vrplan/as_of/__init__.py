"""A `Plan` and the clocks give the state of every item and what stands beside it."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vrplan.as_of.course import Course, courses, history_of
from vrplan.as_of.meetings import KnownMeeting, known_meetings
from vrplan.as_of.standing import Said, heard
from vrplan.as_of.states import OVER, Segment, State
from vrplan.model.authority import Authority, Standpoint
from vrplan.model.plan import Item, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of.readings import InForce
    from vrplan.model.written import Event

__all__ = [
    "Clocks",
    "ItemOnDate",
    "PlanOnDate",
    "Said",
    "Segment",
    "State",
    "as_of",
    "each_on_date",
    "end_of",
    "heard",
    "history",
]


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks: the day asked about, and the day from which we look (None: everything known counts)."""

    date: datetime.date
    as_known: datetime.date | None = None

    def knows(self, day: datetime.date | None) -> bool:
        """Whether something decided or recorded on `day` was known; undated things only when all counts."""
        return self.as_known is None or (day is not None and day <= self.as_known)


class ItemOnDate(NamedTuple):
    """One item on the day asked about: its state, the statement that holds and those that stand beside it."""

    item: Item
    state: State
    since: datetime.date | None
    until: datetime.date | None
    to: str | None
    confirmed: bool
    owner: str | None
    holds: Said | None
    beside: tuple[Said, ...]
    history: tuple[Segment, ...]
    happened: Event | None
    """The last recorded event that counts on this day."""
    events: tuple[Event, ...]
    """The recorded events that count, on whatever day: known, and not overtaken; oldest first."""
    readings: tuple[InForce, ...]
    """How the words are understood, oldest first: an event may put them off."""

    @property
    def is_ownerless(self) -> bool:
        """Whether it is not over and nobody owns it."""
        return self.owner is None and self.state not in OVER


@dataclass(frozen=True)
class PlanOnDate:
    """A plan seen with two clocks: every item of which something known speaks, in the order of the file."""

    plan: Plan
    clocks: Clocks
    items: tuple[ItemOnDate, ...]

    @cached_property
    def ceases(self) -> datetime.date | None:
        """The first day without the organisation, when its decision is known."""
        return end_of(self.plan, self.clocks)

    @property
    def in_period(self) -> bool:
        """Whether the day asked about lies within the plan's period, both ends included."""
        period = self.plan.written.period
        return period.from_ <= self.clocks.date <= period.to

    @cached_property
    def meetings(self) -> tuple[KnownMeeting, ...]:
        """The meetings that were known, by their last possible day, then in the order of the file."""
        return known_meetings(self)

    @cached_property
    def columns(self) -> tuple[tuple[Authority, Standpoint], ...]:
        """The known columns, newest first, each with what it was worth.

        Of several that are equally new, or of which no decision is known, that one stands first whose words hold.
        """
        holding = Counter(one.holds.statement.authority.key for one in self.items if one.holds is not None)
        known = [
            (authority, seen)
            for authority in self.plan.columns_as_authorities()
            if (seen := authority.seen_from(self.clocks.as_known)) is not None
        ]
        known.sort(key=lambda pair: holding[pair[0].key], reverse=True)
        return tuple(sorted(known, key=lambda pair: pair[1].known or datetime.date.min, reverse=True))

    @property
    def column_in_force(self) -> tuple[Authority, Standpoint] | None:
        """The newest column that was adopted."""
        return next((pair for pair in self.columns if pair[1].standing == "adopted"), None)


def as_of(plan: Plan, clocks: Clocks) -> PlanOnDate:
    """The state of every item on `clocks.date`, as far as was known on `clocks.as_known`."""
    return PlanOnDate(plan, clocks, tuple(each_on_date(plan, clocks)))


def each_on_date(plan: Plan, clocks: Clocks) -> Iterator[ItemOnDate]:
    """The items of `as_of`, one at a time: for whoever looks at each once and keeps none."""
    end = end_of(plan, clocks)
    course_of = courses(clocks)
    for item in plan.items:
        ownerless_from = _end_for(plan, item, end)
        course = course_of(item, ownerless_from)
        if course is not None:
            yield _on_date(item, course, clocks, ownerless_from)


def history(plan: Plan, item: Item, as_known: datetime.date | None) -> tuple[Segment, ...]:
    """All states of an item through time, without a gap; empty when nothing known speaks of it."""
    clocks = Clocks(datetime.date.min, as_known)
    return history_of(item, clocks, _end_for(plan, item, end_of(plan, clocks)))


def _end_for(plan: Plan, item: Item, end: datetime.date | None) -> datetime.date | None:
    """The first day on which the item has no owner, when the organisation that ends owns it."""
    return end if item.owner in plan.organisation_with_parts else None


def _on_date(item: Item, course: Course, clocks: Clocks, end: datetime.date | None) -> ItemOnDate:
    holds, beside = course.said(item)
    return ItemOnDate(
        item=item,
        state=course.now.state,
        since=course.stretch.first,
        until=course.stretch.last,
        to=course.now.to,
        confirmed=course.now.confirmed,
        owner=None if end is not None and clocks.date >= end else item.owner,
        holds=holds,
        beside=beside,
        history=course.history,
        happened=course.happened,
        events=course.events,
        readings=course.readings,
    )


def end_of(plan: Plan, clocks: Clocks) -> datetime.date | None:
    """The first day without the organisation; None when no adopted and dated decision that was known says so."""
    if plan.ceases is None:
        return None
    decision, _ = plan.find_decision(plan.ceases.decision)
    if decision is None or decision.standing != "adopted" or decision.date is None:
        return None
    return plan.ceases.date if clocks.knows(decision.date.last) else None
