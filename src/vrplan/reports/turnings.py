"""What happens to an item on the days on which its state turns, and on the last days before."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from vrplan.as_of.states import ONE_DAY, State
from vrplan.as_of.turns import Turn, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from vrplan.as_of import Segment


class Turning(StrEnum):
    """What happens on the day of a turn."""

    WINDOW_OPENS = "window_opens"
    """The first day on which something is due, or on its way to its recipient."""
    BEGINS = "begins"
    HANDED_OVER = "handed_over"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    CHANGES = "changes"
    """Anything else: what was not understood, or not decided, and now is."""
    WINDOW_CLOSES = "window_closes"
    """The last day on which something is due, or on its way."""
    LAST_DAY = "last_day"
    """The last day before something has ended."""
    OVERDUE = "overdue"
    ORPHANED = "orphaned"


class Turned(NamedTuple):
    """What happens to an item on a day, and the turn that it belongs to."""

    day: date
    """The day of the turn; of what closes or ends, the last day before it."""
    what: Turning
    turn: Turn


_OPENING = {
    State.ONGOING: Turning.BEGINS,
    State.IN_TRANSITION: Turning.WINDOW_OPENS,
    State.DUE: Turning.WINDOW_OPENS,
    State.OVERDUE: Turning.OVERDUE,
    State.POSTPONED: Turning.POSTPONED,
    State.TRANSFERRED: Turning.HANDED_OVER,
    State.DONE: Turning.DONE,
    State.CANCELLED: Turning.CANCELLED,
    State.ORPHANED: Turning.ORPHANED,
}
_PASSED = frozenset({(State.DUE, State.OVERDUE), (State.IN_TRANSITION, State.TRANSFERRED)})
"""What becomes of a window that passes; another state is there because something happened within it."""


def turnings(history: Sequence[Segment]) -> Iterator[Turned]:
    """What happens to an item whose states through time these are, in order.

    A window that passes is told twice: on its last day, and on the day after, when the item is overdue or handed over.
    """
    for turn in turns(history):
        last_before, states = turn.day - ONE_DAY, (turn.before.state, turn.after.state)
        if states in _PASSED:
            yield Turned(last_before, Turning.WINDOW_CLOSES, turn)
        if turn.after.state is State.ENDED:
            yield Turned(last_before, Turning.LAST_DAY, turn)
        else:
            yield Turned(turn.day, _OPENING.get(turn.after.state, Turning.CHANGES), turn)
