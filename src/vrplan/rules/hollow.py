"""What no report lists: measures without activities, and items of which no text speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Severity, Spot
from vrplan.rules.places import written_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Plan
    from vrplan.model.written import Measure

NO_ACTIVITIES = Code(
    "VR214",
    "measure-without-activities",
    Severity.WARNING,
    "the measure {name} has no activities, so no report lists it",
    "list what is done under it; a measure that the plan no longer has is removed",
)
NOTHING_SAID = Code(
    "VR215",
    "nothing-said",
    Severity.WARNING,
    "no status says anything of {item}, so no report lists it",
    "write its status; where the words are not known, write text: ~ and say why in a note",
)


def measure_has_activities(plan: Plan) -> Iterator[Finding]:
    """A measure has activities.

    Only what is done has a state. A measure that the body adopted, and that nobody has put into activities, is in
    no list and no count: it is forgotten without ever having ended. Mostly the activities still stand in the paper,
    or the line is left over from last year's plan. A focus area may stand alone; its own status tells of it.

    Example:
        - name: Opplæring
        - name: Beredskap

    Instead:
        - name: Opplæring
          activities:
            - id: kurs
              name: Holde kurs
    """
    for number, area in enumerate(plan.written.areas):
        here: Path = ("areas", number)
        yield from _empty_measures(plan, here, area.measures)
        for index, focus_area in enumerate(area.focus_areas):
            yield from _empty_measures(plan, (*here, "focus_areas", index), focus_area.measures)


def item_is_spoken_of(plan: Plan) -> Iterator[Finding]:
    """Some text, of its own or from above, says what becomes of an activity, a focus area or an obligation.

    What nothing is said of has no state on any day. It is in no list of `vrplan status`, and `vrplan closeout`
    does not ask who takes it over: on the last day it is nobody's. Where the paper is lost, say at least that:
    `text: ~`, with a note. Property needs no status, and what has an event has a state by that.

    Example:
        - id: kurs
          name: Holde kurs
          resource: Daglig leder

    Instead:
        - id: kurs
          name: Holde kurs
          resource: Daglig leder
          status:
            HP 2018: Løpende
    """
    for item in plan.items:
        if item.statements or item.events or item.kind == "property":
            continue
        if item.level != "focus_area" or not written_at(plan, item.path).measures:
            yield Finding(NOTHING_SAID, Spot(item.file, (*item.path, "id")), {"item": item.id})


def _empty_measures(plan: Plan, path: Path, measures: tuple[Measure, ...]) -> Iterator[Finding]:
    """One that has a status is told already: its status speaks of nothing."""
    for number, measure in enumerate(measures):
        if not measure.activities and not measure.status:
            spot = Spot(plan.file, (*path, "measures", number, "name"))
            yield Finding(NO_ACTIVITIES, spot, {"name": measure.name})
