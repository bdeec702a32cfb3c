"""What is next: what has passed, closes, opens and must be decided, until the next meeting or another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal

from vrplan.reports.agenda.days import of_days
from vrplan.reports.agenda.deciding import Ahead, of_decisions
from vrplan.reports.agenda.entries import AgendaEntry, AgendaWhat, Section
from vrplan.reports.agenda.horizon import (
    Horizon,
    Why,
    deciding_meetings,
    meeting_days,
    meetings_within,
    next_horizon,
)

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate
    from vrplan.as_of.meetings import KnownMeeting

__all__ = [
    "AgendaEntry",
    "AgendaReport",
    "AgendaWhat",
    "Horizon",
    "Section",
    "Why",
    "agenda",
    "meeting_days",
    "next_horizon",
]


@dataclass(frozen=True, slots=True)
class AgendaReport:
    """The meetings and the entries from the day asked about to the horizon, both inclusive.

    The entries stand under their headings in the order of `Section`; under each by day, then as in the file.
    """

    kind: ClassVar[Literal["agenda"]] = "agenda"
    view: PlanOnDate
    horizon: Horizon
    meetings: tuple[KnownMeeting, ...]
    entries: tuple[AgendaEntry, ...]

    @property
    def counts(self) -> dict[Section, int]:
        """How many entries stand under each heading."""
        sections = [one.section for one in self.entries]
        return {section: sections.count(section) for section in Section}


def agenda(view: PlanOnDate, horizon: Horizon | None = None) -> AgendaReport:
    """Look ahead to the horizon; without one, until the next meeting.

    An item stands at most twice: once for its days and once for a decision, each time for the gravest reason.
    """
    horizon = horizon or next_horizon(view)
    today, until = view.clocks.date, horizon.until
    deciding = deciding_meetings(view)
    ahead = Ahead(today, until, deciding)
    chance = next((one.date.last for one in deciding if one.date.last > until), view.ceases)
    found = [
        entry
        for one in view.items
        for entry in (of_days(one, view, until, chance), of_decisions(one, view, ahead))
        if entry is not None
    ]
    order = list(Section)
    found.sort(key=lambda entry: (order.index(entry.section), entry.day or date.max))
    return AgendaReport(view, horizon, meetings_within(view, until), tuple(found))
