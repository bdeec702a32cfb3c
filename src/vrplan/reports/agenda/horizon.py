"""How far an agenda looks ahead, and the meetings until then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate
    from vrplan.as_of.meetings import KnownMeeting

WITHOUT_MEETING = timedelta(days=30)


class Why(StrEnum):
    """Why an agenda ends where it does."""

    UNTIL = "until"
    MEETING = "meeting"
    WITHIN = "within"
    NEXT_MEETING = "next_meeting"
    THIRTY_DAYS = "thirty_days"


@dataclass(frozen=True, slots=True)
class Horizon:
    """The last day that an agenda looks at, inclusive, and why that one."""

    until: date
    why: Why


def next_horizon(view: PlanOnDate) -> Horizon:
    """Until the next meeting after the day asked about; 30 days when none is known."""
    today = view.clocks.date
    later = [day for day in meeting_days(view) if day > today]
    return Horizon(later[0], Why.NEXT_MEETING) if later else Horizon(today + WITHOUT_MEETING, Why.THIRTY_DAYS)


def meeting_days(view: PlanOnDate) -> list[date]:
    """The days of the known meetings, oldest first; a meeting of which only month or year is known has none."""
    return sorted({one.date.last for one in view.meetings if one.date.is_day})


def meetings_within(view: PlanOnDate, until: date) -> tuple[KnownMeeting, ...]:
    """The known meetings from the day asked about to `until`, both inclusive; without a day, those that may be."""
    return tuple(
        one for one in view.meetings if one.date.last >= view.clocks.date and one.date.first <= until
    )


def deciding_meetings(view: PlanOnDate) -> tuple[KnownMeeting, ...]:
    """The known meetings with a day, from the day asked about on, of the bodies that decide."""
    return tuple(
        one for one in view.meetings if one.date.is_day and one.date.last >= view.clocks.date and one.decides
    )
