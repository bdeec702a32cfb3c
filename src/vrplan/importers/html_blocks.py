"""The elements of a web page, opened and closed one after the other, to headings, paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from vrplan.importers.grids import Spanning, bounded, filled_in
from vrplan.importers.paper import Block, Heading, Paragraph, Struck, Table
from vrplan.importers.tabbed import with_tables

_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_BOLD_STYLE: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_BLOCKS_NAMES: Final = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary ul "
    "tr td th thead tbody tfoot"
)
_BLOCKS: Final = frozenset(_BLOCKS_NAMES.split())
_MOST_DOWN: Final = 65_534


@dataclass(slots=True)
class _Table:
    """A table that is not closed yet."""

    number: int
    around: list[str]
    """What had been read of the cell that it stands in."""
    rows: list[list[Spanning]] = field(default_factory=list)
    is_in_cell: bool = False
    inside: list[Block] = field(default_factory=list)
    """The tables inside it, which come after it."""


@dataclass(slots=True)
class Blocks:
    """What was found so far; `add` takes the text between elements as it stands in the page."""

    found: list[Block] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    struck: list[Struck] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    are_bold: bool = True
    bold: int = 0
    preformatted: int = 0
    level: int | None = None
    tables: list[_Table] = field(default_factory=list)
    tables_met: int = 0
    paragraphs: int = 0

    @property
    def place(self) -> str:
        """Where what comes next stands."""
        if self.tables and self.tables[-1].is_in_cell:
            return f"table {self.tables[-1].number}, row {len(self.tables[-1].rows)}"
        return f"paragraph {self.paragraphs + 1}"

    def add(self, text: str | None) -> None:
        """Text; its line breaks are blanks, but in preformatted text."""
        if not text:
            return
        self.texts.append(text if self.preformatted else text.replace("\n", " ").replace("\r", " "))
        if not self.bold and not text.isspace():
            self.are_bold = False

    def open(self, tag: str, element: Any) -> None:
        """An element begins."""
        if tag == "br":
            self.texts.append("\n")
        elif tag == "table":
            self._open_table()
        elif tag in ("tr", "td", "th") and self.tables:
            self._open_in_table(tag)
        elif tag in _BLOCKS:
            self._break()
            self.level = _LEVELS.get(tag, self.level)
        self.preformatted += tag == "pre"
        self.bold += _is_bold(tag, element)

    def close(self, tag: str, element: Any) -> None:
        """An element ends."""
        if tag == "table":
            self._close_table()
        elif tag in ("td", "th") and self.tables and self.tables[-1].is_in_cell:
            self._close_cell(element)
        elif tag in _BLOCKS:
            self._break()
            self.level = None if tag in _LEVELS else self.level
        self.preformatted -= tag == "pre"
        self.bold -= _is_bold(tag, element)

    def flush(self) -> None:
        """The text read so far is a block of its own; beside the cells of a table it stands before that."""
        text = "".join(self.texts)
        is_bold, self.texts, self.are_bold = self.are_bold, [], True
        if not text.strip():
            return
        self.paragraphs += 1
        place = f"paragraph {self.paragraphs}"
        around = self._around(self.tables[:-1])
        if self.preformatted and "\n" in text:
            around.extend(self._lines(text, place))
        else:
            around.append(Heading(text, self.level, place) if self.level else Paragraph(text, place, is_bold))

    def _lines(self, text: str, place: str) -> Iterator[Block]:
        """The lines of preformatted text, which may hold a table of tabs or pipes."""
        lines = [Paragraph(line, f"{place}, line {at}") for at, line in enumerate(text.split("\n"), start=1)]
        for block in with_tables(lines, self.tables_met, self.lost):
            self.tables_met += isinstance(block, Table)
            yield block

    def _break(self) -> None:
        """Between blocks: within a cell a new line, else a new paragraph."""
        if self.tables and self.tables[-1].is_in_cell:
            self.texts.append("\n")
        else:
            self.flush()

    def _around(self, tables: list[_Table]) -> list[Block]:
        return tables[-1].inside if tables else self.found

    def _open_table(self) -> None:
        is_inside = bool(self.tables) and self.tables[-1].is_in_cell
        if not is_inside:
            self.flush()
        self.tables_met += 1
        self.tables.append(_Table(self.tables_met, self.texts))
        self.texts = []

    def _open_in_table(self, tag: str) -> None:
        table = self.tables[-1]
        if not table.is_in_cell:
            self.flush()
        if tag == "tr" or not table.rows:
            table.rows.append([])
        if tag != "tr":
            table.is_in_cell = True
            self.texts = []

    def _close_cell(self, element: Any) -> None:
        table = self.tables[-1]
        text = "\n".join(filter(None, map(str.strip, "".join(self.texts).split("\n"))))
        table.rows[-1].append(
            Spanning(text, _number(element, "colspan", 1_000), _number(element, "rowspan", _MOST_DOWN))
        )
        table.is_in_cell = False
        self.texts, self.are_bold = [], True

    def _close_table(self) -> None:
        table = self.tables[-1]
        self.flush()
        self.tables.pop()
        place = f"table {table.number}"
        rows = ((f"{place}, row {number}", row) for number, row in enumerate(filled_in(table.rows), start=1))
        read, cut = bounded(table.number, place, rows)
        self.lost += cut
        self._around(self.tables).extend([read, *table.inside] if read.rows else table.inside)
        self.texts = [*table.around, "\n"]


def _is_bold(tag: str, element: Any) -> bool:
    return tag in ("b", "strong", "th") or bool(
        element.attrib and _BOLD_STYLE.search(element.get("style") or "")
    )


def _number(element: Any, name: str, most: int) -> int:
    """How many columns or rows a cell covers; what is no number is 1, and a `rowspan` of 0 means to the end."""
    written = (element.get(name) or "").strip() if element.attrib else ""
    if not written.isdecimal() or len(written) > 9:
        return 1
    return min(int(written), most)
