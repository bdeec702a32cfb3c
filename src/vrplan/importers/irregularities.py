"""What of a paper was doubtful, repaired or not used: one value for each, told by `render`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from vrplan.findings import Value

Weight = Literal["settle", "done", "unused"]


class Kind(StrEnum):
    """What is irregular. The order is that in which they are told."""

    NOT_KNOWN = "not_known"
    OTHER_YEAR = "other_year"
    CEASES = "ceases"
    JOINED = "joined"
    DISAGREES = "disagrees"
    IMPOSSIBLE_DATE = "impossible_date"
    LATER_THAN_PAPER = "later_than_paper"
    UNREAD = "unread"
    SECOND_STATEMENT = "second_statement"
    RAGGED = "ragged"
    HEADING_UNKNOWN = "heading_unknown"
    HEADING_GUESSED = "heading_guessed"
    TWO_NAMES = "two_names"
    REPAIRED = "repaired"
    SPLIT = "split"
    TAKEN = "taken"
    STATUS_TAKEN = "status_taken"
    ADOPTION_TAKEN = "adoption_taken"
    CONTINUED = "continued"
    ROW_SKIPPED = "row_skipped"
    CELL_NOT_USED = "cell_not_used"
    COLUMN_NOT_USED = "column_not_used"
    TABLE_NOT_USED = "table_not_used"
    ACCOUNT_NOT_USED = "account_not_used"
    TEXT_NOT_USED = "text_not_used"
    STRUCK = "struck"
    LOST = "lost"


_UNUSED = frozenset(
    {
        Kind.ROW_SKIPPED,
        Kind.CELL_NOT_USED,
        Kind.COLUMN_NOT_USED,
        Kind.TABLE_NOT_USED,
        Kind.ACCOUNT_NOT_USED,
        Kind.TEXT_NOT_USED,
        Kind.STRUCK,
        Kind.LOST,
    }
)
_DONE = frozenset(
    {
        Kind.TWO_NAMES,
        Kind.REPAIRED,
        Kind.SPLIT,
        Kind.TAKEN,
        Kind.STATUS_TAKEN,
        Kind.ADOPTION_TAKEN,
        Kind.CONTINUED,
    }
)


@dataclass(frozen=True, slots=True)
class Irregularity:
    """One thing that whoever checks the draft should know. `text` is the paper's own, `said` what goes with it."""

    kind: Kind
    place: str
    text: str = ""
    said: tuple[tuple[str, Value], ...] = ()

    @property
    def weight(self) -> Weight:
        """Whether somebody must settle it, the reader has done something about it, or it was not used."""
        return "unused" if self.kind in _UNUSED else "done" if self.kind in _DONE else "settle"


def irregular(kind: Kind, place: str, text: str = "", **said: Value) -> Irregularity:
    """An irregularity with what is said of it by name."""
    return Irregularity(kind, place, text, tuple(said.items()))
