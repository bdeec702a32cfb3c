"""What goes from whom to whom, when, by which decision, and what is recorded on both sides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vrplan.as_of import State
from vrplan.as_of.hand_over import Recorded, recorded
from vrplan.as_of.stages import Stage, stage_of
from vrplan.phrases import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate, Said
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
    def earlier(self) -> tuple[HandOver, ...]:
        """The recorded hand-overs before this one."""
        return self.known.hand_overs[:-1] if self._hand_over else self.known.hand_overs

    @property
    def _hand_over(self) -> HandOver | None:
        """The present hand-over; none where the item was begun again and is back with its owner."""
        return self.known.last if not self.known.begun_again else None


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An item that is not handed over by any decision, and a text that speaks of handing it over."""

    now: ItemOnDate
    said: Said


@dataclass(frozen=True, slots=True)
class Receiver:
    """What one party receives (None: nobody named): how many items are at each stage."""

    to: str | None
    counts: dict[Stage, int]


@dataclass(frozen=True, slots=True)
class TransfersReport:
    """The hand-overs of a plan, in the order of the file. `to` is the party asked about, with its parts."""

    view: PlanOnDate
    transfers: tuple[Transfer, ...]
    undecided: tuple[Mentioned, ...]
    """What nobody has decided to hand over, and what is said of that: proposed, considered, possible."""
    to: str | None
    parts: frozenset[str]

    @property
    def counts(self) -> dict[Stage, int]:
        """How many items are at each stage; each item is counted once."""
        spoken_of = {one.now.item.id for one in self.undecided}
        return _counted([*(one.stage for one in self.transfers), *[Stage.SPOKEN_OF] * len(spoken_of)])

    @property
    def receivers(self) -> tuple[Receiver, ...]:
        """What each party receives, in the order in which they are first named."""
        stages: dict[str | None, list[Stage]] = {}
        for one in self.transfers:
            stages.setdefault(one.to, []).append(one.stage)
        for mentioned in self.undecided:
            stages.setdefault(mentioned.said.reading.recipient, []).append(Stage.SPOKEN_OF)
        return tuple(Receiver(to, _counted(some)) for to, some in stages.items())


def _counted(stages: Iterable[Stage]) -> dict[Stage, int]:
    number = Counter(stages)
    return {stage: number[stage] for stage in Stage if number[stage]}


def transfers(view: PlanOnDate, to: str | None = None) -> TransfersReport:
    """List the hand-overs; with `to` (a party's id) only those to that party and to what is part of it."""
    parts = view.plan.party_with_parts(to) if to is not None else frozenset()
    found = (_transfer(view, one) for one in view.items)
    listed = tuple(one for one in found if one is not None and (to is None or one.to in parts))
    decided = {one.now.item.id for one in listed}
    undecided = tuple(
        mentioned
        for one in view.items
        if one.item.id not in decided
        for mentioned in _mentioned(one)
        if to is None or mentioned.said.reading.recipient in parts
    )
    return TransfersReport(view, listed, undecided, to, parts)


def _mentioned(one: ItemOnDate) -> list[Mentioned]:
    """The first text for each receiver that is spoken of."""
    first: dict[str | None, Mentioned] = {}
    for said in one.beside:
        if said.reading.kind is Kind.TRANSFERS:
            first.setdefault(said.reading.recipient, Mentioned(one, said))
    return list(first.values())


def _transfer(view: PlanOnDate, one: ItemOnDate) -> Transfer | None:
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
    if known.last.giver == one.item.owner:
        return one.since
    return min(event.date for event in (known.last.handed_over, known.last.accepted) if event)
