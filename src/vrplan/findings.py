"""Where in a file a value was written, and what we tell the user about it: one frozen `Finding`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


NEAR_MISS = "did you mean {near}?"
"""The advice, as a template, where something known is much like what is written; more may follow it."""

Path = tuple[str | int, ...]
"""The keys and list indexes that lead from the top of a file to a value."""


Value: TypeAlias = "str | Told | Listed"
"""What the template of a finding takes: text from a file, a date or a name as it is, or words of ours."""


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools find what is told later
    """Mark a message for the catalogues; `render` tells it."""
    return message


@dataclass(frozen=True, slots=True)
class Told:
    """Words of ours within a finding: a template with values of its own, told in the language of the finding.

    `context` says what is meant where the English words mean something else elsewhere.
    """

    template: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)
    context: str = ""

    def __str__(self) -> str:
        """The words in English."""
        return self.template.format_map({name: str(value) for name, value in self.values.items()})


@dataclass(frozen=True, slots=True)
class Listed:
    """Values within a finding one after the other."""

    parts: tuple[Value, ...]
    between: str = ", "

    def __str__(self) -> str:
        """The values in English."""
        return self.between.join(map(str, self.parts))


class Severity(StrEnum):
    """How much a finding weighs: an error stops reports, a warning or an info does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: its stable code and name, its weight, and its sentences as templates.

    The templates take the finding's values by name. They are filled in by `render`, so that a
    translation touches no rule.
    """

    code: str
    name: str
    severity: Severity
    message: str
    help: str = ""
    page: str = ""
    """What there is to read about it, where no rule's docstring says so: see `rules.rule.page`."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file. Lines and columns count from 1; the end is the column after the last character."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A value, or the key that names it, by the path that leads to it; its `Place` is looked up later."""

    file: str
    path: Path
    key: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding points at, with a template of its own for the finding's values and for its own."""

    message: str
    spot: Spot
    place: Place | None = None
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the user should know about a file. A place is known once `placed` has looked it up."""

    code: Code
    spot: Spot
    values: Mapping[str, Value] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    place: Place | None = None
    accepted: str = ""
    """The reason why somebody who has looked at it lets it stand; empty for all others."""
    advice: str = ""
    """What to do here, as a template; without it the code's own help is told."""

    def placed(self, places: Mapping[Spot, Place]) -> Finding:
        """The same finding with the places of its spots filled in, where `places` knows them."""
        related = tuple(replace(one, place=one.place or places.get(one.spot)) for one in self.related)
        return replace(self, place=self.place or places.get(self.spot), related=related)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every spot whose place has still to be looked up."""
        spots = () if self.place else (self.spot,)
        return (*spots, *(one.spot for one in self.related if one.place is None))


def by_place(finding: Finding) -> tuple[str, int, int, str]:
    """The order in which findings are told: by file, line, column and code."""
    place = finding.place
    if place is None:
        return (finding.spot.file, 0, 0, finding.code.code)
    return (place.file, place.line, place.column, finding.code.code)


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words that are most like `word`, the likest first; upper and lower case count as one."""
    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(name.casefold(), name)
    # A cutoff of 0.6 finds one or two wrong letters in a short id and no unrelated words.
    return [by_folded[near] for near in get_close_matches(word.casefold(), by_folded, most, 0.6)]
