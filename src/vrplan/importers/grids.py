"""Rows of merged cells to the rows of a table, within bounds that no plan reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from vrplan.importers.paper import MOST_ROWS, Cell, Row, Table

MOST_COLUMNS: Final = 100
"""So many columns of a table are read."""
MOST_CELLS: Final = 500_000
"""So many cells of a table are read, merged ones counted in every row and column that they cover."""

ABOVE: Final = Cell("", continues_above=True)
LEFT: Final = Cell("", continues_left=True)
BOTH: Final = Cell("", continues_above=True, continues_left=True)


@dataclass(frozen=True, slots=True)
class Spanning:
    """A cell as HTML writes it; `down` 0 means to the end of the table."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class _Open:
    """A cell that covers a column in the rows that come: how many (-1: all), and whether it began left of there."""

    rows: int
    is_first: bool


def filled_in(rows: Iterable[Iterable[Spanning]]) -> Iterable[tuple[Cell, ...]]:
    """The rows with a cell in every place that a merged one covers."""
    open_cells: dict[int, _Open] = {}
    for row in rows:
        yield _filled_in_row(row, open_cells)


def _filled_in_row(row: Iterable[Spanning], open_cells: dict[int, _Open]) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    covered = dict(open_cells)
    for spanning in row:
        _continue_from_above(cells, covered)
        first = len(cells)
        for column in range(first, min(first + max(spanning.across, 1), MOST_COLUMNS + 1)):
            cells.append(Cell(spanning.text) if column == first else LEFT)
            if spanning.down != 1:
                open_cells[column] = _Open(spanning.down - 1, column == first)
    _continue_from_above(cells, covered)
    _count_down(open_cells, covered)
    return tuple(cells)


def _continue_from_above(cells: list[Cell], covered: dict[int, _Open]) -> None:
    while len(cells) in covered:
        cells.append(ABOVE if covered[len(cells)].is_first else BOTH)


def _count_down(open_cells: dict[int, _Open], covered: dict[int, _Open]) -> None:
    """Those that already covered this row cover one row less from now on; `-1` never reaches 0."""
    for column, cell in covered.items():
        if open_cells[column] is cell and cell.rows > 0:
            cell.rows -= 1
            if cell.rows == 0:
                del open_cells[column]


def bounded(
    number: int, place: str, rows: Iterable[tuple[str, tuple[Cell, ...]]]
) -> tuple[Table, tuple[str, ...]]:
    """The table of the rows, each a place and its cells, and what had to be left out of it."""
    kept: list[Row] = []
    cells = 0
    lost: list[str] = []
    for row_place, row in rows:
        cells += min(len(row), MOST_COLUMNS)
        if len(kept) == MOST_ROWS or cells > MOST_CELLS:
            lost.append(f"{row_place}: the table is too long, nothing was read from here to its end")
            break
        if len(row) > MOST_COLUMNS:
            lost.append(f"{row_place}: only the first {MOST_COLUMNS} cells of the row were read")
        kept.append(Row(row[:MOST_COLUMNS], row_place))
    return Table(number, tuple(kept), place), tuple(lost)
