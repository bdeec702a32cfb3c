"""What can be asked to be recorded: an event, a status text, a column, a decision and its points, what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime

    from vrplan.edit import Value
    from vrplan.findings import Path
    from vrplan.model.plan import Item


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Something that happened to an item, with the keys and texts that an event has in the file."""

    item: Item
    day: datetime.date
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NewStatus:
    """What a column, a decision or a point says of the entry at a path of the plan file."""

    entry: str
    """The id of the entry."""
    path: Path
    key: str
    text: str
    facts: Mapping[str, Value]
    """What else is said of the text: only, except, means, source, note."""
    more: Sequence[Mapping[str, Value]] = ()
    """Further sentences of the same column, each with its text and what else is said of it."""

    @property
    def is_of_some(self) -> bool:
        """Whether it speaks of some of the activities below the entry, and others may be spoken of beside it."""
        return bool(self.facts.keys() & {"only", "except"})

    def speaks_of(self, item_id: str) -> bool:
        """Whether it would be said of this activity."""
        return item_id not in self.facts.get("except", ()) and item_id in self.facts.get("only", (item_id,))


@dataclass(frozen=True, slots=True)
class NewColumn:
    """A revision of the plan, or what is new of one that is there: which decision adopted it."""

    name: str
    is_there: bool
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision, with the keys and values that it has in the file."""

    decision: str
    """Its id."""
    day: datetime.date | None
    """Its first possible day, where it has a date."""
    facts: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class NewPoints:
    """Points of a decision that is there."""

    decision: str
    number: int
    """Where the decision stands in the list of decisions."""
    points: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class NewEntries:
    """Entries of the plan at the end of the list at a path: activities of a measure, measures of a focus area."""

    path: Path
    entries: Sequence[Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class NewReference:
    """A body or a paper that decisions and texts then name by its id."""

    part: Literal["bodies", "sources"]
    name: str
    """Its id."""
    facts: Mapping[str, str]


Asked = NewEvent | NewStatus | NewColumn | NewDecision | NewPoints | NewEntries | NewReference
OfDecisions = NewDecision | NewPoints | NewReference
"""What is asked of the file of decisions."""
