"""How far a hand-over has come on a date: every item that goes to somebody is at exactly one stage."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from vrplan.as_of.states import State

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate
    from vrplan.as_of.hand_over import Recorded


class Stage(StrEnum):
    """How far a hand-over has come, from what the receiver has confirmed to what nobody has decided."""

    ACCEPTED = "accepted"
    """The receiver has confirmed it."""
    REPORTED = "reported"
    """An event reports that it was handed over, and the receiver has not confirmed it."""
    BY_WORDS = "by_words"
    """The words themselves say that it has been handed over («Overført til …»), and no event reports it."""
    BY_DATE = "by_date"
    """Its day has come, or its window is over: by the words it is handed over, and nothing reports it."""
    UNDER_WAY = "under_way"
    """Its window is open."""
    TO_COME = "to_come"
    """Decided, or its receiver is named; its time has not come, or is not said."""
    POSTPONED = "postponed"
    """Put off, and its new time has not come."""
    LATE = "late"
    """The window in which it was to be done is over, and neither words nor events say that it was."""
    LEFT_BEHIND = "left_behind"
    """Its owner ceased before it was handed over."""
    RETURNED = "returned"
    """It was begun again after it had been handed over or had ended."""
    UNREAD = "unread"
    """A receiver is named, and the words are not understood."""
    SET_ASIDE = "set_aside"
    """Decided words hand it over, and other words that were decided on the same day go before them."""
    SPOKEN_OF = "spoken_of"
    """Proposed, considered or possible: nobody has decided it."""
    OVER = "over"
    """It has ended, is done or was given up: instead of the hand-over, or after it."""


def stage_of(one: ItemOnDate, known: Recorded) -> Stage:
    """The stage of an item that goes, or was to go, to somebody; `known` is what is recorded of that."""
    if one.state is State.TRANSFERRED:
        return _stage_of_given(one, known)
    stage = _STAGES[one.state]
    if stage is Stage.TO_COME and known.begun_again:
        stage = Stage.RETURNED
    elif stage is Stage.TO_COME and known.put_off is not None:
        stage = Stage.POSTPONED
    return Stage.LEFT_BEHIND if stage in _WITH_THE_OWNER and one.owner is None else stage


_STAGES = {
    State.UNDECIDED: Stage.SPOKEN_OF,
    State.UNKNOWN: Stage.UNREAD,
    State.NOT_STARTED: Stage.TO_COME,
    State.ONGOING: Stage.TO_COME,
    State.POSTPONED: Stage.POSTPONED,
    State.IN_TRANSITION: Stage.UNDER_WAY,
    State.DUE: Stage.UNDER_WAY,
    State.OVERDUE: Stage.LATE,
    State.ORPHANED: Stage.LEFT_BEHIND,
    State.ENDED: Stage.OVER,
    State.DONE: Stage.OVER,
    State.CANCELLED: Stage.OVER,
}
_WITH_THE_OWNER = frozenset({Stage.TO_COME, Stage.POSTPONED, Stage.UNDER_WAY, Stage.LATE, Stage.RETURNED})


def _stage_of_given(one: ItemOnDate, known: Recorded) -> Stage:
    if one.confirmed:
        return Stage.ACCEPTED
    if known.last is not None:
        return Stage.REPORTED
    return Stage.BY_WORDS if known.is_said_done(one) else Stage.BY_DATE
