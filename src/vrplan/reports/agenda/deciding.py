"""What a body must decide: what would be left without an heir or an owner, and what nobody has decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.states import OVER, day_before
from vrplan.as_of.turns import turns
from vrplan.days import ONE_DAY
from vrplan.phrases import Kind
from vrplan.reports.agenda.entries import AgendaEntry, AgendaWhat, Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate, Said
    from vrplan.as_of.meetings import KnownMeeting

_SETTLED = OVER | {State.OVERDUE, State.UNDECIDED}
"""What needs no owner on the first day without the organisation, or is told for another reason."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """The time in which to decide: today, the last day that the agenda looks at, and the meetings from today on."""

    today: date
    until: date
    meetings: tuple[KnownMeeting, ...]
    """Those of the bodies that decide, oldest first."""

    def section_of(self, day: date | None) -> Section:
        """Whether it must be decided now, or a meeting after this agenda is still in time."""
        pressing = day is not None and not any(self.until < one.date.last <= day for one in self.meetings)
        return Section.DECIDE if pressing else Section.UNDECIDED

    def meeting_for(self, day: date | None) -> KnownMeeting | None:
        """The first meeting that is in time; the first of all where it is too late already or no day is given."""
        late = day is None or day < self.today
        return next((one for one in self.meetings if late or day is None or one.date.last <= day), None)


def of_decisions(one: ItemOnDate, view: PlanOnDate, ahead: Ahead) -> AgendaEntry | None:
    """What must be decided of the item, and by when; None when nothing is open."""
    undecided = _undecided(one)
    if one.state is State.ORPHANED:
        return AgendaEntry(
            one, Section.NOBODY, AgendaWhat.ORPHANED, one.since, to=one.to, undecided=undecided
        )
    if one.is_ownerless and one.state is not State.OVERDUE:
        return AgendaEntry(
            one, Section.NOBODY, AgendaWhat.OWNERLESS, view.ceases, to=one.to, undecided=undecided
        )
    ceases = _ceases_for(one, view)
    day: date | None
    if ceases is not None and (loss := _loss(one, ceases)) is not None:
        what, day = loss, ceases - ONE_DAY
    elif undecided:
        what, day = AgendaWhat.UNDECIDED, min(_deadlines(one, undecided, ahead.today, ceases), default=None)
    else:
        return None
    meeting = ahead.meeting_for(day)
    return AgendaEntry(one, ahead.section_of(day), what, day, to=one.to, undecided=undecided, meeting=meeting)


def _undecided(one: ItemOnDate) -> tuple[Said, ...]:
    """The texts that nobody has decided: each that asks for something else than what holds, and than the others."""
    found: list[Said] = []
    for said in one.beside:
        others = (*found, one.holds) if one.holds is not None else found
        if not said.is_decided and not any(_asks_the_same(said, other) for other in others):
            found.append(said)
    return tuple(found)


def _asks_the_same(said: Said, other: Said) -> bool:
    """Whether two texts are read alike; what is not understood may ask for anything."""
    return said.reading.kind is not Kind.UNKNOWN and said.says_the_same_as(other)


def _ceases_for(one: ItemOnDate, view: PlanOnDate) -> date | None:
    """The first day without the organisation, where that is still to come and the item is the organisation's."""
    owned = one.item.owner in view.plan.organisation_with_parts
    return view.ceases if owned and view.ceases is not None and view.ceases > view.clocks.date else None


def _loss(one: ItemOnDate, ceases: date) -> AgendaWhat | None:
    """Why the item will be without an heir or an owner when the organisation has ceased; None when it will not."""
    if one.history[-1].state is State.ORPHANED:
        return AgendaWhat.PROPERTY if one.item.kind == "property" else AgendaWhat.BECOMES_ORPHANED
    then = next(segment for segment in one.history if segment.covers(ceases))
    goes = (then.to or one.item.recipient) is not None
    return None if goes or then.state in _SETTLED else AgendaWhat.BECOMES_OWNERLESS


def _deadlines(
    one: ItemOnDate, undecided: tuple[Said, ...], today: date, ceases: date | None
) -> Iterator[date]:
    """By when to decide: before what is said begins or is over, what holds is over, or the organisation is gone."""
    for said in undecided:
        day = said.reading.end or day_before(said.reading.start)
        if day is not None and not said.reading.done:
            yield day
    if one.state in OVER:
        return
    for turn in turns(one):
        if turn.day > today and turn.after.state in OVER | {State.OVERDUE}:
            yield turn.day - ONE_DAY
    if ceases is not None:
        yield ceases - ONE_DAY
