"""What stands on an agenda: an item, why it is told, the day that matters, and under which heading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate, Said, State
    from vrplan.as_of.meetings import KnownMeeting


class Section(StrEnum):
    """The headings, in their order. Of days tell passed to running; of decisions nobody, decide and undecided."""

    PASSED = "passed"
    NOBODY = "nobody"
    DECIDE = "decide"
    CLOSING = "closing"
    OPENING = "opening"
    RUNNING = "running"
    UNDECIDED = "undecided"


class AgendaWhat(StrEnum):
    """Why an item stands on the agenda."""

    OVERDUE = "overdue"
    NOT_CONFIRMED = "not_confirmed"
    WINDOW_CLOSES = "window_closes"
    HAND_OVER_ENDS = "hand_over_ends"
    HAND_OVER = "hand_over"
    ENDS = "ends"
    CHANGES = "changes"
    """It becomes what was recorded later than the day asked about: done, cancelled, put off."""
    WINDOW_OPENS = "window_opens"
    BEGINS = "begins"
    BEGINS_BY = "begins_by"
    """It is to begin on that day at the latest."""
    HAND_OVER_BEGINS = "hand_over_begins"
    POSTPONED = "postponed"
    ORPHANED = "orphaned"
    OWNERLESS = "ownerless"
    PROPERTY = "property_without_recipient"
    BECOMES_ORPHANED = "becomes_orphaned"
    BECOMES_OWNERLESS = "becomes_ownerless"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One item under one heading."""

    now: ItemOnDate
    section: Section
    what: AgendaWhat
    day: date | None
    """The last day for it, inclusive, or its first where it opens or begins; None where no day is given."""
    start: date | None = None
    end: date | None = None
    """The window that opens or closes, both days inclusive."""
    becomes: State | None = None
    """The state that it turns to after the day, or on it where it opens, begins or changes."""
    to: str | None = None
    """To whom it goes."""
    is_handed_over: bool = False
    """Whether it is recorded as handed over on that day, or its words say so; else no more than the day is known."""
    undecided: tuple[Said, ...] = ()
    """What else is said of it that nobody has decided."""
    meeting: KnownMeeting | None = None
    """The next meeting of a body that decides, on that day at the latest; None when none is planned."""

    def days_left(self, today: date) -> int | None:
        """How many days are left until the day; negative when it has passed, 0 on the day itself."""
        return (self.day - today).days if self.day is not None else None
