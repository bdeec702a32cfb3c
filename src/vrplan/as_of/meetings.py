"""From when on a meeting was known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate
    from vrplan.model.decided import Meeting


def knows_of(view: PlanOnDate, meeting: Meeting) -> bool:
    """Whether a meeting was known: from the day of the paper that announces it, and at the latest on its own day."""
    paper = view.plan.decided.sources.get(meeting.source or "")
    announced = paper.date.last if paper is not None and paper.date is not None else meeting.date.last
    return view.clocks.knows(min(announced, meeting.date.last))
