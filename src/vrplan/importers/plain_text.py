"""A plain text to a paper: tables of tabs or pipes, underlined and numbered headings, wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vrplan.importers.decoded import decoded
from vrplan.importers.finished import finished
from vrplan.importers.grids import bounded
from vrplan.importers.line_tables import Line, table_at
from vrplan.importers.paper import Block, Heading, Paper, Paragraph
from vrplan.importers.tidy import mended

_UNDERLINE: Final = re.compile(r"\s*(=+|-+|~+|\*+|_+)\s*")
_NUMBERED: Final = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?:\.\s*|\s+)(?P<title>[A-ZÆØÅÄÖ].*)")
_DATE: Final = re.compile(r"\s*\d{1,2}\.\d{1,2}\.?\s*(?:Møte|Kl)?\s*\d{4}")
_LONGEST_HEADING: Final = 120
_WRAPPED_AT: Final = range(50, 110)
"""A text whose longest line is so long was broken into lines by hand or by a program."""


@dataclass(slots=True)
class _Reader:
    lines: Sequence[Line]
    wrapped_at: int | None
    lost: list[str]
    tables: int = 0

    def blocks(self) -> Iterator[Block]:
        index = 0
        while index < len(self.lines):
            block, index = self._block(index)
            if block is not None:
                yield block

    def _block(self, index: int) -> tuple[Block | None, int]:
        line = self.lines[index]
        if line.is_blank:
            return None, index + 1
        if (read := table_at(self.lines, index)) is not None:
            self.tables += 1
            table, cut = bounded(self.tables, line.place, read.cells())
            self.lost += [*read.lost, *cut]
            return table, read.end
        if (level := self._underlined(index)) is not None:
            return Heading(line.text, level, line.place), index + 2
        if (level := self._numbered(index)) is not None:
            return Heading(line.text, level, line.place), index + 1
        return self._paragraph(index)

    def _underlined(self, index: int) -> int | None:
        """The level of a heading with a line of `=` (1) or of anything else (2) below it."""
        below = self._text(index + 1)
        text = self.lines[index].text.strip()
        is_line = _UNDERLINE.fullmatch(below) and len(below.strip()) >= max(3, len(text) // 2)
        if not is_line or _UNDERLINE.fullmatch(text) or len(text) > _LONGEST_HEADING:
            return None
        return 1 if below.strip().startswith("=") else 2

    def _numbered(self, index: int) -> int | None:
        """The level of a heading such as `1.2 Kultur`: it stands alone and ends like no sentence or list does."""
        text = self.lines[index].text.strip()
        found = _NUMBERED.fullmatch(text)
        if (
            not found
            or len(text) > _LONGEST_HEADING
            or text.endswith((".", ",", ";", ":"))
            or _DATE.match(text)
        ):
            return None
        level = found["number"].count(".") + 1
        is_entry = self._beside(index, -1) == level or self._beside(index, 1) == level
        return None if is_entry or self._text(index + 1).strip()[:1].islower() else level

    def _beside(self, index: int, step: int) -> int | None:
        """The level of the next written line above (-1) or below (1), if it is numbered too."""
        index += step
        while 0 <= index < len(self.lines) and self.lines[index].is_blank:
            index += step
        found = _NUMBERED.fullmatch(self._text(index).strip())
        return found["number"].count(".") + 1 if found else None

    def _paragraph(self, index: int) -> tuple[Paragraph | None, int]:
        place = self.lines[index].place
        text = self.lines[index].text.strip()
        if _UNDERLINE.fullmatch(text):
            return None, index + 1
        lines = [text]
        while self._goes_on(index):
            index += 1
            lines.append(self.lines[index].text.strip())
        return Paragraph(_joined("\n".join(lines)), place), index + 1

    def _goes_on(self, index: int) -> bool:
        """Whether the sentence of a line goes on in the next: that begins small, or the line was full."""
        line, below = self._text(index).rstrip(), self._text(index + 1).strip()
        if not below or "\t" in below or table_at(self.lines, index + 1) or _UNDERLINE.fullmatch(below):
            return False
        if below[0].islower():
            return True
        is_full = self.wrapped_at is not None and len(line) + len(below.split()[0]) >= self.wrapped_at
        return is_full and not line.endswith((".", ":", "!", "?")) and not _begins_anew(below)

    def _text(self, index: int) -> str:
        return self.lines[index].text if 0 <= index < len(self.lines) else ""


def read_plain_text(data: bytes, name: str) -> Paper:
    """The paper in the bytes of a text file; places are its lines, with the page if it has pages."""
    text, told = decoded(data, name)
    lines = lines_of(text)
    lost = list(told)
    blocks = list(_Reader(lines, _wrapped_at(lines), lost).blocks())
    return finished(name, blocks, lost)


def lines_of(text: str) -> list[Line]:
    """The lines of a text, counted from 1; a form feed begins a page, and with it a line of nothing."""
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    lines: list[Line] = []
    number = 1
    for page, written in enumerate(pages, start=1):
        on_page = f"page {page}, " if len(pages) > 1 else ""
        texts = written.split("\n")
        lines += [Line(line, f"{on_page}line {number + index}") for index, line in enumerate(texts)]
        lines.append(Line("", ""))
        number += len(texts) - 1
    return lines


def _wrapped_at(lines: Sequence[Line]) -> int | None:
    lengths = [len(line.text.rstrip()) for line in lines if "\t" not in line.text and "|" not in line.text]
    longest = max(lengths, default=0)
    full = sum(length > 0.8 * longest for length in lengths)
    return longest if longest in _WRAPPED_AT and full >= 5 else None


def _begins_anew(text: str) -> bool:
    return _NUMBERED.fullmatch(text) is not None or text.startswith(("- ", "* ", "• ", "+ "))


def _joined(text: str) -> str:
    """The lines of a paragraph as one: a word split at a line end is whole again (`tidied` has done the rest)."""
    return " ".join(mended(text).split("\n"))
