"""Tables that are written as lines of text, cells set apart by tabs or pipes, with the damage that they meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from vrplan.importers.grid_lines import ShapedTable, grid_at
from vrplan.importers.paper import Cell
from vrplan.importers.ruled_lines import ruled_at

_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BULLET_BEFORE_PIPE: Final = re.compile(r"^\s*[-*+]\s+(?=\|)")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_DASHES: Final = re.compile(r"\s*:?(-+|=+|—+|–+):?\s*")
_MOST_BLANKS: Final = 2
"""So many empty lines may stand inside a table."""

Split = Callable[[str], list[str] | None]
"""The cells of a line, or None when it is no row."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, and where people find it."""

    text: str
    place: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing is seen in it."""
        return not self.text.strip()


@dataclass(slots=True)
class LineTable:
    """A table as its lines were read: each row's place and cells, and the line after the last."""

    end: int
    rows: list[tuple[str, list[str]]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    is_ruled: bool = False
    """Whether a row of dashes stood under its heading."""
    is_at_heading: bool = True
    """Whether the last row read was the heading, or its repetition at the top of a page."""

    def cells(self) -> list[tuple[str, tuple[Cell, ...]]]:
        """The rows as a paper holds them; an empty heading of a pipe table is a matter of form."""
        rows = self.rows if any(map(str.strip, self.rows[0][1])) else self.rows[1:]
        return [(place, tuple(Cell(_BREAK.sub("\n", text)) for text in texts)) for place, texts in rows]


def table_at(lines: Sequence[Line], start: int) -> LineTable | ShapedTable | None:
    """The table that begins in that line, if one does."""
    if shaped := grid_at(lines, start) or ruled_at(lines, start):
        return shaped
    for split in (by_tabs, by_pipes):
        header = split(lines[start].text)
        if header and not _is_dashes(header) and _begins(lines, start, split, header):
            return _read(lines, start, split, header)
    return None


def by_tabs(text: str) -> list[str] | None:
    """The cells between tabs; empty ones count, so an indented line is a row too."""
    return [cell.strip() for cell in text.split("\t")] if "\t" in text else None


def by_pipes(text: str) -> list[str] | None:
    """The cells between pipes, with or without pipes around them; `\\|` is a pipe inside a cell."""
    inner = _BULLET_BEFORE_PIPE.sub("", text).strip()
    if not _PIPE.search(inner):
        return None
    cells = _PIPE.split(inner)
    cells = cells[1:] if not cells[0].strip() and inner.startswith("|") else cells
    cells = cells[:-1] if cells and not cells[-1].strip() and inner.endswith("|") else cells
    return [cell.strip().replace("\\|", "|") for cell in cells] or None


def _is_dashes(cells: Sequence[str]) -> bool:
    """Whether they are the line under a heading; a lone dash may also stand for "nothing"."""
    written = [cell for cell in cells if cell]
    return bool(written) and all(map(_DASHES.fullmatch, written)) and any(len(cell) > 2 for cell in written)


def _begins(lines: Sequence[Line], start: int, split: Split, header: list[str]) -> bool:
    """A lone line with a tab or a pipe is no table, nor is a list of `Name:⇥value`."""
    following = _next_written(lines, start + 1)
    second = split(lines[following].text) if following is not None else None
    if second is None or (split is by_tabs and len(list(filter(None, header))) < 2):
        return False
    if all(map(_DASHES.fullmatch, second)):
        return True
    if split is by_pipes:
        return lines[start].text.strip().startswith("|") or len(header) == len(second) > 2
    return len(header) > 2 or not (header[0].endswith(":") or len(second) > 2)


def _next_written(lines: Sequence[Line], start: int) -> int | None:
    stop = min(start + _MOST_BLANKS + 1, len(lines))
    return next((index for index in range(start, stop) if not lines[index].is_blank), None)


def _read(lines: Sequence[Line], start: int, split: Split, header: list[str]) -> LineTable:
    table = LineTable(start + 1, [(lines[start].place, header)])
    while (index := _next_written(lines, table.end)) is not None:
        is_apart = index > table.end
        cells = split(lines[index].text)
        if cells is None:
            if is_apart or not _continues(lines, index, split, header):
                break
            _add_text(table, lines[index])
        elif is_apart and not _belongs(table, cells, lines[index + 1 : index + 2], split):
            break
        else:
            _add(table, cells, lines[index], is_apart)
        table.end = index + 1
    return table


def _belongs(table: LineTable, cells: list[str], below: Sequence[Line], split: Split) -> bool:
    """Whether a row after an empty line still stands in the table: it is no wider, and no heading of another."""
    header = table.rows[0][1]
    if cells == header or _is_dashes(cells):
        return True
    is_heading = table.is_ruled and any(_is_dashes(split(line.text) or ()) for line in below)
    return len(cells) <= len(header) and not is_heading


def _continues(lines: Sequence[Line], index: int, split: Split, header: list[str]) -> bool:
    """Whether a line without cells stands inside a table of tabs: the next line is a row of it."""
    below = split(lines[index + 1].text) if index + 1 < len(lines) else None
    return split is by_tabs and below is not None and below != header


def _add_text(table: LineTable, line: Line) -> None:
    """The rest of a cell, broken over lines, begins small; else it is a row of one cell over the whole table."""
    text = line.text.strip()
    if text[0].islower():
        table.rows[-1][1][-1] += f"\n{text}"
    else:
        table.rows.append((line.place, [text]))


def _add(table: LineTable, cells: list[str], line: Line, is_apart: bool) -> None:
    """A row, the dashes under a heading, a heading repeated, or the rest of a row that broke."""
    header, last = table.rows[0][1], table.rows[-1][1]
    if _is_dashes(cells) or (len(table.rows) == 1 and all(map(_DASHES.fullmatch, cells))):
        if not table.is_at_heading:
            table.lost.append(
                f"{line.place}: a row of dashes stands below rows of the table; it was left out"
            )
        table.is_ruled |= table.is_at_heading
        return
    table.is_at_heading = cells == header
    if not is_apart and cells[0][:1].islower() and len(last) + len(cells) - 1 == len(header):
        last[-1] += f"\n{cells[0]}"
        last.extend(cells[1:])
    elif not table.is_at_heading:
        table.rows.append((line.place, cells))
