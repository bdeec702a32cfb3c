"""Which state everything has on a date, what changed, what is next, and what nobody owns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal

from vrplan.as_of import Clocks, ItemOnDate, PlanOnDate, State, as_of
from vrplan.as_of.hand_over import recorded
from vrplan.as_of.stages import Stage, stage_of
from vrplan.as_of.stretches import stretches
from vrplan.days import ONE_DAY
from vrplan.model.plan import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.as_of import Segment
    from vrplan.model.plan import Item


@dataclass(frozen=True, slots=True)
class Choice:
    """Which items are wanted. An empty set leaves nothing out."""

    areas: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()
    recipients: frozenset[str] = frozenset()
    resource: str = ""
    levels: frozenset[Level] = frozenset()
    ownerless: bool = False
    """Only what nobody owns on the date."""

    def speaks_of(self, one: ItemOnDate) -> bool:
        """Whether the item is one of those asked about, whatever its state."""
        resource = one.item.resource or one.item.who or ""
        return (
            (not self.areas or one.item.area in self.areas)
            and (not self.levels or one.item.level in self.levels)
            and (not self.recipients or one.to in self.recipients)
            and self.resource.casefold() in resource.casefold()
        )

    def misses(self, item: Item) -> bool:
        """Whether nothing is said of an item that would be asked about: it has no state and goes to nobody."""
        asks_more = self.states or self.recipients or self.ownerless
        return (
            item.is_unspoken
            and not asks_more
            and (not self.areas or item.area in self.areas)
            and (not self.levels or item.level in self.levels)
            and self.resource.casefold() in (item.resource or item.who or "").casefold()
        )

    def takes(self, one: ItemOnDate) -> bool:
        """Whether the item is wanted: it is asked about and in a state that is wanted."""
        return (
            self.speaks_of(one)
            and (not self.states or one.state in self.states)
            and (not self.ownerless or one.is_ownerless)
        )


@dataclass(frozen=True, slots=True)
class Change:
    """An item whose state has changed: what it was before, and what it is."""

    now: ItemOnDate
    before: State | None
    after: Segment
    stage: Stage | None = None
    """How far the hand-over has come of what is transferred by now."""
    confirms: bool = False
    """Whether the receiver confirms what had been handed over before, and nothing else changes."""


@dataclass(frozen=True, slots=True)
class Highlights:
    """What a chief executive asks first, of the items asked about in whatever state."""

    since: date | None
    """The last meeting before the date, or the day that was asked for; None when no meeting is known."""
    changes: tuple[Change, ...]
    next_day: date | None
    next_changes: tuple[Change, ...]
    ownerless: tuple[ItemOnDate, ...]
    """Items that still run, or are still to be done, and that nobody owns on the date."""
    ownerless_from: date | None
    """The day from which others will be so: the first day without the organisation, when it is still to come."""
    ownerless_later: tuple[ItemOnDate, ...]


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The states of the items on a date, with their counts by level."""

    kind: ClassVar[Literal["status"]] = "status"
    view: PlanOnDate
    items: tuple[ItemOnDate, ...]
    counts: dict[Level, dict[State, int]]
    highlights: Highlights
    choice: Choice
    marked: dict[str, State | None]
    """What the items were that changed since the day asked for (`--since`), by id; empty without it."""
    brief: bool = False
    """Whether whoever reads it wants the answers and the counts only."""
    unspoken: tuple[Item, ...] = ()
    """What was asked about and has no state on any day, since nothing is said of it."""

    @property
    def listed(self) -> tuple[ItemOnDate, ...]:
        """The items to tell one by one."""
        return () if self.brief else self.items


def status(
    view: PlanOnDate, choice: Choice | None = None, since: date | None = None, *, brief: bool = False
) -> StatusReport:
    """Report the items that `choice` takes. `since` is the day to compare with, instead of the last meeting."""
    choice = choice or Choice()
    items = tuple(one for one in view.items if choice.takes(one))
    asked = tuple(one for one in view.items if choice.speaks_of(one))
    highlights = _highlights(view, asked, since or last_meeting(view))
    marked = {change.now.item.id: change.before for change in highlights.changes} if since else {}
    unspoken = tuple(one for one in view.plan.items if choice.misses(one))
    return StatusReport(view, items, _counts(items), highlights, choice, marked, brief, unspoken)


def last_meeting(view: PlanOnDate) -> date | None:
    """The last meeting with a known day before the date asked about, and not after the day from which we look."""
    days = [meeting.date.last for meeting in view.plan.decided.meetings if meeting.date.is_day]
    return max((day for day in days if day < view.clocks.date and view.clocks.knows(day)), default=None)


def _counts(items: Iterable[ItemOnDate]) -> dict[Level, dict[State, int]]:
    by_level: dict[Level, Counter[State]] = {
        "activity": Counter(),
        "focus_area": Counter(),
        "obligation": Counter(),
    }
    for one in items:
        by_level[one.item.level][one.state] += 1
    return {
        level: {state: count[state] for state in State if count[state]} for level, count in by_level.items()
    }


def _highlights(view: PlanOnDate, items: tuple[ItemOnDate, ...], since: date | None) -> Highlights:
    today = view.clocks.date
    turns = [
        (turn.first, one, turn) for one in items for turn in one.history if turn.first and turn.first > today
    ]
    next_day = min((day for day, _, _ in turns), default=None)
    later = view.ceases if view.ceases and view.ceases > today else None
    return Highlights(
        since=since,
        changes=_changes(view, items, since) if since else (),
        next_day=next_day,
        next_changes=tuple(
            Change(one, one.state, turn, confirms=_only_confirms(one, day - ONE_DAY, day))
            for day, one, turn in turns
            if day == next_day
        ),
        ownerless=_ownerless(items),
        ownerless_from=later,
        ownerless_later=_ownerless_on(view, items, later) if later else (),
    )


def _changes(view: PlanOnDate, items: Iterable[ItemOnDate], since: date) -> tuple[Change, ...]:
    changes: list[Change] = []
    for one in items:
        then = next(segment for segment in one.history if segment.covers(since))
        now = next(segment for segment in one.history if segment.covers(view.clocks.date))
        if (then.state, then.to, then.confirmed) != (now.state, now.to, now.confirmed):
            gone = one.state is State.TRANSFERRED
            stage = stage_of(one, recorded(view, one)) if gone else None
            confirms = _only_confirms(one, since, view.clocks.date)
            changes.append(Change(one, then.state, now, stage, confirms))
    return tuple(changes)


def _only_confirms(one: ItemOnDate, then: date, now: date) -> bool:
    """Whether what was handed over by `then` is with the same receiver on `now`, and confirmed since."""
    is_one_state = any(each.covers(then) and each.covers(now) for each in stretches(one.history))
    was_confirmed, is_confirmed = (
        any(each.confirmed and each.covers(day) for each in one.history) for day in (then, now)
    )
    return is_one_state and is_confirmed and not was_confirmed


def _ownerless(items: Iterable[ItemOnDate]) -> tuple[ItemOnDate, ...]:
    return tuple(one for one in items if one.is_ownerless)


def _ownerless_on(view: PlanOnDate, items: Iterable[ItemOnDate], day: date) -> tuple[ItemOnDate, ...]:
    wanted = {one.item.id for one in items}
    later = as_of(view.plan, Clocks(day, view.clocks.as_known))
    return _ownerless(one for one in later.items if one.item.id in wanted)
