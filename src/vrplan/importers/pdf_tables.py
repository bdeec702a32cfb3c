"""The tables on a page of a PDF: by the lines that are drawn, or else by words that begin below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from vrplan.importers.grids import ABOVE, BOTH, LEFT
from vrplan.importers.paper import Cell
from vrplan.importers.pdf_words import TextLine, Word, lines_of, text_of

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom"""

_MOST_EDGES: Final = 5_000
"""A page with more lines is a drawing; to look for tables in it would take minutes."""
_NEAR: Final = 3.0
"""Points by which columns that are meant to be one may differ."""


@dataclass(slots=True)
class PageTable:
    """A table as it stands on one page, its columns by where they begin."""

    page: int
    box: Box
    columns: tuple[float, ...]
    rows: list[tuple[Cell, ...]]
    is_drawn: bool

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.box[1]

    def goes_on_in(self, other: PageTable) -> bool:
        """Whether a table at the top of the next page has the same columns."""
        return len(self.columns) == len(other.columns) and all(
            abs(mine - its) < 2 * _NEAR for mine, its in zip(self.columns, other.columns, strict=True)
        )


def drawn_tables(page: Any, number: int, words: Sequence[Word], lost: list[str]) -> list[PageTable]:
    """The tables whose cells have lines around them; a frame around a text is none."""
    if len(page.edges) > _MOST_EDGES:
        lost.append(f"page {number}: it holds too many lines to look for tables between them")
        return []
    tables = []
    for found in page.find_tables():
        box = tuple(found.bbox)
        inside = [word for word in words if is_in(word, box)]
        boxes = [[cell and tuple(cell) for cell in row.cells] for row in found.rows]
        columns = _columns(boxes)
        if len(columns) > 1:
            rows = [_drawn_row(boxes, index, columns, inside) for index in range(len(boxes))]
            tables.append(PageTable(number, box, columns, rows, is_drawn=True))
    return sorted(tables, key=lambda table: table.top)


def _columns(boxes: list[list[Any]]) -> tuple[float, ...]:
    return tuple(sorted({box[0] for row in boxes for box in row if box}))


def _drawn_row(
    boxes: list[list[Any]], index: int, columns: tuple[float, ...], words: list[Word]
) -> tuple[Cell, ...]:
    cells = []
    for column, left in enumerate(columns):
        box = boxes[index][column]
        if box:
            cells.append(Cell(text_of(lines_of(word for word in words if is_in(word, box)), box[0], box[2])))
        elif any(other and other[0] < left < other[2] - _NEAR for other in boxes[index]):
            cells.append(LEFT)
        else:
            cells.append(_from_above(boxes, index, column, columns))
    return tuple(cells)


def _from_above(boxes: list[list[Any]], index: int, column: int, columns: tuple[float, ...]) -> Cell:
    """The cell of an earlier row that reaches down over this place, if one does."""
    top = min(box[1] for box in boxes[index] if box)
    for row in boxes[:index]:
        for box in row:
            if box and box[3] > top + _NEAR and box[0] <= columns[column] < box[2] - _NEAR:
                return ABOVE if box[0] == columns[column] else BOTH
    return Cell("")


def is_in(word: Word, box: Box) -> bool:
    """Whether the middle of a word lies in a box."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def spaced_table(
    lines: Sequence[TextLine], start: int, number: int, right_edge: float
) -> tuple[PageTable, int] | None:
    """The table without lines that begins with one of these, and the line after it."""
    columns = _starts(lines[start])
    if len(columns) < 3:
        return None
    end = _end(lines, start + 1, columns)
    if sum(len(_starts(line)) > 1 for line in lines[start:end]) < 3:
        return None
    return _spaced(lines[start:end], columns, number, right_edge), end


def continued(lines: Sequence[TextLine], table: PageTable, number: int) -> tuple[PageTable, int] | None:
    """The rest of a table without lines at the top of the next page, and the line after it."""
    if table.is_drawn or not lines or len(_starts(lines[0])) < 2 or not _stands_in(lines[0], table.columns):
        return None
    end = _end(lines, 1, table.columns)
    return _spaced(lines[:end], table.columns, number, table.box[2]), end


def is_heading_of_columns(line: TextLine, below: TextLine) -> bool:
    """Whether the line below begins where the words of this one do that stand apart."""
    columns = _starts(line)
    return len(columns) > 2 and _is_near(line, below) and _stands_in(below, columns)


def _end(lines: Sequence[TextLine], at: int, columns: tuple[float, ...]) -> int:
    while at < len(lines) and _stands_in(lines[at], columns) and _is_near(lines[at - 1], lines[at]):
        at += 1
    return at


def _spaced(
    lines: Sequence[TextLine], columns: tuple[float, ...], number: int, right_edge: float
) -> PageTable:
    rows = [_spaced_row(row, columns, right_edge) for row in _rows(lines, columns)]
    return PageTable(
        number, (columns[0], lines[0].top, right_edge, lines[-1].bottom), columns, rows, is_drawn=False
    )


def _starts(line: TextLine) -> tuple[float, ...]:
    """Where words begin that stand well apart from the word before."""
    apart = [right.x0 for left, right in pairwise(line.words) if right.x0 - left.x1 > 1.2 * right.size]
    return (line.x0, *apart)


def _stands_in(line: TextLine, columns: tuple[float, ...]) -> bool:
    return all(
        not cell or abs(cell[0].x0 - left) < _NEAR
        for left, cell in zip(columns, _by_column(line, columns), strict=True)
    )


def _is_near(above: TextLine, below: TextLine) -> bool:
    return below.top - above.bottom < 2.5 * above.size


def _by_column(line: TextLine, columns: tuple[float, ...]) -> list[list[Word]]:
    cells: list[list[Word]] = [[] for _ in columns]
    for word in line.words:
        cells[max(0, sum(left <= word.x0 + _NEAR for left in columns) - 1)].append(word)
    return cells


def _rows(lines: Sequence[TextLine], columns: tuple[float, ...]) -> list[list[TextLine]]:
    """Rows stand further apart than the lines of one; where all stand alike, a capital letter begins a row."""
    steps = [below.top - above.top for above, below in pairwise(lines)]
    widest = 1.25 * min((step for step in steps if step > 0.8 * lines[0].size), default=0.0)
    is_spaced = any(step > widest for step in steps)
    rows = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        cells = _by_column(line, columns)
        if step > widest if is_spaced else any(cell and cell[0].text[0].isupper() for cell in cells):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _spaced_row(lines: Sequence[TextLine], columns: tuple[float, ...], right_edge: float) -> tuple[Cell, ...]:
    split = [_by_column(line, columns) for line in lines]
    cells = []
    for index, (left, right) in enumerate(pairwise((*columns, right_edge))):
        texts = [TextLine(tuple(words[index])) for words in split if words[index]]
        blank = texts[0].size if texts and index + 1 < len(columns) else 0.0
        cells.append(Cell(text_of(texts, left, right - blank)))
    return tuple(cells)
