"""Why an item has its state: text, reading, column, decision, body and date; what disagrees; what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from vrplan.as_of import Said, Segment, heard
from vrplan.findings import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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

    kind: ClassVar[Literal["why"]] = "why"
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
    return next(why_each(view, [item], loaded))


def why_each(view: PlanOnDate, items: Sequence[Item], loaded: Loaded) -> Iterator[WhyReport]:
    """The same of several items, one after the other; each file is walked once for all of them."""
    said = {item.id: heard(item, view.clocks.as_known) for item in items}
    places = loaded.places(_spot(one) for some in said.values() for one in some)
    on_date = {one.item.id: one for one in view.items}
    for item in items:
        yield _why(
            view, item, on_date.get(item.id), [(one, places[_spot(one)].line) for one in said[item.id]]
        )


def _spot(one: Said) -> Spot:
    return Spot(one.statement.file, one.statement.path)


def _why(view: PlanOnDate, item: Item, now: ItemOnDate | None, said: Iterable[tuple[Said, int]]) -> WhyReport:
    holds = now.holds.statement if now is not None and now.holds is not None else None
    statements = tuple(Testimony(one, one.statement is holds, line) for one, line in said)
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
