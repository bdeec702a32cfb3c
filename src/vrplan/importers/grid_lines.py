"""Tables whose cells have lines of `-`, `=` and `|` around them, as reStructuredText and Pandoc write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from vrplan.importers.grids import ABOVE, BOTH, LEFT, MOST_COLUMNS
from vrplan.importers.paper import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.importers.line_tables import Line

_BORDER: Final = re.compile(r"\+(?:[-=:]+\+)+")
_PIPE_RULE: Final = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")
_DRAWN: Final = frozenset("-=:")
_BULLET: Final = re.compile(r"(?:[-*+•]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class ShapedTable:
    """A table as its lines were read: each row's place and cells, and the line after the last."""

    end: int
    rows: list[tuple[str, tuple[Cell, ...]]]
    lost: tuple[str, ...] = ()

    def cells(self) -> list[tuple[str, tuple[Cell, ...]]]:
        """The rows as a paper holds them."""
        return self.rows


def grid_at(lines: Sequence[Line], start: int) -> ShapedTable | None:
    """The table that begins with the line drawn here, if one does."""
    is_inside = start > 0 and lines[start - 1].text.strip()[:1] in ("+", "|")
    if is_inside or not _BORDER.fullmatch(lines[start].text.strip()):
        return None
    end = start
    while end < len(lines) and lines[end].text.strip()[:1] in ("+", "|"):
        end += 1
    while not _BORDER.fullmatch(lines[end - 1].text.strip()):
        end -= 1
    texts = [line.text.strip() for line in lines[start:end]]
    is_grid = _is_grid(texts)
    edges = tuple(sorted({at for text in texts for at in _corners(text)}))
    if len(edges) > MOST_COLUMNS or any(len(text) != edges[-1] + 1 for text in texts):
        return None  # a line that is longer than the table is wide would be cut
    grid = _Grid(edges)
    for text, line in zip(texts[:-1], lines[start:end], strict=False):
        is_row = not is_grid and not _corners(text) and not _PIPE_RULE.fullmatch(text)
        if is_row:
            grid.add(texts[0], line.place)
        if is_row or is_grid:
            grid.add(text, line.place)
    return ShapedTable(end, grid.as_cells()) if grid.rows else None


def _is_grid(texts: list[str]) -> bool:
    """Whether its rows are set apart by lines: a table of a database has one below its heading only."""
    inner = [text for text in texts[1:-1] if _corners(text)]
    if not inner or any(_PIPE_RULE.fullmatch(text) for text in texts):
        return False
    return len(inner) > 1 or "=" in inner[0] or len(texts) == 5


def _corners(text: str) -> list[int]:
    """Where a line has corners: a `+` beside which something is drawn."""
    return (
        [
            at
            for at, sign in enumerate(text)
            if sign == "+" and (text[at + 1 : at + 2] in _DRAWN or (at and text[at - 1] in _DRAWN))
        ]
        if "+-" in text or "-+" in text or "+=" in text or "=+" in text
        else []
    )


@dataclass(slots=True)
class _Drawn:
    """A cell while its lines are read; `row` is that in which it begins."""

    row: int
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Grid:
    """Reads a grid line by line; `edges` are where its columns begin, and where the last ends."""

    edges: tuple[int, ...]
    places: list[str] = field(default_factory=list)
    rows: list[list[_Drawn]] = field(default_factory=list)
    apart: list[set[int]] = field(default_factory=list)
    """The columns that a line sets apart from the one to their left, row by row."""

    def add(self, text: str, place: str) -> None:
        """A line: one that is drawn, also in part, begins a row."""
        if _corners(text):
            closed = [_DRAWN.issuperset(text[a + 1 : b]) and b - a > 1 for a, b in pairwise(self.edges)]
            before = self.rows[-1] if self.rows else []
            row = len(self.rows)
            cells = [
                _Drawn(row) if not before or is_closed else before[at] for at, is_closed in enumerate(closed)
            ]
            self.rows.append(cells)
            self.places.append("")
            self.apart.append({at for at, is_closed in enumerate(closed) if not is_closed})
        else:
            closed = [False] * (len(self.edges) - 1)
            self.places[-1] = self.places[-1] or place
        bars = [at for at, edge in enumerate(self.edges[:-1]) if text[edge : edge + 1] in ("|", "+")]
        for at, following in pairwise([*bars, len(self.edges) - 1]):
            if not closed[at]:
                self.apart[-1].add(at)
                self.rows[-1][at].lines.append(text[self.edges[at] + 1 : self.edges[following]].strip(" |"))

    def as_cells(self) -> list[tuple[str, tuple[Cell, ...]]]:
        """The rows; one that holds nothing of its own is none."""
        found = []
        for row, drawn in enumerate(self.rows):
            cells = tuple(self._cell(row, at, one) for at, one in enumerate(drawn))
            if self.places[row]:
                found.append((self.places[row], cells))
        return found

    def _cell(self, row: int, at: int, drawn: _Drawn) -> Cell:
        is_left = at > 0 and at not in self.apart[row]
        if drawn.row < row:
            return BOTH if is_left else ABOVE
        return LEFT if is_left else replace(Cell(""), text=joined(drawn.lines))


def joined(lines: Sequence[str]) -> str:
    """The lines of a cell: they only wrap, but where an empty one or an entry of a list sets them apart."""
    text, is_apart = "", False
    for line in lines:
        if not line:
            is_apart = True
            continue
        is_new = is_apart or _BULLET.match(line)
        text += (("\n" if is_new else " ") if text else "") + line
        is_apart = False
    return text
