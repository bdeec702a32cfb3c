"""One hand-over: from whom to whom, when, at which stage, and what is recorded on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vrplan.as_of import State
from vrplan.as_of.hand_over import Recorded, recorded
from vrplan.as_of.stages import Stage, stage_of
from vrplan.phrases import Kind

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.as_of.hand_over import HandOver
    from vrplan.model.written import Event


class Window(NamedTuple):
    """The days in which something is to be handed over, both inclusive; None is not said."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """One item on its way, or gone, to a recipient (None: the papers do not say to whom)."""

    now: ItemOnDate
    to: str | None
    start: date | None
    end: date | None
    """`start` and `end` are the window; of what was recorded as handed over, both are that day."""
    window: Window
    """The window that was decided, whatever happened since; empty where a receiver passed the item on."""
    stage: Stage
    known: Recorded

    @property
    def giver(self) -> str:
        """From whom it goes: the owner, or the receiver before who passed it on."""
        return self._hand_over.giver if self._hand_over else self.now.item.owner

    @property
    def handed_over(self) -> Event | None:
        """The event that reports it as handed over."""
        return self._hand_over.handed_over if self._hand_over else None

    @property
    def accepted(self) -> Event | None:
        """The event by which the receiver confirmed it."""
        return self._hand_over.accepted if self._hand_over else None

    @property
    def interrupted(self) -> Event | None:
        """The event that put it off, that ended it, or by which it was begun again; None where it takes its course."""
        over = self.stage is Stage.OVER or self.known.begun_again
        return self.now.happened if over else self.known.put_off

    @property
    def given(self) -> date | None:
        """The day on which it was handed over: as recorded, else by the words or the date; None before."""
        if self.stage in {Stage.BY_WORDS, Stage.BY_DATE}:
            return self.now.since
        return self.start if self.stage in {Stage.ACCEPTED, Stage.REPORTED} else None

    @property
    def decided_later(self) -> date | None:
        """The day of the decision by which it goes, where that came only after it had been handed over."""
        holds = self.now.holds
        if self.given is None or holds is None or holds.reading.kind is not Kind.TRANSFERS:
            return None
        return holds.day if holds.day > self.given else None

    @property
    def earlier(self) -> tuple[HandOver, ...]:
        """The recorded hand-overs before this one."""
        return self.known.hand_overs[:-1] if self._hand_over else self.known.hand_overs

    @property
    def _hand_over(self) -> HandOver | None:
        """The present hand-over; none where the item was begun again and is back with its owner."""
        return self.known.last if not self.known.begun_again else None


def transfer_of(view: PlanOnDate, one: ItemOnDate) -> Transfer | None:
    """How an item is handed over; None where it goes to nobody by what holds or happened."""
    reading = one.holds.reading if one.holds else None
    by_word = reading if reading is not None and reading.kind is Kind.TRANSFERS else None
    known = recorded(view, one)
    stage = stage_of(one, known)
    heir = one.item.recipient if by_word is not None or one.item.kind == "property" else None
    goes = heir is not None or (one.to is not None and stage is not Stage.OVER)
    if by_word is None and known.last is None and not goes:
        return None
    # What is over, or was taken back, goes to nobody any more; it is told to whom it went, or was to go.
    went = known.last.receiver if known.last else (by_word and by_word.recipient) or heir
    to = went if stage is Stage.OVER else one.to or went
    window, day = _window(one, known), _day_recorded(one, known)
    start, end = (day, day) if day is not None else window
    return Transfer(one, to, start, end, window, stage, known)


def _window(one: ItemOnDate, known: Recorded) -> Window:
    """The window that the words give, or that a postponement gives instead."""
    if known.put_off is not None:
        return Window(known.put_off.from_, known.put_off.to)
    reading = one.holds.reading if one.holds else None
    passed_on = known.last is not None and known.last.giver != one.item.owner
    if reading is None or reading.kind is not Kind.TRANSFERS or passed_on:
        return Window()
    return Window(reading.start, reading.end)


def _day_recorded(one: ItemOnDate, known: Recorded) -> date | None:
    """Since when the present receiver has it, where an event says that it does."""
    if known.last is None or one.state is not State.TRANSFERRED:
        return None
    return min(event.date for event in (known.last.handed_over, known.last.accepted) if event)
