"""A Markdown text to a paper, read line by line.

A parser such as markdown-it ends a table at an empty line and sees none whose row of dashes is missing or misplaced:
the damage that papers have. So its own small reader shares the tables of plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from vrplan.importers.decoded import decoded
from vrplan.importers.finished import finished
from vrplan.importers.grids import bounded
from vrplan.importers.inline_markdown import is_strong, shown_and_struck
from vrplan.importers.line_tables import Line, table_at
from vrplan.importers.paper import Block, Heading, Paper, Paragraph, Struck, Table
from vrplan.importers.plain_text import lines_of

_ATX: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t].*)?")
_SETEXT: Final = re.compile(r" {0,3}(=+|-+)[ \t]*")
_RULE: Final = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
_ENTRY: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBERED_ENTRY: Final = re.compile(r"\s*\d{1,9}[.)]\s")
_FENCE: Final = re.compile(r"\s*(```+|~~~+)[^`]*")
_QUOTE: Final = re.compile(r"^ {0,3}(?:> ?)+")

_LONGEST_FRONT_MATTER: Final = 100


@dataclass(slots=True)
class _Reader:
    lines: Sequence[Line]
    lost: list[str]
    struck: list[Struck] = field(default_factory=list)
    tables: int = 0
    is_fenced: bool = False

    def blocks(self) -> Iterator[Block]:
        index = self._front_matter()
        yield from (Paragraph(line.text, line.place) for line in self.lines[1 : max(index - 1, 1)])
        while index < len(self.lines):
            block, index = self._block(index)
            if block is not None:
                yield block

    def _front_matter(self) -> int:
        """The line after the block between `---` and `---` at the very top, or 0."""
        if self._text(0).rstrip() != "---":
            return 0
        closing = range(1, min(len(self.lines), _LONGEST_FRONT_MATTER))
        return next((at + 1 for at in closing if self._text(at).rstrip() in ("---", "...")), 0)

    def _block(self, index: int) -> tuple[Block | None, int]:
        line = self.lines[index]
        if _FENCE.fullmatch(line.text):
            self.is_fenced = not self.is_fenced
            return None, index + 1
        if self.is_fenced:
            return Paragraph(line.text, line.place), index + 1
        if line.is_blank:
            return None, index + 1
        if table := self._table(index):
            return table
        if _RULE.fullmatch(line.text) and "\t" not in line.text:
            return None, index + 1
        return self._heading(index) or self._paragraph(index)

    def _table(self, index: int) -> tuple[Table, int] | None:
        read = table_at(self.lines, index)
        if read is None:
            return None
        self.tables += 1
        name = f"table {self.tables}"
        rows = (
            (place, tuple(replace(cell, text=self._shown(cell.text, f"{name}, {place}")) for cell in cells))
            for place, cells in read.cells()
        )
        table, cut = bounded(self.tables, self.lines[index].place, rows)
        self.lost += [*read.lost, *cut]
        return table, read.end

    def _heading(self, index: int) -> tuple[Heading, int] | None:
        line = self.lines[index]
        if found := _ATX.fullmatch(line.text):
            title = _without_closing_marks(line.text.strip()[len(found[1]) :])
            return Heading(self._shown(title, line.place), len(found[1]), line.place), index + 1
        below = _SETEXT.fullmatch(self._text(index + 1))
        if below and not _ENTRY.match(line.text):
            return Heading(
                self._shown(line.text, line.place), 1 if below[1][0] == "=" else 2, line.place
            ), index + 2
        return None

    def _paragraph(self, index: int) -> tuple[Paragraph, int]:
        """A paragraph, or an entry of a list: a number before it stays, it may be that of a point."""
        place = self.lines[index].place
        text = _QUOTE.sub("", self.lines[index].text)
        if _ENTRY.match(text) and not _NUMBERED_ENTRY.match(text):
            text = _ENTRY.sub("", text, count=1)
        strong = is_strong(text)
        while self._goes_on(index):
            index += 1
            text += ("\n" if text.endswith(("  ", "\\")) else " ") + _QUOTE.sub(
                "", self.lines[index].text
            ).lstrip()
            strong = False
        return Paragraph(self._shown(text.replace("\\\n", "\n"), place), place, strong), index + 1

    def _shown(self, written: str, place: str) -> str:
        text, struck = shown_and_struck(written)
        self.struck += [Struck(words, place) for words in struck]
        return text

    def _goes_on(self, index: int) -> bool:
        """Whether the next line belongs to the paragraph: it is written, begins nothing else, and none is bold."""
        below = self._text(index + 1)
        begins = (_ATX, _RULE, _FENCE, _SETEXT)
        if not below.strip() or any(form.fullmatch(below) for form in begins) or _ENTRY.match(below):
            return False
        if is_strong(below) or is_strong(self._text(index)) or table_at(self.lines, index + 1):
            return False
        return _SETEXT.fullmatch(self._text(index + 2)) is None

    def _text(self, index: int) -> str:
        return self.lines[index].text if index < len(self.lines) else ""


def read_markdown(data: bytes, name: str) -> Paper:
    """The paper in the bytes of a Markdown file; places are its lines."""
    text, told = decoded(data, name)
    lost = list(told)
    if "<table" in text.lower():
        lost.append("tables written as HTML inside the Markdown were not read as tables")
    reader = _Reader(lines_of(_without_comments(text)), lost)
    blocks = list(reader.blocks())
    return finished(name, blocks, lost, struck=reader.struck)


def _without_comments(text: str) -> str:
    """Comments as so many empty lines, so that the others keep their numbers; one without an end is text."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + len("-->")
    return "".join((*kept, text[at:]))


def _without_closing_marks(title: str) -> str:
    """The title of `## Title ##`; the mark in `# C#` belongs to it."""
    shorter = title.rstrip().rstrip("#")
    return shorter if shorter != shorter.rstrip() or not shorter else title
