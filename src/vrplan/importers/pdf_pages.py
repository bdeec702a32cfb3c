"""The pages of a PDF to the blocks of a paper: what stands on every page once, tables that go on over pages joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from vrplan.importers.grids import bounded
from vrplan.importers.paper import Block, Cell, Heading, Paragraph
from vrplan.importers.pdf_rows import over_the_page
from vrplan.importers.pdf_tables import PageTable, continued, is_heading_of_columns, spaced_table
from vrplan.importers.pdf_words import TextLine, text_of

_MARGIN: Final = 0.12
"""The share of a page's height above and below in which headers and footers stand."""
_PAGE_NUMBER: Final = re.compile(r"\W*(\d{1,4})(?:\s*(?:av|of|/|\()\s*\d{1,4})?\W*")
_WITH_NUMBER: Final = re.compile(
    r"\W*\b(?:side|page|s\.)\s*\d{1,4}(?:\s*(?:av|of|/)\s*\d{1,4})?", re.IGNORECASE
)
_BIGGER: Final = 1.12
"""So many times the size of the text, and a line is a heading."""


@dataclass(slots=True)
class PageContent:
    """A page: its lines outside tables, and its tables, both from above."""

    number: int
    height: float
    lines: list[TextLine]
    tables: list[PageTable]
    letters: Counter[float]
    """How many letters there are of each size, also in tables."""

    def margin(self, line: TextLine) -> str | None:
        """Whether a line stands where headers or footers do."""
        if line.bottom < _MARGIN * self.height:
            return "page header"
        return "page footer" if line.top > (1 - _MARGIN) * self.height else None


Piece = TextLine | PageTable


def blocks_of(pages: Sequence[PageContent], lost: list[str]) -> list[Block]:
    """The blocks of all pages in their order; headers stand first, footers last."""
    headers, footers = _taken_from_margins(pages)
    sizes = _heading_sizes(pages)
    joined = _joined(_pieces(pages))
    blocks: list[Block] = [*headers]
    tables = 0
    for piece in joined:
        if isinstance(piece, _Run):
            blocks.extend(piece.blocks(sizes))
        else:
            tables += 1
            blocks.append(_table(tables, piece, lost))
    return [*blocks, *footers]


def _taken_from_margins(pages: Sequence[PageContent]) -> tuple[list[Block], list[Block]]:
    """Page numbers, and what stands in the margins of nearly every page, taken out of their lines; each text once."""
    counted = Counter(_key(line) for page in pages for line in page.lines if page.margin(line))
    most = max(2, len(pages) - 1)
    found: dict[tuple[str, str], None] = {}
    for page in pages:
        kept = []
        for line, below in zip_longest(page.lines, page.lines[1:]):
            margin = page.margin(line)
            is_everywhere = counted[_key(line)] >= most and not (below and is_heading_of_columns(line, below))
            if margin and _is_page_number(line.text, page.number):
                continue
            if margin and is_everywhere:
                found[margin, _WITH_NUMBER.sub("", line.text)] = None
            else:
                kept.append(line)
        page.lines = kept
    blocks = [Paragraph(text, margin) for margin, text in found]
    return [b for b in blocks if b.place == "page header"], [b for b in blocks if b.place == "page footer"]


def _is_page_number(text: str, number: int) -> bool:
    """Whether it says which page it is and nothing else; any other number may be the last word of a cell."""
    found = _PAGE_NUMBER.fullmatch(text)
    return _WITH_NUMBER.fullmatch(text) is not None or (found is not None and int(found[1]) == number)


def _key(line: TextLine) -> tuple[str, int]:
    """What stands in the margin of nearly every page: the same text at the same height, but for the page number."""
    return _WITH_NUMBER.sub("", line.text), round(line.top / 3)


def _heading_sizes(pages: Sequence[PageContent]) -> tuple[float, ...]:
    """The sizes of headings, the biggest first: bigger than most letters of the paper are."""
    letters = sum((page.letters for page in pages), Counter[float]())
    usual = letters.most_common(1)[0][0]
    sizes = {line.size for page in pages for line in page.lines}
    return tuple(sorted((size for size in sizes if size > _BIGGER * usual), reverse=True))


@dataclass(slots=True)
class _Run:
    """Lines of a page with no table between them."""

    page: int
    lines: list[TextLine]

    def blocks(self, sizes: Sequence[float]) -> Iterator[Block]:
        right_edge = max(line.x1 for line in self.lines)
        start = 0
        for end in range(1, len(self.lines) + 1):
            if end < len(self.lines) and _goes_on(self.lines[end - 1], self.lines[end], right_edge):
                continue
            yield self._block(self.lines[start:end], sizes, right_edge)
            start = end

    def _block(self, lines: list[TextLine], sizes: Sequence[float], right_edge: float) -> Block:
        text, place = text_of(lines, lines[0].x0, right_edge), f"page {self.page}"
        if lines[0].size in sizes:
            return Heading(text, min(sizes.index(lines[0].size) + 1, 6), place)
        return Paragraph(text, place, all(line.is_bold for line in lines))


def _goes_on(line: TextLine, below: TextLine, right_edge: float) -> bool:
    """Whether a paragraph goes on: in the same letters, close below, and not with the next heading in the middle."""
    is_like = line.size == below.size and line.is_bold == below.is_bold
    is_close = below.top - line.bottom < 0.6 * line.size
    is_below = abs(line.x0 - below.x0) < 4 * line.size or below.text[0].islower()
    return is_like and is_close and is_below and line.wraps_into(below, right_edge)


def _pieces(pages: Sequence[PageContent]) -> Iterator[_Run | PageTable]:
    """The drawn tables, the tables without lines, and the lines between them, from above, page by page."""
    last: _Run | PageTable | None = None
    for page in pages:
        right_edge = max((line.x1 for line in page.lines), default=0.0) + 1
        above = 0.0
        for table in (*page.tables, None):
            below = table.top if table else float("inf")
            lines = [line for line in page.lines if above <= line.top < below]
            if (
                isinstance(last, PageTable)
                and last.page < page.number
                and (rest := continued(lines, last, page.number))
            ):
                yield (last := rest[0])
                lines = lines[rest[1] :]
            for last in _between(lines, page.number, right_edge):
                yield last
            if table:
                yield (last := table)
                above = below


def _between(lines: Sequence[TextLine], number: int, right_edge: float) -> Iterator[_Run | PageTable]:
    run: list[TextLine] = []
    at = 0
    while at < len(lines):
        spaced = spaced_table(lines, at, number, right_edge)
        if spaced is None:
            run.append(lines[at])
            at += 1
            continue
        if run:
            yield _Run(number, run)
            run = []
        yield spaced[0]
        at = spaced[1]
    if run:
        yield _Run(number, run)


def _joined(pieces: Iterable[_Run | PageTable]) -> list[_Run | list[PageTable]]:
    """The tables with those that they go on in: at the top of the next page, with the same columns."""
    joined: list[_Run | list[PageTable]] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if isinstance(piece, _Run):
            joined.append(piece)
        elif isinstance(last, list) and last[-1].page + 1 == piece.page and last[-1].goes_on_in(piece):
            last.append(piece)
        else:
            joined.append([piece])
    return joined


def _table(number: int, parts: list[PageTable], lost: list[str]) -> Block:
    name = f"page {parts[0].page}, table {number}"
    if not all(part.is_drawn for part in parts):
        lost.append(f"{name}: it has no lines; its columns and rows were read from where the words stand")
    rows: list[tuple[str, tuple[Cell, ...]]] = []
    for part in parts:
        own = part.rows[_repeated(parts[0].rows, part.rows) if part is not parts[0] else 0 :]
        if rows and own:
            place, above = rows[-1]
            joined, told = over_the_page(above, own[0])
            rows[-1] = (place, joined or above)
            own = own[1:] if joined else own
            lost += [f"{place}: {told}"] if told else []
        rows += [
            (f"page {part.page}, table {number}, row {len(rows) + at}", row)
            for at, row in enumerate(own, start=1)
        ]
    table, cut = bounded(number, name, rows)
    lost += cut
    return table


def _repeated(heading: list[tuple[Cell, ...]], rows: list[tuple[Cell, ...]]) -> int:
    """How many rows at the top of a page repeat those that the table began with."""
    return next(
        (at for at, (first, row) in enumerate(zip(heading, rows, strict=False)) if first != row), len(rows)
    )
