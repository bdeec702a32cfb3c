"""What a later paper says of the items of a plan: matched, doubtful, new, gone, and what was not taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vrplan.edit.style import Value
    from vrplan.findings import Path
    from vrplan.importers.irregularities import Irregularity
    from vrplan.importers.later.basis import Basis
    from vrplan.importers.later.rows import Entry, Row


@dataclass(frozen=True, slots=True)
class Match:
    """A row that is an entry of the plan."""

    row: Row
    entry: Entry
    likeness: float
    """From 0 to 1."""
    changes: tuple[tuple[str, str], ...] = ()
    """The words that differ, as the plan and as the paper have them; nothing where the words are the same."""
    is_same: bool = True
    """Whether the words are the same, but for capitals, blanks and punctuation."""


class Doubt(StrEnum):
    """Why it is not sure which entry a row is."""

    SEVERAL = "several"
    WEAK = "weak"
    TAKEN = "taken"
    REWORDED = "reworded"
    REPEATED = "repeated"
    GROUP = "group"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A row that may be one of some entries; nothing of it is written."""

    row: Row
    why: Doubt
    candidates: tuple[tuple[Entry, float], ...]
    """With the likeness from 0 to 1; the likest first."""
    entry: Mapping[str, Value] = field(default_factory=dict)
    """The activity as it is to be written, should it be a new one."""
    open: tuple[Entry, ...] = ()
    """Of which of the candidates it may be recorded, the likest first: no other row is offered these."""
    elsewhere: str = ""
    """The place of the row that its likest candidate is, or is offered to, where none is left for this one."""


class Unplaced(StrEnum):
    """Why a new row is not added."""

    SAYS_NOTHING = "says_nothing"
    NO_FOCUS_AREA = "no_focus_area"
    NOT_ASKED = "not_asked"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class New:
    """A row that the plan does not have."""

    row: Row
    why_not: Unplaced | None
    """Why it is not added; None where it is."""
    entry: Mapping[str, Value]
    """The activity as it is written, or is to be written."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A text that the plan has otherwise than the paper, under a column that it has already."""

    match: Match
    plan: tuple[str | None, ...]
    """Nothing where the plan has no text there."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A later paper set against a plan."""

    paper: str
    heading: str
    """The column of the paper."""
    column: str
    """What the plan calls it."""
    is_there: bool
    """Whether the plan has the column already: then it is only compared, and nothing is written."""
    basis: Basis
    facts: Mapping[str, str]
    """What the new column says of itself: proposed_by, adopted_by, year."""
    matched: tuple[Match, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    new: tuple[New, ...] = ()
    of_groups: tuple[tuple[Match, tuple[Entry, ...]], ...] = ()
    """What is said of a whole measure or focus area, and the activities in it that have no row of their own."""
    gone: tuple[Entry, ...] = ()
    """Items of which no row speaks: they keep what they had."""
    untold: tuple[Entry, ...] = ()
    """Focus areas and obligations of which no row speaks; a table seldom has them."""
    differences: tuple[Difference, ...] = ()
    not_taken: tuple[tuple[str, bool], ...] = ()
    """The other columns of the paper, and whether the plan has them."""
    additions: Sequence[tuple[Path, Sequence[Mapping[str, Value]]]] = field(default=())
    """The lists of the plan that get new entries."""
    irregularities: tuple[Irregularity, ...] = ()
    is_written: bool = True
    """Whether the new column comes into the plan: a dry run, and an edit that is refused, write nothing."""

    @property
    def can_be_recorded(self) -> bool:
        """Whether the plan has column and paper when this is told, so that more can be recorded of them by hand."""
        return not self.basis.sources if self.is_there else self.is_written

    @property
    def said(self) -> list[Match]:
        """The matched rows of which the column says something."""
        return [one for one in self.matched if one.row.texts]

    @property
    def silent(self) -> list[Match]:
        """The matched rows whose cell is empty."""
        return [one for one in self.matched if not one.row.texts]

    @property
    def is_agreed(self) -> bool:
        """Whether the plan says under this column what the paper says, no more and no less."""
        open_ones = [one.row for one in self.doubtful if one.why is not Doubt.SETTLED]
        left = [*open_ones, *(one.row for one in self.new)]
        return not self.differences and not self.gone and not any(row.texts for row in left)
