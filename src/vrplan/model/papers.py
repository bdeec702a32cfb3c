"""The papers that status texts are from, as far as they could be read, and what comparing the two gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vrplan.findings import N_, Listed, Told

if TYPE_CHECKING:
    from vrplan.findings import Value
    from vrplan.model.plan import Plan, Statement


class Passage(NamedTuple):
    """Words of a paper, and where people find them: `line 12`, `page 3`, `table 1, row 4`."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class PaperRead:
    """A paper that the files name, as it lies in the plan folder: its words, or why there are none."""

    file: str
    """Its name, as the files give it."""
    runs: tuple[tuple[Passage, ...], ...] = ()
    """Passages that follow upon each other: a sentence may go on from one into the next, never out of its run."""
    sha256: str | None = None
    """That of the file as it is now; None when it could not be opened."""
    unreadable: Value = ""
    """Why its words could not be read; empty when they were."""
    gaps: tuple[str, ...] = ()
    """Whole pages that could not be read, and may hold any words."""
    is_outside: bool = False
    """Whether its name leads out of the plan folder, where nothing is read."""

    @property
    def is_read(self) -> bool:
        """Whether its words are known."""
        return not self.unreadable and not self.is_outside

    @property
    def may_hold_more(self) -> bool:
        """Whether words may stand in it that nobody has read."""
        return bool(self.gaps) or not self.is_read


@dataclass(frozen=True, slots=True)
class QuotationCounts:
    """How many status texts there are of each kind; together they are all that have words."""

    verified: int = 0
    """Found word for word in a paper that is the one that was recorded."""
    not_found: int = 0
    unverified: int = 0
    """Not compared: no paper is named, or it could not be read."""
    suspect: int = 0
    """Found, but in a paper that has changed since it was recorded."""


_WHOLE = (N_("the paper"), N_("title of the page"), N_("page header"), N_("page footer"))
_PLACES = {
    "line": N_("line {number}"),
    "page": N_("page {number}"),
    "paragraph": N_("paragraph {number}"),
    "row": N_("row {number}"),
    "table": N_("table {number}"),
}


def place_in_words(place: str) -> Listed:
    """A place in a paper, to be told in any language."""
    return Listed(tuple(_part(one) for one in place.split(", ")))


def _part(place: str) -> Value:
    if place in _WHOLE:
        return Told(place)
    kind, _space, number = place.partition(" ")
    return Told(_PLACES[kind], {"number": number}) if kind in _PLACES and number.isdecimal() else place


def papers_behind(plan: Plan, statement: Statement) -> tuple[str, ...]:
    """The papers that a status text may stand in: its own source, else its column's, else its decisions'.

    A column's words stand in the paper that adopts it or in the one that proposed it. A decision that is known by its
    title only has shown its words to nobody.
    """
    if statement.source is not None:
        return (statement.source,)
    authority = statement.authority
    column = plan.columns.get(authority.column or "")
    if column is not None and column.source is not None:
        return (column.source,)
    seen = (one for one in (authority.adopted, authority.proposed) if one and one.evidence != "title-only")
    return tuple(dict.fromkeys(one.source for one in seen if one.source))
