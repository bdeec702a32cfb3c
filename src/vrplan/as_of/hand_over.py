"""What is recorded of handing an item over: from whom, to whom, and the event that says so on each side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from vrplan.as_of import history
from vrplan.as_of.events import after_each, comes_upon
from vrplan.as_of.states import OVER, Segment, State
from vrplan.phrases import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.model.plan import Plan
    from vrplan.model.written import Event


@dataclass(frozen=True, slots=True)
class HandOver:
    """A recorded hand-over, from whom and to whom (None: nobody named), with the event on each side.

    A side is None where nothing is recorded of it: a receiver may confirm what nobody reported as handed over.
    """

    giver: str
    receiver: str | None
    handed_over: Event | None = None
    accepted: Event | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded of an item's hand-overs up to a day, that day included."""

    hand_overs: tuple[HandOver, ...] = ()
    """One for each receiver after the other: the first passes it on to the next."""
    put_off: Event | None = None
    """The postponement that gives the present window, where it was put off."""
    begun_again: bool = False
    """Whether it was begun again after it had been handed over or had ended."""

    @property
    def last(self) -> HandOver | None:
        """The latest hand-over that is recorded."""
        return self.hand_overs[-1] if self.hand_overs else None

    def is_said_done(self, one: ItemOnDate) -> bool:
        """Whether the words that hold say that the hand-over has happened, and it was not put off since."""
        reading = one.holds.reading if one.holds else None
        return reading is not None and reading.kind is Kind.TRANSFERS and reading.done and not self.put_off


def recorded(view: PlanOnDate, one: ItemOnDate) -> Recorded:
    """What is recorded of handing an item over, up to the day asked about and as far as it was known."""
    found = Recorded()
    for turn in _turns(view, one):
        found = _with(found, turn, one, view.plan)
    return found


class _Turn(NamedTuple):
    """An event, and what held of the item on that day without it and with it."""

    event: Event
    before: Segment
    after: Segment


def _turns(view: PlanOnDate, one: ItemOnDate) -> Iterator[_Turn]:
    """The events that count, in the order of time and, of one day, as they are written."""
    item = one.item
    past = [event for event in one.events if event.date <= view.clocks.date]
    if not past:
        return
    by_words = history(view.plan, item._replace(events=()), view.clocks.as_known)
    before = by_words or (Segment(State.UNKNOWN),)
    # That the owner ceases makes nobody a giver or a receiver.
    steps = after_each(before, past, one.holds, item.recipient, None)
    for number, (event, (after, _)) in enumerate(zip(past, steps, strict=True)):
        yield _Turn(event, _on(before, comes_upon(event, past[:number])), _on(after, event.date))
        before = after


def _on(segments: tuple[Segment, ...], day: date) -> Segment:
    return next(one for one in reversed(segments) if one.covers(day))


def _with(found: Recorded, turn: _Turn, one: ItemOnDate, plan: Plan) -> Recorded:
    """What is recorded once this event is too."""
    what = turn.event.what
    if what == "postponed":
        return Recorded((), turn.event, found.begun_again)
    if what == "started" and turn.before.state in OVER:
        return replace(found, begun_again=True)
    if what not in {"transferred", "accepted"}:
        return found
    last = found.last if turn.before.state is State.TRANSFERRED else None
    if last is not None and turn.after.to != last.giver and _is_of(last.receiver, turn, plan):
        same = _with_side(replace(last, receiver=turn.after.to), turn.event)
        return replace(found, hand_overs=(*found.hand_overs[:-1], same))
    giver = (last.receiver if last else _had_it_by_the_words(found, turn, one, plan)) or one.item.owner
    begun = _with_side(HandOver(giver, turn.after.to), turn.event)
    return Recorded((*found.hand_overs, begun), found.put_off)


def _had_it_by_the_words(found: Recorded, turn: _Turn, one: ItemOnDate, plan: Plan) -> str | None:
    """Who had the item before, where the words say that it had been handed over, and the event names another.

    That a window is over makes nobody a giver: nothing says that the receiver named there ever had it.
    """
    had_it = turn.before.state is State.TRANSFERRED and found.is_said_done(one)
    return turn.before.to if had_it and not _is_of(turn.before.to, turn, plan) else None


def _is_of(receiver: str | None, turn: _Turn, plan: Plan) -> bool:
    """Whether the event is of the hand-over to that receiver, or of it confirmed by its whole or a part of it."""
    to = turn.after.to
    if receiver == to or turn.event.what != "accepted":
        return receiver == to
    if receiver is None or to is None:
        return receiver is None
    return to in plan.party_with_parts(receiver) or receiver in plan.party_with_parts(to)


def _with_side(hand_over: HandOver, event: Event) -> HandOver:
    """The hand-over with what the event tells of one side of it; what told it first stays."""
    if event.what == "accepted":
        return replace(hand_over, accepted=hand_over.accepted or event)
    return replace(hand_over, handed_over=hand_over.handed_over or event)
