"""Who stands behind a text, and what that was worth on the day from which we look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vrplan.model.values import Standing

if TYPE_CHECKING:
    from vrplan.model.decided import Decision, Point


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What an authority was worth on the day from which we look: its standing and the decision behind it."""

    standing: Standing
    decision: Decision | None
    known: date | None
    """The last possible day of that decision; None sorts before every date."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A column or a decision point: what a status text stands in, and who adopted or proposed it."""

    key: str
    column: str | None
    year: int
    adopted: Decision | None = None
    proposed: Decision | None = None
    point: Point | None = None

    def seen_from(self, as_known: date | None) -> Standpoint | None:
        """What was known of it on a day (None: all that the files know); None when nothing was known yet."""
        if self.adopted is None and self.proposed is None:
            return Standpoint("adopted", None, None) if self.column else None
        for decision, standing in ((self.adopted, self._standing_of_adoption), (self.proposed, "proposed")):
            known = _day_of(decision)
            if known is not None and (as_known is None or known <= as_known):
                return Standpoint(standing, decision, known)
        return Standpoint("noted", self.adopted or self.proposed, None) if as_known is None else None

    @property
    def _standing_of_adoption(self) -> Standing:
        return self.adopted.standing if self.adopted is not None else "adopted"

    @property
    def document_date(self) -> date | None:
        """The day of the paper that the words stand in: that of the proposal, when there was one.

        A later adoption changes what the words are worth, not what they mean.
        """
        return _day_of(self.proposed or self.adopted)


def _day_of(decision: Decision | None) -> date | None:
    return decision.date.last if decision is not None and decision.date is not None else None
