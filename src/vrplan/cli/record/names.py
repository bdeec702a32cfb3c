"""What a name on the command line stands for in a plan; an unknown one ends the command with the nearest names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.cli.options import day, fail, unknown

if TYPE_CHECKING:
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
    """The id and the path of what a status can be written for: an item, or a focus area with activities."""
    if (item := plan.item_named(name)) is not None:
        return item.id, item.path
    entries = _entries(plan)
    if name.casefold() not in entries:
        unknown("item", name, entries)
    return name.casefold(), entries[name.casefold()]


def column_of(plan: Plan, name: str) -> str:
    """The key of a status: a column of the plan in any case, a decision, or its point."""
    by_folded = {column.casefold(): column for column in plan.columns}
    if column := by_folded.get(name.strip().casefold()):
        return column
    return (
        name
        if _is_decision(plan, name)
        else unknown("column or decision", name, [*plan.columns, *_decisions(plan)])
    )


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
    from datetime import date

    from vrplan.model.values import partial_date

    try:
        written = partial_date(text).text
    except ValueError:
        written = day(option, text).isoformat()
    return written, date.fromisoformat(f"{written}-01-01"[: len("2018-06-14")])


def _entries(plan: Plan) -> dict[str, Path]:
    from vrplan.rules.walk import items

    return {entry.id: path for path, entry in items(plan)}


def _is_decision(plan: Plan, name: str) -> bool:
    decision, point = plan.find_decision(name)
    return decision is not None and (point is not None or "/" not in name)


def _decisions(plan: Plan) -> list[str]:
    points = [f"{one.id}/{point.id}" for one in plan.decided.decisions for point in one.points]
    return [*plan.decisions, *points]
