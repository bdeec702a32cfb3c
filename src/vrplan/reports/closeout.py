"""May the doors close at the end of a day? What is open then, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Literal

from vrplan.as_of import Clocks, State, as_of
from vrplan.as_of.states import OVER
from vrplan.days import ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate, Said
    from vrplan.model.plan import Item, Plan


class Reason(StrEnum):
    """Why an item keeps the doors open, the gravest first."""

    ORPHANED = "orphaned"
    PROPERTY = "property_without_recipient"
    OBLIGATION = "obligation_runs_on"
    OWNERLESS = "ownerless"
    NOT_HANDED_OVER = "not_handed_over"
    UNCONFIRMED = "not_confirmed"
    NOT_DONE = "not_reported_done"
    PROPOSED = "only_proposed"
    INTENDED = "never_decided"
    UNREAD = "not_understood"


@dataclass(frozen=True, slots=True)
class Open:
    """An item that is not settled, as it stands on the day it is looked at."""

    now: ItemOnDate
    reason: Reason


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An item that keeps no door open, and a text about it that nobody has decided."""

    now: ItemOnDate
    said: Said


@dataclass(frozen=True, slots=True)
class CloseoutReport:
    """What is open at the end of the day asked about, by reason."""

    kind: ClassVar[Literal["closeout"]] = "closeout"
    view: PlanOnDate
    """The plan on the day asked about, which is the last one or, when that has passed, any later one."""
    open: tuple[Open, ...]
    unsettled: tuple[Unsettled, ...]
    unspoken: tuple[Item, ...] = ()
    """What the organisation owns and nothing is said of: it has no state, and keeps no door open."""

    @property
    def is_past(self) -> bool:
        """Whether the organisation has ceased by the day asked about."""
        return _is_past(self.view)

    @property
    def seen_on(self) -> date:
        """The day on which the items are told as they stand."""
        return _seen_on(self.view)

    @property
    def ready(self) -> bool:
        """Whether every item has ended, is done, was handed over and confirmed, or belongs to somebody else."""
        return not self.open


def closeout(plan: Plan, day: date, as_known: date | None = None) -> CloseoutReport:
    """Look at every item as it stands when the doors have closed at the end of `day`, inclusive.

    When the organisation has ceased by then no door closes any more: then it is looked at on `day` itself.
    """
    view = as_of(plan, Clocks(day, as_known))
    after = as_of(plan, Clocks(_seen_on(view), as_known))
    order = list(Reason)
    found = [Open(one, reason) for one in after.items if (reason := _reason(one, plan)) is not None]
    open_ones = tuple(sorted(found, key=lambda one: order.index(one.reason)))
    waiting = {one.now.item.id for one in open_ones}
    unsettled = tuple(
        Unsettled(one, said)
        for one in after.items
        if one.item.id not in waiting
        for said in one.beside
        if not said.is_decided
    )
    own = plan.organisation_with_parts
    unspoken = tuple(one for one in plan.items if one.is_unspoken and one.owner in own)
    return CloseoutReport(view, open_ones, unsettled, unspoken)


def closing(view: PlanOnDate) -> CloseoutReport | None:
    """The same at the end of the organisation, seen on a day; None when it goes on as far as is known.

    When its last day has passed, what has been done since counts: then it is asked of the day seen on.
    """
    if view.ceases is None:
        return None
    return closeout(view.plan, max(view.ceases - ONE_DAY, view.clocks.date), view.clocks.as_known)


def _is_past(view: PlanOnDate) -> bool:
    return view.ceases is not None and view.clocks.date >= view.ceases


def _seen_on(view: PlanOnDate) -> date:
    return view.clocks.date if _is_past(view) else view.clocks.date + ONE_DAY


def last_day(plan: Plan) -> date | None:
    """The last day of the organisation: the day before it ceases; None when it goes on."""
    return plan.ceases.date - ONE_DAY if plan.ceases is not None else None


_BINDING = frozenset({"contract", "payment", "cooperation", "duty", "position"})
_RUNNING = frozenset({State.ONGOING, State.ORPHANED, State.IN_TRANSITION})
_WAITING = frozenset({State.DUE, State.OVERDUE, State.NOT_STARTED, State.POSTPONED})


def _reason(one: ItemOnDate, plan: Plan) -> Reason | None:
    """Why the item is open; None when it is settled or was never the organisation's."""
    if one.item.owner not in plan.organisation_with_parts:
        return None
    if one.state in OVER:
        unconfirmed = one.state is State.TRANSFERRED and not one.confirmed
        return Reason.UNCONFIRMED if unconfirmed else None
    if one.state in _WAITING:
        return Reason.NOT_DONE
    if one.state is State.UNDECIDED:
        adopted = any(said.seen.standing == "adopted" for said in one.beside)
        return Reason.INTENDED if adopted else Reason.PROPOSED
    return _reason_of_running(one) if one.state in _RUNNING else Reason.UNREAD


def _reason_of_running(one: ItemOnDate) -> Reason:
    if one.to is not None:
        return Reason.NOT_HANDED_OVER
    if one.item.kind == "property":
        return Reason.PROPERTY
    if one.item.kind in _BINDING:
        return Reason.OBLIGATION
    return Reason.ORPHANED if one.until is None else Reason.OWNERLESS
