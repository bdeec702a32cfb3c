"""Every mapping of a plan file that rules look at, with the path that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.model.written import Activity, Area, Entry, FocusArea, Item, Measure, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Path
    from vrplan.model.plan import Plan
    from vrplan.model.written import Obligation


def entries(plan: Plan) -> Iterator[tuple[Path, Entry]]:
    """Focus areas, measures, activities and obligations, in the order of the file."""
    for number, area in enumerate(plan.written.areas):
        yield from _area(area, ("areas", number))
    yield from _obligations(plan.written.obligations, ())


def items(plan: Plan) -> Iterator[tuple[Path, Item]]:
    """The entries that have an id of their own."""
    return ((path, entry) for path, entry in entries(plan) if isinstance(entry, Item))


def sentences(plan: Plan) -> Iterator[tuple[Path, Sentence]]:
    """Every status text about which more is said."""
    for path, entry in entries(plan):
        for key, value in (entry.status or {}).items():
            if isinstance(value, Sentence):
                yield (*path, "status", key), value
            elif isinstance(value, tuple):
                for index, one in enumerate(value):
                    if isinstance(one, Sentence):
                        yield (*path, "status", key, index), one


def _area(area: Area, path: Path) -> Iterator[tuple[Path, Entry]]:
    for number, focus_area in enumerate(area.focus_areas):
        yield from _focus_area(focus_area, (*path, "focus_areas", number))
    yield from _measures(area.measures, path)
    yield from _obligations(area.obligations, path)


def _focus_area(focus_area: FocusArea, path: Path) -> Iterator[tuple[Path, Entry]]:
    yield path, focus_area
    yield from _measures(focus_area.measures, path)
    yield from _obligations(focus_area.obligations, path)


def _measures(measures: tuple[Measure, ...], path: Path) -> Iterator[tuple[Path, Entry]]:
    for number, measure in enumerate(measures):
        here = (*path, "measures", number)
        yield here, measure
        yield from _activities(measure.activities, here)


def _activities(activities: tuple[Activity, ...], path: Path) -> Iterator[tuple[Path, Entry]]:
    return (((*path, "activities", index), activity) for index, activity in enumerate(activities))


def _obligations(obligations: tuple[Obligation, ...], path: Path) -> Iterator[tuple[Path, Entry]]:
    return (((*path, "obligations", index), one) for index, one in enumerate(obligations))
