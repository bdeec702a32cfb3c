"""What a name on the command line stands for in a plan; an unknown one ends the command with the nearest names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.cli.options import day, fail, unknown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vrplan.findings import Path
    from vrplan.model.plan import Item, Plan


def item_of(plan: Plan, name: str) -> Item:
    """The item with this id or name. A focus area that has activities is none: they have the states."""
    found = plan.item_named(name)
    if found is None and name.casefold() in _entries(plan):
        fail(f"{name} has activities, and what happens, happens to them: name one of those")
    return found or unknown("item", name, plan.by_id)


def entry_of(plan: Plan, name: str) -> tuple[str, Path]:
    """The id (of a measure the name) and the path of what words can be said of.

    That is an item, or a focus area or a measure with activities.
    """
    from vrplan.model.walk import entries_of

    if (item := plan.item_named(name)) is not None:
        return item.id, item.path
    folded = name.strip().casefold()
    by_id = _entries(plan)
    if folded in by_id:
        return folded, by_id[folded]
    called = [(one.name, path) for path, one in entries_of(plan.written) if one.name.casefold() == folded]
    if len(called) > 1:
        fail(f"{len(called)} entries are called {name}; name one by its id, or write the words by hand")
    if not called and any(folded in {one.id, one.name.casefold()} for one in plan.written.areas):
        fail(
            f"{name} is an area, and nothing is said of areas: name a focus area, a measure or an item in it"
        )
    return called[0] if called else unknown("item", name, by_id)


def some_below(plan: Plan, entry: str, path: Path, ids: Sequence[str]) -> list[str]:
    """Ids of activities below a focus area or a measure, of some of which words can be said."""
    below = [one.id for one in plan.items if one.level == "activity" and one.path[: len(path)] == path]
    if ids and (path[-2] == "activities" or not below):
        fail(f"there is nothing below {entry} that --only or --except could name")
    return [one if one in below else unknown(f"activity below {entry} called", one, below) for one in ids]


def column_of(plan: Plan, name: str) -> str:
    """The key of a status: a column of the plan in any case, a decision, or its point."""
    if column := column_named(plan, name):
        return column
    return (
        name
        if _is_decision(plan, name)
        else unknown("column or decision", name, [*plan.columns, *_decisions(plan)])
    )


def column_named(plan: Plan, name: str) -> str | None:
    """The column of this name, in any case."""
    return {column.casefold(): column for column in plan.columns}.get(name.strip().casefold())


def decision_of(plan: Plan, name: str) -> str:
    """The id of a decision, or of its point."""
    return name if _is_decision(plan, name) else unknown("decision", name, _decisions(plan))


def body_of(plan: Plan, name: str) -> str:
    """The id of a body, by id, name or alias in any case."""
    bodies = plan.decided.bodies
    by_name = {
        one.casefold(): body_id
        for body_id, body in bodies.items()
        for one in (*body.aliases, body.name, body_id)
    }
    return by_name.get(name.strip().casefold()) or unknown("body", name, bodies)


def rough_day(option: str, text: str) -> tuple[str, date]:
    """A day, a month (2018-06) or a year as the files write it, and the first day that it can mean."""
    from vrplan.model.values import partial_date

    try:
        written = partial_date(text)
    except ValueError:
        written = partial_date(day(option, text).isoformat())
    return written.text, written.first


def _entries(plan: Plan) -> dict[str, Path]:
    from vrplan.model.walk import entries_of
    from vrplan.model.written import Item

    return {entry.id: path for path, entry in entries_of(plan.written) if isinstance(entry, Item)}


def _is_decision(plan: Plan, name: str) -> bool:
    decision, point = plan.find_decision(name)
    return decision is not None and (point is not None or "/" not in name)


def _decisions(plan: Plan) -> list[str]:
    points = [f"{one.id}/{point.id}" for one in plan.decided.decisions for point in one.points]
    return [*plan.decisions, *points]
