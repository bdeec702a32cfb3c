"""What stands below a focus area without a table, and which of it surely says what becomes of that."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vrplan.importers.any_year import ANY_YEAR
from vrplan.importers.words import folded, listed
from vrplan.phrases import Kind as What
from vrplan.phrases import read_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vrplan.importers.lines import Line
    from vrplan.importers.outline import Place

_QUOTED = re.compile(r"(?P<column>[^«“]{1,80}): (?:«(?=.*»$)|“(?=.*”$))(?P<text>.+)[»”]")
_BETWEEN = re.compile("» «|” “")
_LABEL = re.compile(r"status\s*[:–-]\s*(?=\S)", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_LONGEST = 150
_SHORT = 40
_TURNS = frozenset({What.ENDS, What.TRANSFERS, What.CONTINUES, What.POSTPONED, What.CANCELLED})


@dataclass(frozen=True, slots=True)
class Below:
    """A line, and the focus area that it stands below."""

    line: Line
    area: str | None
    focus_area: str
    heading: Line | None = None
    """The heading that names the focus area, where nothing else does."""


@dataclass
class Names:
    """Which headings turned out to name areas, and on which levels those stand that name focus areas."""

    areas: dict[int, str] = field(default_factory=dict)
    levels: set[int] = field(default_factory=set)

    def of(self, place: Place | None) -> tuple[str | None, str] | None:
        """The area and the focus area that a heading without a table names, where that is clear."""
        if place is None or place.level not in self.levels:
            return None
        area = place.area or self.areas.get(id(place.above))
        return (area, place.text) if area is not None else None


def lines_below(
    unused: Sequence[Line],
    stands_in: Mapping[int, tuple[str, str | None]],
    headings: Sequence[Place],
    names: Names,
) -> Iterator[Below]:
    """The lines with what they stand below: what a line of its own has named, else a heading like those of tables."""
    by_line = {id(place.line): place for place in headings}
    lines = {id(line): line for line in [*unused, *(place.line for place in headings)]}
    heading: Place | None = None
    for line in sorted(lines.values(), key=lambda one: one.order):
        if id(line) in by_line:
            heading = by_line[id(line)]
            continue
        area, focus = stands_in.get(line.order, (None, None))
        if area is not None and focus is not None:
            yield Below(line, area, focus)
        elif (named := names.of(heading)) and heading is not None and heading.area == area:
            yield Below(line, *named, heading.line)


def quoted_under(text: str, columns: Sequence[str]) -> tuple[str, list[str]] | None:
    """A column and the sentences that a line quotes from it: "Justert HP 2018: «Videreføres.» «Ut 2018.»"."""
    match = _QUOTED.fullmatch(text)
    if match is None or match["column"] not in columns:
        return None
    return match["column"], _BETWEEN.split(match["text"])


def status_in(text: str) -> str | None:
    """The words of a line that surely say what becomes of what stands above it: "Videreføres", "Status: Q3"."""
    if label := _LABEL.match(text):
        said = text[label.end() :]
        return said if read_status(said, ANY_YEAR).kind is not What.UNKNOWN else None
    if len(text) > _LONGEST or _SENTENCES.search(text):
        return None
    reading = read_status(text, ANY_YEAR)
    begins = any(word.start == 0 and word.role in {"what", "done"} for word in reading.words)
    first = folded(text).split(" ", 1)[0]
    if reading.kind in _TURNS:
        is_sure = (
            begins or first in listed("outline", "all") or (first == "det" and reading.kind is What.CONTINUES)
        )
    else:
        is_sure = reading.kind is not What.UNKNOWN and begins and len(text) <= _SHORT
    return text if is_sure else None
