"""In which respects items differ from one side to the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from vrplan.as_of.states import OVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from vrplan.as_of import ItemOnDate, Said, State
    from vrplan.model.plan import Item
    from vrplan.model.written import Event
    from vrplan.phrases import Reading

What = Literal["new", "gone", "changed"]


class Aspect(StrEnum):
    """In which respect an item differs."""

    KIND = "kind"
    WINDOW = "window"
    RECIPIENT = "recipient"
    MODALITY = "modality"
    RECURRENCE = "recurrence"
    DONE = "done"
    TEXT = "text"
    AUTHORITY = "authority"
    STATE = "state"
    CONFIRMED = "confirmed"
    OWNER = "owner"
    NAME = "name"
    PLACE = "place"
    RESOURCE = "resource"
    WHO = "who"
    ENTRY_KIND = "entry_kind"
    """What an obligation is; `kind` is what its words say."""
    NAMED_RECIPIENT = "named_recipient"
    """Who is named beside its words; `recipient` is whom it goes to."""
    EVENTS = "events"
    BESIDE = "beside"
    HISTORY = "history"
    """Its state differs on other days than the one asked about, and nothing else does."""


OF_STATES = (Aspect.STATE, Aspect.RECIPIENT, Aspect.CONFIRMED, Aspect.OWNER)
OF_WORDS = (
    Aspect.KIND,
    Aspect.WINDOW,
    Aspect.RECIPIENT,
    Aspect.MODALITY,
    Aspect.RECURRENCE,
    Aspect.DONE,
    Aspect.TEXT,
)
EVERY = tuple(Aspect)


@dataclass(frozen=True, slots=True)
class Side:
    """An item on one side: the statement that speaks for it, and its state where states are compared."""

    item: Item
    said: Said | None
    now: ItemOnDate | None = None
    only_said: tuple[Said, ...] = ()
    """What else is said of it on this side only."""
    only_recorded: tuple[Event, ...] = ()
    """What is recorded of it on this side only."""

    @property
    def reading(self) -> Reading | None:
        """How the statement that speaks for it is understood."""
        return self.said.reading if self.said is not None else None


@dataclass(frozen=True, slots=True)
class Parting:
    """The first day on which two histories of an item differ, and the states of that day."""

    day: date
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class Change:
    """An item that is new, gone or changed, on both sides; None where it is not."""

    what: What
    before: Side | None
    after: Side | None
    aspects: tuple[Aspect, ...] = ()
    parting: Parting | None = None
    """Where its states on other days are all that differs: from when on."""

    @property
    def item(self) -> Item:
        """The item as it is, or as it was before it went."""
        side = self.after or self.before
        assert side is not None
        return side.item


def changes(
    before: Mapping[str, Side], after: Mapping[str, Side], compared: Iterable[Aspect]
) -> tuple[Change, ...]:
    """The items that differ, in the order of the files; what is gone stands where it stood."""
    return tuple(_changes(before, after, tuple(compared)))


def _changes(
    before: Mapping[str, Side], after: Mapping[str, Side], compared: tuple[Aspect, ...]
) -> Iterator[Change]:
    for key in _in_order(before, after):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            yield Change("new" if was is None else "gone", was, now)
        elif aspects := _differing(was, now, compared):
            parting = _parting(was, now) if aspects == (Aspect.HISTORY,) else None
            yield Change("changed", was, now, aspects, parting)


def _in_order(before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    """The keys of both in the order of `after`; one that is only in `before` follows what it followed there."""
    kept = dict.fromkeys(after)
    followers: dict[str | None, list[str]] = {}
    last = None
    for key in before:
        if key in kept:
            last = key
        else:
            followers.setdefault(last, []).append(key)
    yield from followers.get(None, ())
    for key in kept:
        yield key
        yield from followers.get(key, ())


def _differing(was: Side, now: Side, compared: tuple[Aspect, ...]) -> tuple[Aspect, ...]:
    found = [one for one in compared if _VALUES[one](was) != _VALUES[one](now)]
    if Aspect.OWNER in found and was.item.owner == now.item.owner and (_is_over(was) or _is_over(now)):
        found.remove(Aspect.OWNER)  # that the owner has ceased is no news of what is over
    if Aspect.HISTORY in found and len(found) > 1:
        found.remove(Aspect.HISTORY)
    return tuple(found)


def _is_over(side: Side) -> bool:
    return side.now is not None and side.now.state in OVER


def _parting(was: Side, now: Side) -> Parting | None:
    if was.now is None or now.now is None:
        return None
    mine, yours = was.now.history, now.now.history
    for day in sorted({one.first or date.min for one in (*mine, *yours)}):
        one, other = (next(turn for turn in turns if turn.covers(day)) for turns in (mine, yours))
        if (one.state, one.to, one.confirmed) != (other.state, other.to, other.confirmed):
            return Parting(day, one.state, other.state)
    return None


_VALUES: dict[Aspect, Callable[[Side], Any]] = {
    Aspect.KIND: lambda side: side.reading and side.reading.kind,
    Aspect.WINDOW: lambda side: side.reading and (side.reading.start, side.reading.end),
    Aspect.RECIPIENT: lambda side: (side.reading and side.reading.recipient, side.now and side.now.to),
    Aspect.MODALITY: lambda side: side.reading and side.reading.modality,
    Aspect.RECURRENCE: lambda side: side.reading and side.reading.recurrence,
    Aspect.DONE: lambda side: side.reading and side.reading.done,
    Aspect.TEXT: lambda side: side.said and side.said.statement.text,
    Aspect.AUTHORITY: lambda side: side.said and side.said.statement.authority.key,
    Aspect.STATE: lambda side: side.now and side.now.state,
    Aspect.CONFIRMED: lambda side: side.now is not None and side.now.confirmed,
    Aspect.OWNER: lambda side: (side.item.owner, side.now.owner if side.now else side.item.owner),
    Aspect.NAME: lambda side: side.item.name,
    Aspect.PLACE: lambda side: (side.item.area, side.item.focus_area, side.item.measure),
    Aspect.RESOURCE: lambda side: side.item.resource,
    Aspect.WHO: lambda side: side.item.who,
    Aspect.ENTRY_KIND: lambda side: side.item.kind,
    Aspect.NAMED_RECIPIENT: lambda side: side.item.recipient,
    Aspect.EVENTS: lambda side: side.only_recorded,
    Aspect.BESIDE: lambda side: side.only_said,
    Aspect.HISTORY: lambda side: side.now.history if side.now else (),
}
