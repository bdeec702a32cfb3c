"""What the days ask for: what has passed, what closes, ends, opens or begins, and what is under way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.hand_over import recorded
from vrplan.as_of.states import OVER
from vrplan.as_of.turns import Turn, Turning, turns
from vrplan.days import ONE_DAY
from vrplan.phrases import Kind
from vrplan.reports.agenda.entries import AgendaEntry, AgendaWhat, Section

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate

_CLOSED = OVER | {State.OVERDUE, State.POSTPONED}
_OPENS = {
    State.DUE: AgendaWhat.WINDOW_OPENS,
    State.ONGOING: AgendaWhat.BEGINS,
    State.IN_TRANSITION: AgendaWhat.HAND_OVER_BEGINS,
}
_NOT_OPEN = frozenset({State.NOT_STARTED, State.POSTPONED})
_OPEN = frozenset({State.DUE, State.IN_TRANSITION})


def of_days(one: ItemOnDate, view: PlanOnDate, until: date, chance: date | None) -> AgendaEntry | None:
    """What a day from today to `until`, both inclusive, asks of the item, or one that has passed: the gravest.

    What closes after `until` and before the next `chance` to speak of it (None: no day is known) is told as under way.
    """
    today, found = view.clocks.date, turns(one)
    closing, passed = _closing(one, found, today), _passed(one, found, view)
    opening = _opening(one, found, today, until)
    if closing is not None and closing.day is not None and closing.day > until:
        return passed or opening or _running(one, closing, chance)
    return passed or closing or opening or _running(one, None, chance)


def _passed(one: ItemOnDate, found: tuple[Turn, ...], view: PlanOnDate) -> AgendaEntry | None:
    """What was to be done by now, and what was to be handed over and is not confirmed."""
    turn = next((turn for turn in found if turn.day == one.since), None)
    day = _day_of(turn) if turn is not None else one.since
    if one.state is State.OVERDUE:
        return AgendaEntry(one, Section.PASSED, AgendaWhat.OVERDUE, day)
    if one.state is not State.TRANSFERRED or one.confirmed:
        return None
    known = recorded(view, one)
    if known.last is not None and known.last.handed_over is not None:
        given = known.last.handed_over.date
        return AgendaEntry(
            one, Section.PASSED, AgendaWhat.NOT_CONFIRMED, given, to=one.to, is_handed_over=True
        )
    if day == view.clocks.date:
        return AgendaEntry(one, Section.CLOSING, AgendaWhat.HAND_OVER, day, to=one.to)
    done = known.is_said_done(one)
    return AgendaEntry(one, Section.PASSED, AgendaWhat.NOT_CONFIRMED, day, to=one.to, is_handed_over=done)


def _closing(one: ItemOnDate, found: tuple[Turn, ...], today: date) -> AgendaEntry | None:
    """What closes, ends, is handed over or changes next, however late."""
    to_come = (turn for turn in found if turn.day > today and turn.before.state not in OVER)
    turn = next((turn for turn in to_come if turn.after.state in _CLOSED), None)
    if turn is None:
        return None
    day = _day_of(turn)
    start = turn.before.first if turn.before.state in _OPEN else None
    what = _what_closes(turn)
    return AgendaEntry(one, Section.CLOSING, what, day, start, day, turn.after.state, turn.to)


def _opening(one: ItemOnDate, found: tuple[Turn, ...], today: date, until: date) -> AgendaEntry | None:
    """What opens or begins from `today` to `until`."""
    for turn in found:
        day, after = _day_of(turn), turn.after
        begins = turn.before.state in _NOT_OPEN or after.state is State.IN_TRANSITION
        if today <= day <= until and begins and after.state in _OPENS:
            if turn.last is not None:
                what = AgendaWhat.BEGINS_BY
                return AgendaEntry(one, Section.OPENING, what, day, None, day, after.state, turn.to)
            what = _OPENS[after.state]
            return AgendaEntry(one, Section.OPENING, what, day, day, after.last, after.state, turn.to)
    return None


def _running(one: ItemOnDate, closing: AgendaEntry | None, chance: date | None) -> AgendaEntry | None:
    """What is under way and closes later, and what has no last day: to be done, handed over, put off."""
    if closing is not None and closing.day is not None:
        soon = chance is not None and closing.day < chance and one.state not in {State.NOT_STARTED, *OVER}
        if one.state in _OPEN or soon:
            return replace(closing, section=Section.RUNNING)
    if one.until is not None:
        return None
    if one.state is State.DUE:
        return AgendaEntry(one, Section.RUNNING, AgendaWhat.WINDOW_CLOSES, None, one.since)
    if one.state is State.POSTPONED:
        return AgendaEntry(one, Section.RUNNING, AgendaWhat.POSTPONED, None)
    goes = one.to is not None or (one.holds is not None and one.holds.reading.kind is Kind.TRANSFERS)
    if one.state is State.ONGOING and goes:
        return AgendaEntry(one, Section.RUNNING, AgendaWhat.HAND_OVER_ENDS, None, to=one.to)
    return None


def _what_closes(turn: Turn) -> AgendaWhat:
    if turn.what is Turning.CLOSES:
        return AgendaWhat.WINDOW_CLOSES
    if turn.what is Turning.HANDED_OVER:
        return AgendaWhat.HAND_OVER_ENDS if turn.last is not None else AgendaWhat.HAND_OVER
    ends = turn.what is Turning.ENDS and turn.last is not None
    return AgendaWhat.ENDS if ends else AgendaWhat.CHANGES


def _day_of(turn: Turn) -> date:
    """The last day for what is to be done by then; the day itself of what happens on a day."""
    if turn.last is None and turn.what is Turning.CLOSES:
        return turn.day - ONE_DAY
    return turn.last or turn.day
