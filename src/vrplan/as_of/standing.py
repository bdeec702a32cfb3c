"""Which of the statements about an item holds, and which stand beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vrplan.phrases import Modality

if TYPE_CHECKING:
    from vrplan.model.authority import Standpoint
    from vrplan.model.plan import Item, Statement
    from vrplan.phrases import Reading

DECIDED = frozenset({Modality.DECIDED, Modality.PROVISIONAL, None})
"""The modalities that hold. None is a text that is not read: it holds as unknown, never as a guess."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, and what its authority was worth on the day from which we look."""

    statement: Statement
    seen: Standpoint

    @property
    def reading(self) -> Reading:
        """How its text is understood, with what `means` adds."""
        return self.statement.reading

    @property
    def is_decided(self) -> bool:
        """Whether a body has adopted it and its words decide something."""
        return self.seen.standing == "adopted" and self.reading.modality in DECIDED

    @property
    def day(self) -> date:
        """The last possible day of its decision; what has no date is older than everything."""
        return self.seen.known or date.min

    @property
    def document_date(self) -> date | None:
        """The day from which what it says is so, where it names none: that of its decision."""
        return self.seen.known

    def says_the_same_as(self, other: Said) -> bool:
        """Whether both are read alike: what happens, when and to whom."""
        mine, yours = self.reading, other.reading
        return (mine.kind, mine.start, mine.end, mine.recipient) == (
            yours.kind,
            yours.start,
            yours.end,
            yours.recipient,
        )


@dataclass(frozen=True, slots=True)
class Voices:
    """What is said of an item: the decided statements, the one that holds first, and what stands beside it."""

    decided: tuple[Said, ...]
    beside: tuple[Said, ...]

    @property
    def holds(self) -> Said | None:
        """The statement that holds; None when nothing known is decided."""
        return self.decided[0] if self.decided else None


def heard(item: Item, as_known: date | None) -> tuple[Said, ...]:
    """Everything that was known to be said of an item: the newest first, then by the rank of its place."""
    said = [
        Said(statement, seen)
        for statement in item.statements
        if (seen := statement.authority.seen_from(as_known)) is not None
    ]
    said.sort(key=lambda one: one.statement.rank)
    said.sort(key=lambda one: one.day, reverse=True)
    return tuple(said)


def listen(item: Item, as_known: date | None) -> Voices:
    """Order what is known to be said of an item: the newest decided statement holds (design: what holds)."""
    said = heard(item, as_known)
    decided = tuple(one for one in said if one.is_decided)
    if not decided:
        return Voices((), said)
    holds = decided[0]
    beside = tuple(
        one
        for one in said
        if one is not holds and one.day >= holds.day and not (one.is_decided and one.says_the_same_as(holds))
    )
    return Voices(decided, beside)
