"""What follows from each decision and from each of its points."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.model.decided import Decision
    from vrplan.model.plan import Item, Plan, Statement
    from vrplan.model.written import Column, Event


@dataclass(frozen=True, slots=True)
class Spoken:
    """An item of which a decision speaks: what it says of it, and whether the item's status rests on that."""

    now: ItemOnDate
    statements: tuple[Statement, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows from a decision, or from a point of it."""

    items: tuple[Spoken, ...] = ()
    adopts: tuple[str, ...] = ()
    """Columns of the plan that name it as their adoption."""
    proposes: tuple[tuple[str, str | None], ...] = ()
    """Columns of the plan that name it as their proposal, each with the known decision that adopted it."""
    ceases: date | None = None
    """The first day without the organisation, where it is this that ends it."""
    events: tuple[tuple[Item, Event], ...] = ()
    """What is recorded to have happened because of it."""
    replaces: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether nothing at all follows."""
        return self == NOTHING


NOTHING = Consequences()


def is_known(decision: Decision, view: PlanOnDate) -> bool:
    """Whether a decision was known on the day from which we look."""
    return view.clocks.knows(decision.date.last if decision.date else None)


def consequences(view: PlanOnDate) -> defaultdict[str, Consequences]:
    """What follows from each decision itself, and from each point, by the key that the files name it by."""
    plan = view.plan
    found: defaultdict[str, Consequences] = defaultdict(Consequences)
    for name, column in plan.columns.items():
        if adopted := column.adopted_by:
            found[adopted] = replace(found[adopted], adopts=(*found[adopted].adopts, name))
        if proposed := column.proposed_by:
            pair = (name, _known_adoption(view, column))
            found[proposed] = replace(found[proposed], proposes=(*found[proposed].proposes, pair))
    if plan.ceases is not None:
        key = plan.ceases.decision
        found[key] = replace(found[key], ceases=plan.ceases.date)
    for key, spoken in _spoken(view).items():
        found[key] = replace(found[key], items=tuple(spoken))
    for key, events in _events(view).items():
        found[key] = replace(found[key], events=tuple(events))
    return found


def _known_adoption(view: PlanOnDate, column: Column) -> str | None:
    decision, _ = view.plan.find_decision(column.adopted_by or "")
    adopted = decision is not None and decision.standing == "adopted" and is_known(decision, view)
    return column.adopted_by if adopted else None


def _spoken(view: PlanOnDate) -> dict[str, list[Spoken]]:
    found: defaultdict[str, list[Spoken]] = defaultdict(list)
    for one in view.items:
        by_key: defaultdict[str, list[Statement]] = defaultdict(list)
        for statement in one.item.statements:
            for key in _keys(view.plan, statement):
                by_key[key].append(statement)
        for key, statements in by_key.items():
            found[key].append(Spoken(one, tuple(statements), _rests_on(one, key, statements)))
    return found


def _keys(plan: Plan, statement: Statement) -> Iterable[str]:
    """The decision or point that a statement stands in; of a column, that which adopted or proposed it."""
    authority = statement.authority
    if authority.column is None:
        return (authority.key,)
    column = plan.columns[authority.column]
    return dict.fromkeys(key for key in (column.adopted_by, column.proposed_by) if key)


def _rests_on(one: ItemOnDate, key: str, statements: list[Statement]) -> bool:
    """Whether what holds of an item is one of these statements, and holds by this decision."""
    if one.holds is None or one.holds.seen.decision is None:
        return False
    said_here = any(statement is one.holds.statement for statement in statements)
    return said_here and one.holds.seen.decision.id == key.partition("/")[0]


def _events(view: PlanOnDate) -> dict[str, list[tuple[Item, Event]]]:
    found: defaultdict[str, list[tuple[Item, Event]]] = defaultdict(list)
    for item in view.plan.items:
        for event in item.events:
            if event.decision is not None and view.clocks.knows(event.date):
                found[event.decision].append((item, event))
    return found


def together(parts: list[Consequences]) -> Consequences:
    """What follows from a decision as a whole; an item of which several points speak stands there once."""
    items: dict[str, Spoken] = {}
    for spoken in (one for part in parts for one in part.items):
        before = items.get(spoken.now.item.id)
        if before is not None:
            statements = (*before.statements, *spoken.statements)
            spoken = replace(before, statements=statements, holds=before.holds or spoken.holds)
        items[spoken.now.item.id] = spoken
    return Consequences(
        tuple(items.values()),
        tuple(name for part in parts for name in part.adopts),
        tuple(name for part in parts for name in part.proposes),
        next((part.ceases for part in parts if part.ceases), None),
        tuple(event for part in parts for event in part.events),
        tuple(name for part in parts for name in part.replaces),
    )
