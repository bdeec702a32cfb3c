"""How an item stands: its state, since or until when, to whom it goes, whether nobody owns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.states import day_before
from vrplan.as_of.turns import Turn, Turning, turns
from vrplan.days import ONE_DAY, norwegian
from vrplan.render.language import _, ngettext, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.terms import away, listed, state_name

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate

_RESTING = {State.ENDED, State.DONE, State.CANCELLED, State.TRANSFERRED, State.OVERDUE, State.ORPHANED}
_GOING = {State.IN_TRANSITION, State.TRANSFERRED}
_OPEN = {State.NOT_STARTED, State.UNDECIDED, State.UNKNOWN}
"""States of which is told what may become of them, and not how long they last."""


def stands(one: ItemOnDate, today: date | None, seen: date | None = None) -> str:
    """The state of an item and since or until when, in one sentence: `ongoing, until 31.12.2018, 183 days left`.

    `today` as in `when`; `seen` is the day on which it is told, where the state is that of a later day: then nothing
    is told of who owns it.
    """
    turn = _next(one)
    one = _without_lost_receiver(one, turn)
    told = _and_owner(one, _when(one, turn, today, None)) if seen is None else _when(one, turn, today, seen)
    if not told:
        return state_name(one.state)
    if one.state is State.OVERDUE:
        return _("overdue, {when}").format(when=told)
    if one.state in _OPEN or (one.state is State.ONGOING and one.to) or _is_to_be_cancelled(turn):
        template = pgettext("a state, and what comes of it", "{state}, {when}")
    elif one.state is State.ENDED or (one.state is State.DUE and one.until is None):
        template = pgettext("a state, and its day", "{state}, {when}")
    else:
        template = pgettext("a state and when, as one phrase", "{state}, {when}")
    return template.format(state=state_name(one.state), when=told)


def when(one: ItemOnDate, today: date | None) -> str:
    """Since or until when the state lasts; to whom the item goes; whether nobody owns it.

    With how many days that is from `today`; without, where it is None.
    """
    turn = _next(one)
    return _and_owner(one, _when(_without_lost_receiver(one, turn), turn, today, None))


def _and_owner(one: ItemOnDate, told: str) -> str:
    return listed(told, _("nobody owns it")) if one.is_ownerless and one.state is not State.ORPHANED else told


def day_and_distance(day: str, distance: str) -> str:
    """A day, and how far away it is where that is told."""
    return (
        pgettext("a day, and how far away", "{day}, {away}").format(day=day, away=distance)
        if distance
        else day
    )


def _next(one: ItemOnDate) -> Turn | None:
    """The turn after the last day of the present state; None where that has no end."""
    return (
        next((turn for turn in turns(one) if day_before(turn.day) == one.until), None) if one.until else None
    )


def _is_to_be_cancelled(turn: Turn | None) -> bool:
    return turn is not None and turn.what is Turning.CANCELLED


def _without_lost_receiver(one: ItemOnDate, turn: Turn | None) -> ItemOnDate:
    """The item without the receiver that will never have it, since it is to end before."""
    is_lost = turn is not None and turn.what is Turning.ENDS and turn.to is None
    return one._replace(to=None) if is_lost else one


def _when(one: ItemOnDate, turn: Turn | None, today: date | None, seen: date | None) -> str:
    """Since or until when the state lasts, which ends with the turn."""
    if one.state in _RESTING:
        return listed(_since(one, today, seen), _("confirmed") if one.confirmed else "")
    if one.state in {State.UNKNOWN, State.UNDECIDED}:
        return pgettext("not decided", "to {recipient}").format(recipient=visible(one.to)) if one.to else ""
    if turn is None or one.until is None:
        return listed(_to(one), _without_end(one.state))
    return _before_turn(one, turn, one.until, today) or _until(one, one.until, today)


def _to(one: ItemOnDate) -> str:
    return _("to {recipient}").format(recipient=visible(one.to)) if one.to else ""


def _without_end(state: State) -> str:
    if state is State.POSTPONED:
        return _("until further notice")
    if state in {State.DUE, State.IN_TRANSITION}:
        return pgettext("deadline", "no end given")
    return pgettext("beginning", "no end given") if state is State.NOT_STARTED else _("no end given")


def _before_turn(one: ItemOnDate, turn: Turn, last: date, today: date | None) -> str:
    """What becomes of an item after its last day in this state; empty where the last day says enough."""
    day = turn.day
    told = norwegian(day)
    if turn.what is Turning.ORPHANED:
        return _("no end given; orphaned from {day}").format(day=told)
    if turn.what is Turning.CANCELLED:
        return day_and_distance(_("cancelled from {day}").format(day=told), _away(day, today))
    if one.state is State.NOT_STARTED:
        if turn.what is Turning.BEGINS and turn.last is not None:
            begins = _("starts by {day}").format(day=norwegian(turn.last))
            return day_and_distance(begins, _left(turn.last, today))
        begins = pgettext("beginning", "from {day}")
        if turn.after.state is State.DUE:
            begins = pgettext("window", "from {day}")
        return day_and_distance(begins.format(day=told), _away(day, today))
    if one.state is not State.ONGOING:
        return ""
    if not one.to or turn.after.state not in _GOING:
        return _until(one, last, today)
    if turn.last is None:
        to = _("to {recipient} from {day}").format(recipient=visible(one.to), day=told)
        return day_and_distance(to, _away(day, today))
    by = _("to {recipient} by {day}").format(recipient=visible(one.to), day=norwegian(last))
    return day_and_distance(by, _left(last, today))


def _until(one: ItemOnDate, last: date, today: date | None) -> str:
    """A last day, and how many are left until then."""
    is_deadline = one.state in {State.DUE, State.IN_TRANSITION}
    if one.to:
        told = _("to {recipient}, until {day}")
        told = pgettext("deadline", "to {recipient}, until {day}") if is_deadline else told
    else:
        told = pgettext("deadline", "until {day}") if is_deadline else _("until {day}")
    told = told.format(recipient=visible(one.to or ""), day=norwegian(last))
    return day_and_distance(told, _left(last, today))


def _left(last: date, today: date | None) -> str:
    if today is None:
        return ""
    days = (last - today).days
    if days == 0:
        return _("the last day")
    return ngettext("{number} day left", "{number} days left", days).format(number=days)


def _away(day: date, today: date | None) -> str:
    return away(day, today) if today is not None else ""


def _since(one: ItemOnDate, today: date | None, seen: date | None) -> str:
    """The day from which a state holds; of what has ended or is overdue, the last day before it."""
    if one.since is None:
        return _to(one)
    day = one.since - ONE_DAY if one.state in {State.ENDED, State.OVERDUE} else one.since
    is_to_come = seen is not None and one.since > seen
    match one.state:
        case State.ENDED:
            told = _("last day {day}")
        case State.OVERDUE:
            told = _("was due by {day}")
        case State.DONE:
            told = _("on {day}")
        case State.TRANSFERRED if one.to and is_to_come:
            told = pgettext("handed over", "to {recipient}, from {day}")
        case State.TRANSFERRED if one.to:
            told = _("to {recipient}, since {day}")
        case _ if is_to_come:
            told = _("from {day}")
        case _:
            told = _("since {day}")
    to = visible(one.to) if one.to else ""
    told = told.format(recipient=to, day=norwegian(day))
    distant = day_and_distance(told, _away(day, today))
    return distant if one.state is State.TRANSFERRED else listed(_to(one), distant)
