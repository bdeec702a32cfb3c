"""Why an item has its state: text, reading, column, decision, body and date; what disagrees; what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.as_of import Said, Segment, heard
from vrplan.findings import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.findings import Path
    from vrplan.load import Loaded
    from vrplan.model.plan import Item, Plan
    from vrplan.model.written import Area, Event, FocusArea, Measure


@dataclass(frozen=True, slots=True)
class Testimony:
    """One statement about the item, and whether it is the one that holds."""

    said: Said
    holds: bool
    line: int
    """The line of the file that it is written on."""


@dataclass(frozen=True, slots=True)
class WhyReport:
    """Everything that is known to be said of an item. `now` is None when nothing known speaks of it."""

    view: PlanOnDate
    item: Item
    now: ItemOnDate | None
    statements: tuple[Testimony, ...]
    events: tuple[Event, ...]
    """What is known to have happened."""
    follows: tuple[Segment, ...]
    """The states after the present one, in order."""


def why(view: PlanOnDate, item: Item, loaded: Loaded) -> WhyReport:
    """Gather what the papers say of an item, the newest first. `loaded` tells where each text is written."""
    now = next((one for one in view.items if one.item is item), None)
    holds = now.holds.statement if now is not None and now.holds is not None else None
    said = heard(item, view.clocks.as_known)
    spots = [Spot(one.statement.file, one.statement.path) for one in said]
    places = loaded.places(spots)
    statements = tuple(
        Testimony(one, one.statement is holds, places[spot].line)
        for one, spot in zip(said, spots, strict=True)
    )
    events = tuple(event for event in item.events if view.clocks.knows(event.date))
    day = view.clocks.date
    follows = tuple(one for one in now.history if one.first is not None and one.first > day) if now else ()
    return WhyReport(view, item, now, statements, events, follows)


@dataclass(frozen=True, slots=True)
class Heading:
    """What items stand under: it has no state of its own. `what` is an area, a focus area or a measure."""

    what: str
    items: tuple[Item, ...]


def heading_named(plan: Plan, name: str) -> Heading | None:
    """What is called so, by id or name and in any case, and is no item: the widest, with the items under it."""
    folded = name.strip().casefold()
    for what, path, entry in _headings(plan):
        if folded in {getattr(entry, "id", entry.name).casefold(), entry.name.casefold()}:
            under = (item for item in plan.items if item.path[: len(path)] == path)
            return Heading(what, tuple(under))
    return None


def _headings(plan: Plan) -> Iterator[tuple[str, Path, Area | FocusArea | Measure]]:
    """The areas, then the focus areas, then the measures, each with where it is written."""
    areas: list[tuple[Path, Area]] = [
        (("areas", number), area) for number, area in enumerate(plan.written.areas)
    ]
    focus_areas: list[tuple[Path, FocusArea]] = [
        ((*path, "focus_areas", number), one)
        for path, area in areas
        for number, one in enumerate(area.focus_areas)
    ]
    yield from (("area", path, area) for path, area in areas)
    yield from (("focus area", path, one) for path, one in focus_areas)
    above_measures: list[tuple[Path, Area | FocusArea]] = [*areas, *focus_areas]
    for path, above in above_measures:
        for number, measure in enumerate(above.measures):
            yield "measure", (*path, "measures", number), measure
