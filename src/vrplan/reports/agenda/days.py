"""What the days ask for: what has passed, what closes, ends, opens or begins, and what is under way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.states import ONE_DAY, OVER
from vrplan.as_of.turns import Turn, turns
from vrplan.phrases import Kind
from vrplan.reports.agenda.entries import Entry, Section, What

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate

_CLOSED = OVER | {State.OVERDUE, State.POSTPONED}
_OPENS = {
    State.DUE: What.WINDOW_OPENS,
    State.ONGOING: What.BEGINS,
    State.IN_TRANSITION: What.HAND_OVER_BEGINS,
}
_NOT_OPEN = frozenset({State.NOT_STARTED, State.POSTPONED})
_OPEN = frozenset({State.DUE, State.IN_TRANSITION})


def of_days(one: ItemOnDate, today: date, until: date) -> Entry | None:
    """What a day from `today` to `until`, both inclusive, asks of the item, or one that has passed: the gravest."""
    closing = _closing(one, today)
    if closing is not None and closing.day is not None and closing.day > until:
        return _passed(one, today) or _opening(one, today, until) or _running(one, closing)
    return _passed(one, today) or closing or _opening(one, today, until) or _running(one, None)


def _passed(one: ItemOnDate, today: date) -> Entry | None:
    """What was to be done by now, and what was to be handed over and is not confirmed."""
    if one.state is State.OVERDUE:
        return Entry(one, Section.PASSED, What.OVERDUE, one.since - ONE_DAY if one.since else None)
    if one.state is not State.TRANSFERRED or one.confirmed:
        return None
    turn = next((turn for turn in turns(one.history) if turn.day == one.since), None)
    if turn is None:
        return Entry(one, Section.PASSED, What.NOT_CONFIRMED, one.since, to=one.to)
    day = _last_day(one, turn)
    if day == today and not _is_recorded(one, turn):
        return Entry(one, Section.CLOSING, What.HAND_OVER, day, to=one.to)
    return Entry(one, Section.PASSED, What.NOT_CONFIRMED, day, to=one.to)


def _closing(one: ItemOnDate, today: date) -> Entry | None:
    """What closes, ends, is handed over or changes next, however late."""
    turn = next(
        (turn for turn in turns(one.history) if turn.day > today and turn.after.state in _CLOSED), None
    )
    if turn is None:
        return None
    day = _last_day(one, turn)
    start = turn.before.first if turn.before.state in _OPEN else None
    return Entry(
        one,
        Section.CLOSING,
        _what_closes(one, turn, day),
        day,
        start,
        day,
        turn.after.state,
        turn.after.to,
    )


def _opening(one: ItemOnDate, today: date, until: date) -> Entry | None:
    """What opens or begins from `today` to `until`."""
    for turn in turns(one.history):
        begins = turn.before.state in _NOT_OPEN or turn.after.state is State.IN_TRANSITION
        if today <= turn.day <= until and begins and turn.after.state in _OPENS:
            after = turn.after
            what = _OPENS[after.state]
            return Entry(one, Section.OPENING, what, turn.day, turn.day, after.last, after.state, after.to)
    return None


def _running(one: ItemOnDate, closing: Entry | None) -> Entry | None:
    """What is under way and closes later, and what has no last day: to be done, handed over, put off."""
    if one.state in _OPEN and closing is not None:
        return replace(closing, section=Section.RUNNING)
    if one.until is not None:
        return None
    if one.state is State.DUE:
        return Entry(one, Section.RUNNING, What.WINDOW_CLOSES, None, one.since)
    if one.state is State.POSTPONED:
        return Entry(one, Section.RUNNING, What.POSTPONED, None)
    goes = one.to is not None or (one.holds is not None and one.holds.reading.kind is Kind.TRANSFERS)
    if one.state is State.ONGOING and goes:
        return Entry(one, Section.RUNNING, What.HAND_OVER_ENDS, None, to=one.to)
    return None


def _what_closes(one: ItemOnDate, turn: Turn, day: date) -> What:
    if turn.after.state is State.OVERDUE:
        return What.WINDOW_CLOSES
    if turn.after.state is State.TRANSFERRED:
        return What.HAND_OVER_ENDS if day < turn.day else What.HAND_OVER
    ends = turn.after.state is State.ENDED and not _is_recorded(one, turn)
    return What.ENDS if ends else What.CHANGES


def _last_day(one: ItemOnDate, turn: Turn) -> date:
    """The last day for what is to be done by then; the day itself of what happens on a day."""
    if _is_recorded(one, turn):
        return turn.day
    before = turn.day - ONE_DAY
    closes = turn.after.state in {State.OVERDUE, State.ENDED} or turn.before.state is State.IN_TRANSITION
    by_then = turn.after.state is State.TRANSFERRED and before == _end_alone(one)
    return before if closes or by_then else turn.day


def _end_alone(one: ItemOnDate) -> date | None:
    """The day by which a hand-over is to be done, where only that is said and no first day."""
    if one.happened is not None and one.happened.what == "postponed":
        return one.happened.to if one.happened.from_ is None else None
    reading = one.holds.reading if one.holds is not None else None
    return reading.end if reading is not None and reading.start is None else None


def _is_recorded(one: ItemOnDate, turn: Turn) -> bool:
    return any(event.date == turn.day for event in one.item.events)
