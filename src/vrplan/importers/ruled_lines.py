"""Tables whose columns stand below dashes that are set apart by blanks, as reStructuredText and Pandoc write them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from vrplan.importers.grid_lines import ShapedTable, joined
from vrplan.importers.paper import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.importers.line_tables import Line

_RULED: Final = re.compile(r" *(?:-{3,}|={3,})(?: +(?:-{3,}|={3,}))+ *")
_GROUP: Final = re.compile(r"[-=]+")
_WHOLE: Final = re.compile(r" *-{10,} *")
_MOST_OF_A_HEADING: Final = 5

Block = list["Line"]


def ruled_at(lines: Sequence[Line], start: int) -> ShapedTable | None:
    """The table that begins in that line: with its dashes, with a whole line of them, or with its heading."""
    if start + 1 < len(lines) and _RULED.fullmatch(lines[start + 1].text) and not lines[start].is_blank:
        return _simple(lines, start) if not _is_dashes(lines[start].text) else None
    if not _is_dashes(lines[start].text):
        return None
    under = next(
        (
            at
            for at in range(start + 2, min(start + 2 + _MOST_OF_A_HEADING, len(lines)))
            if _RULED.fullmatch(lines[at].text)
        ),
        None,
    )
    if under is None or any(line.is_blank for line in lines[start + 1 : under]):
        return None
    return _closed(lines, start, under)


def _is_dashes(text: str) -> bool:
    return bool(_RULED.fullmatch(text) or _WHOLE.fullmatch(text))


def _simple(lines: Sequence[Line], start: int) -> ShapedTable | None:
    """Each line a row, to an empty line or the dashes below the last."""
    end = start + 2
    while end < len(lines) and not lines[end].is_blank and not _is_dashes(lines[end].text):
        end += 1
    rows = [[lines[start]], *([line] for line in lines[start + 2 : end])]
    is_closed = end < len(lines) and _is_dashes(lines[end].text)
    return _table(lines[start + 1].text, rows, end + is_closed) if len(rows) > 1 else None


def _closed(lines: Sequence[Line], start: int, under: int) -> ShapedTable | None:
    """The rows between the dashes under the heading and those at the end."""
    end = next((at for at in range(under + 1, len(lines)) if _is_dashes(lines[at].text)), None)
    if end is None:
        return None
    body = list(lines[under + 1 : end])
    starts = _starts(lines[under].text)
    rows = _apart(body) if _WHOLE.fullmatch(lines[start].text) else _by_first_cell(body, starts)
    return _table(lines[under].text, [list(lines[start + 1 : under]), *rows], end + 1) if rows else None


def _apart(body: Block) -> list[Block]:
    """Rows set apart by empty lines."""
    rows: list[Block] = [[]]
    for line in body:
        if line.is_blank:
            rows.append([])
        else:
            rows[-1].append(line)
    return [row for row in rows if row]


def _by_first_cell(body: Block, starts: list[int]) -> list[Block]:
    """A line with nothing in its first column goes on with the row above."""
    rows: list[Block] = []
    for line in body:
        if line.is_blank:
            continue
        if rows and not line.text[: starts[1]].strip():
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _starts(ruled: str) -> list[int]:
    return [match.start() for match in _GROUP.finditer(ruled)]


def _table(ruled: str, rows: list[Block], end: int) -> ShapedTable | None:
    """The cells below the dashes; None where a text runs over from one column to the next."""
    starts = _starts(ruled)
    written = [line.text for row in rows for line in row]
    before = [text[: starts[0]] + "".join(text[at - 1 : at] for at in starts[1:]) for text in written]
    if "\t" in "".join(written) or "".join(before).strip():
        return None
    return ShapedTable(
        end, [(row[0].place, tuple(_cell(row, a, b) for a, b in pairwise([*starts, None]))) for row in rows]
    )


def _cell(row: Block, first: int | None, after: int | None) -> Cell:
    return Cell(joined([line.text[first:after].strip() for line in row]))
