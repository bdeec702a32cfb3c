"""What goes from whom to whom, when, by which decision, and what is recorded on both sides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from vrplan.as_of.stages import Stage
from vrplan.phrases import Kind
from vrplan.reports.hand_overs import Transfer, transfer_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vrplan.as_of import ItemOnDate, PlanOnDate, Said


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An item, and a text beside the one that holds: it hands the item over to somebody to whom it does not go."""

    now: ItemOnDate
    said: Said

    @property
    def stage(self) -> Stage:
        """Whether the text is decided and does not hold, or only speaks of it."""
        return Stage.SET_ASIDE if self.said.is_decided else Stage.SPOKEN_OF

    @property
    def to(self) -> str | None:
        """To whom the text hands it over; None where it names nobody."""
        return self.said.reading.recipient


@dataclass(frozen=True, slots=True)
class Receiver:
    """What one party receives (None: nobody named): how many items are at each stage."""

    to: str | None
    counts: dict[Stage, int]
    hand_overs: int
    """How many of them go to it by what holds or happened."""
    confirmed: int
    """How many of these it has confirmed, those included that are over since."""


@dataclass(frozen=True, slots=True)
class TransfersReport:
    """The hand-overs of a plan, in the order of the file. `to` is the party asked about, with its parts."""

    kind: ClassVar[Literal["transfers"]] = "transfers"
    view: PlanOnDate
    transfers: tuple[Transfer, ...]
    undecided: tuple[Mentioned, ...]
    """To whom nobody has decided to hand something over, and what is said of that: proposed, considered, possible."""
    set_aside: tuple[Mentioned, ...]
    """To whom something goes by decided words that do not hold: others, decided on the same day, go before them."""
    to: str | None
    parts: frozenset[str]

    @property
    def counts(self) -> dict[Stage, int]:
        """How many items are at each stage. Each is counted once: by where it goes, not by what else is said of it."""
        stages: dict[str, Stage] = {}
        for one in self.listed:
            stages.setdefault(one.now.item.id, one.stage)
        return _counted(stages)

    @property
    def confirmed(self) -> int:
        """How many hand-overs the receiver has confirmed, those included that are over since."""
        return sum(one.accepted is not None for one in self.transfers)

    @property
    def receivers(self) -> tuple[Receiver, ...]:
        """What each party receives, in the order in which they are first named."""
        stages: dict[str | None, dict[str, Stage]] = {}
        for one in self.listed:
            stages.setdefault(one.to, {}).setdefault(one.now.item.id, one.stage)
        number = Counter(one.to for one in self.transfers)
        confirmed = Counter(one.to for one in self.transfers if one.accepted is not None)
        return tuple(Receiver(to, _counted(some), number[to], confirmed[to]) for to, some in stages.items())

    @property
    def listed(self) -> tuple[Transfer | Mentioned, ...]:
        """Everything; of an item that is told more than once, what holds comes first."""
        return (*self.transfers, *self.set_aside, *self.undecided)


def _counted(stages: Mapping[str, Stage]) -> dict[Stage, int]:
    number = Counter(stages.values())
    return {stage: number[stage] for stage in Stage if number[stage]}


def transfers(view: PlanOnDate, to: str | None = None) -> TransfersReport:
    """List the hand-overs; with `to` (a party's id) only those to that party and to what is part of it.

    What goes to one party and is spoken of for another is told to both.
    """
    parts = view.plan.party_with_parts(to) if to is not None else frozenset()
    going: list[Transfer] = []
    mentioned: list[Mentioned] = []
    for one in view.items:
        transfer = transfer_of(view, one)
        going += [transfer] if transfer is not None and (to is None or transfer.to in parts) else []
        mentioned += (other for other in _mentioned(one, transfer) if to is None or other.to in parts)
    return TransfersReport(
        view,
        tuple(going),
        tuple(one for one in mentioned if one.stage is Stage.SPOKEN_OF),
        tuple(one for one in mentioned if one.stage is Stage.SET_ASIDE),
        to,
        parts,
    )


def _mentioned(one: ItemOnDate, transfer: Transfer | None) -> list[Mentioned]:
    """The first text for each receiver to whom the item does not go: of those decided, and of those that are not."""
    # Words that name nobody speak of the hand-over that is listed.
    told = {transfer.to, None} if transfer is not None else frozenset[str | None]()
    first: dict[tuple[str | None, bool], Mentioned] = {}
    for said in one.beside:
        to = said.reading.recipient
        if said.reading.kind is Kind.TRANSFERS and to not in told:
            first.setdefault((to, said.is_decided), Mentioned(one, said))
    return list(first.values())
