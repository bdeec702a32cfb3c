"""What was decided, what each decision governs, and from which nothing follows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from vrplan.findings import Spot
from vrplan.reports.consequences import Consequences, consequences, is_known, together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.as_of import PlanOnDate
    from vrplan.load import Loaded
    from vrplan.model.decided import Decision, Point
    from vrplan.model.values import Standing


@dataclass(frozen=True, slots=True)
class ListedPoint:
    """A point of a decision and what follows from it."""

    point: Point
    follows: Consequences


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """A decision, the points of it that were asked for, and what follows from it."""

    decision: Decision
    points: tuple[ListedPoint, ...]
    directly: Consequences
    """What follows from the decision itself, and not from one of its points."""
    follows: Consequences
    """What follows from it and from all its points."""
    replaced_by: tuple[str, ...]
    file: str
    line: int
    """The line of the file that it begins on."""


@dataclass(frozen=True, slots=True)
class DecisionsReport:
    """The decisions that were asked for, newest first; those without a date last."""

    kind: ClassVar[Literal["decisions"]] = "decisions"
    view: PlanOnDate
    decisions: tuple[ListedDecision, ...]
    known: int
    """How many were known of all that might have been listed."""
    asked: str | None
    """The id of the only decision, or point, that was asked for."""
    unused: bool
    """Whether only those were asked for from which nothing follows."""
    brief: bool = False
    """Whether whoever reads it does without the items of which a decision speaks, one by one."""

    @property
    def counts(self) -> dict[Standing, int]:
        """How many of the listed decisions have each standing."""
        standings = [one.decision.standing for one in self.decisions]
        every: tuple[Standing, ...] = ("adopted", "proposed", "noted")
        return {standing: standings.count(standing) for standing in every}

    @property
    def idle(self) -> int:
        """From how many of the listed decisions nothing follows."""
        return sum(one.follows.is_nothing for one in self.decisions)

    @property
    def idle_points(self) -> int:
        """From how many of the listed points nothing follows."""
        return sum(point.follows.is_nothing for one in self.decisions for point in one.points)


def decisions(
    view: PlanOnDate,
    loaded: Loaded,
    only: tuple[Decision, Point | None] | None = None,
    *,
    unused: bool = False,
    brief: bool = False,
) -> DecisionsReport:
    """List the known decisions, or `only` one of them, or one point of it; `unused`: from which nothing follows."""
    decision, point = only or (None, None)
    wanted = [decision] if decision is not None else view.plan.decided.decisions
    known = [one for one in wanted if is_known(one, view)]
    known.sort(key=lambda one: one.date.last.toordinal() if one.date else 0, reverse=True)
    listed = [replace(one, points=_picked(one, point)) for one in _listed(view, loaded, known)]
    if unused:
        listed = [without for one in listed if (without := _unused(one)) is not None]
    asked = f"{decision.id}/{point.id}" if decision and point else decision.id if decision else None
    return DecisionsReport(view, tuple(listed), len(known), asked, unused, brief)


def _picked(one: ListedDecision, point: Point | None) -> tuple[ListedPoint, ...]:
    return tuple(listed for listed in one.points if point is None or listed.point is point)


def _unused(one: ListedDecision) -> ListedDecision | None:
    """The decision with those of its points from which nothing follows; None when something follows from all."""
    idle = tuple(point for point in one.points if point.follows.is_nothing)
    return replace(one, points=idle) if idle or one.follows.is_nothing else None


def _listed(view: PlanOnDate, loaded: Loaded, known: Iterable[Decision]) -> list[ListedDecision]:
    plan = view.plan
    gathered = consequences(view)
    replaced_by: defaultdict[str, list[str]] = defaultdict(list)
    for newer in plan.decided.decisions:
        for older in newer.replaces if is_known(newer, view) else ():
            replaced_by[older].append(newer.id)
    spots = {
        one.id: Spot(plan.decisions_file, ("decisions", number))
        for number, one in enumerate(plan.decided.decisions)
    }
    places = loaded.places(spots.values())
    found: list[ListedDecision] = []
    for one in known:
        directly = replace(gathered[one.id], replaces=one.replaces)
        points = tuple(ListedPoint(point, gathered[f"{one.id}/{point.id}"]) for point in one.points)
        whole = together([directly, *(point.follows for point in points)])
        place = places[spots[one.id]]
        newer_ids = tuple(replaced_by[one.id])
        found.append(ListedDecision(one, points, directly, whole, newer_ids, place.file, place.line))
    return found
