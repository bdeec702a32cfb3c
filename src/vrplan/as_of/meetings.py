"""The meetings that were known, and what was known of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate
    from vrplan.model.decided import Meeting
    from vrplan.model.plan import Plan
    from vrplan.model.values import PartialDate


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting as it was known."""

    number: int
    """Which one in the file it is, from 0."""
    body: str
    date: PartialDate
    source: str | None
    note: str | None
    """What is noted of it; None before its own day, for a note may tell what happened there."""
    decides: bool
    """Whether its body decides."""


def known_meetings(view: PlanOnDate) -> tuple[KnownMeeting, ...]:
    """The meetings that were known, by their last possible day, then in the order of the file."""
    known = [
        KnownMeeting(
            number,
            one.body,
            one.date,
            one.source,
            one.note if view.clocks.knows(one.date.last) else None,
            _decides(view.plan, one),
        )
        for number, one in enumerate(view.plan.decided.meetings)
        if _knows_of(view, one)
    ]
    return tuple(sorted(known, key=lambda one: one.date.last))


def _knows_of(view: PlanOnDate, meeting: Meeting) -> bool:
    """Whether a meeting was known: from the day of the paper that announces it, and at the latest on its own day."""
    paper = view.plan.decided.sources.get(meeting.source or "")
    announced = paper.date.last if paper is not None and paper.date is not None else meeting.date.last
    return view.clocks.knows(min(announced, meeting.date.last))


def _decides(plan: Plan, meeting: Meeting) -> bool:
    """Whether the body that meets decides; where no body is said to, all may but those that prepare."""
    roles = {key: body.role for key, body in plan.decided.bodies.items()}
    role = roles.get(meeting.body)
    return role == "decides" if "decides" in roles.values() else role != "prepares"
