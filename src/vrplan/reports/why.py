"""Why an item has its state: text, reading, column, decision, body and date; what disagrees; what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.as_of import Said, Segment, heard
from vrplan.findings import Spot

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.load import Loaded
    from vrplan.model.plan import Item
    from vrplan.model.written import Event


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
