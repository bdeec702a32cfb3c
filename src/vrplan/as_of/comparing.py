"""Where the states of an item in two versions of a plan part: by any date, seen from any day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from vrplan.as_of import Clocks, Segment, end_of, history

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vrplan.model.plan import Item, Plan


@dataclass(frozen=True, slots=True)
class Difference:
    """The first day on which two versions tell different states of an item, and what each tells.

    `as_known` is the day from which they are seen so; None when they differ with all that is known. A segment is
    None when that version does not list the item.
    """

    as_known: datetime.date | None
    day: datetime.date | None
    before: Segment | None
    after: Segment | None


def difference(before: tuple[Plan, Item], after: tuple[Plan, Item]) -> Difference | None:
    """The first difference between two versions of an item; None when they tell the same on every date."""
    names = partial(party_now, before[0], after[0])
    known = sorted({*_days_known(*before), *_days_known(*after)})
    for as_known in (None, *known):
        was, now = history(*before, as_known), history(*after, as_known)
        parting = _parting(was, now, names) if was != now else None
        if parting is not None:
            return Difference(as_known, parting, _on(was, parting), _on(now, parting))
    return None


def party_now(before: Plan, after: Plan, name: str) -> str:
    """The id that a party of the earlier version has in the later one, where its id or name is still known.

    An alias alone does not tell: it may have been given to another.
    """
    if name in after.parties:
        return name
    party = before.parties.get(name)
    names = (name, party.name) if party is not None else (name,)
    return next((found for one in names if one and (found := after.party_named(one))), name)


def ends_alike(before: Plan, after: Plan) -> bool:
    """Whether two versions say of the same day that the organisation ceases, from whatever day that is seen."""
    days = {*_days_of_end(before), *_days_of_end(after)}
    return all(
        end_of(before, Clocks(datetime.date.min, day)) == end_of(after, Clocks(datetime.date.min, day))
        for day in (None, *days)
    )


def _days_known(plan: Plan, item: Item) -> Iterator[datetime.date]:
    """The days on which something became known about an item: between them nothing changes."""
    for statement in item.statements:
        for decision in (statement.authority.adopted, statement.authority.proposed):
            if decision is not None and decision.date is not None:
                yield decision.date.last
    yield from (event.date for event in item.events)
    yield from _days_of_end(plan)


def _days_of_end(plan: Plan) -> Iterator[datetime.date]:
    if plan.ceases is not None:
        decision, _ = plan.find_decision(plan.ceases.decision)
        if decision is not None and decision.date is not None:
            yield decision.date.last


def _parting(
    was: tuple[Segment, ...], now: tuple[Segment, ...], names: Callable[[str], str]
) -> datetime.date | None:
    """The first day on which the two tell different things; `names` gives a party's present id."""
    days = sorted({one.first or datetime.date.min for one in (*was, *now)})
    return next((day for day in days if _told(was, day, names) != _told(now, day, names)), None)


def _told(
    segments: tuple[Segment, ...], day: datetime.date, names: Callable[[str], str]
) -> tuple[object, ...]:
    for one in segments:
        if one.covers(day):
            return one.state, names(one.to) if one.to else None, one.confirmed
    return ()


def _on(segments: tuple[Segment, ...], day: datetime.date) -> Segment | None:
    return next((one for one in segments if one.covers(day)), None)
