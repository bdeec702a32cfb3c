"""How the words of an item are understood, and from which day on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vrplan.as_of.states import done_from, replaced

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of.standing import Said
    from vrplan.phrases import Reading


class InForce(NamedTuple):
    """What is to happen and when, as it is understood from a day on."""

    first: date | None
    """The first day, inclusive; None is open."""
    reading: Reading

    def holds_on(self, day: date) -> bool:
        """Whether it is so understood on that day, when nothing newer is."""
        return self.first is None or self.first <= day


def understood(decided: tuple[Said, ...]) -> tuple[InForce, ...]:
    """The readings in force by the words alone, oldest first; none when nothing is decided.

    What is done without a date is so from a day on; before it, what it replaced counts.
    """
    if not decided:
        return ()
    older = replaced(decided)
    return (*understood(older), InForce(done_from(decided[0]) if older else None, decided[0].reading))
