"""What goes to whom, when, by which decision, and whether the receiver has said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.phrases import Kind

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate, PlanOnDate, Said


_NOT_HANDED_OVER = frozenset({State.CANCELLED, State.DONE, State.ENDED})
"""What came of an item instead of a hand-over."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """One item on its way, or gone, to a recipient (None: the papers do not say to whom)."""

    now: ItemOnDate
    to: str | None
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An item that is not handed over by any decision, and a text that speaks of handing it over."""

    now: ItemOnDate
    said: Said


@dataclass(frozen=True, slots=True)
class TransfersReport:
    """The hand-overs of a plan, in the order of the file. `to` is the party asked about, with its parts."""

    view: PlanOnDate
    transfers: tuple[Transfer, ...]
    undecided: tuple[Mentioned, ...]
    """What nobody has decided to hand over, and what is said of that: proposed, considered, possible."""
    to: str | None
    parts: frozenset[str]


def transfers(view: PlanOnDate, to: str | None = None) -> TransfersReport:
    """List the hand-overs; with `to` (a party's id) only those to that party and to what is part of it."""
    parts = view.plan.party_with_parts(to) if to is not None else frozenset()
    found = (_transfer(one) for one in view.items)
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


def _transfer(one: ItemOnDate) -> Transfer | None:
    reading = one.holds.reading if one.holds else None
    transfers_by_word = reading is not None and reading.kind is Kind.TRANSFERS
    if (not transfers_by_word and one.to is None) or one.state in _NOT_HANDED_OVER:
        return None
    if one.happened is not None and one.happened.what in {"transferred", "accepted"}:
        return Transfer(one, one.to, one.since, one.since)
    if reading is None or not transfers_by_word:
        return Transfer(one, one.to, None, None)
    if one.happened is not None and one.happened.what == "postponed":
        return Transfer(one, one.to, one.happened.from_, one.happened.to)
    return Transfer(one, one.to, reading.start, reading.end)
