"""The words of a page of a PDF to lines, and lines to text: which line ends are ends, and which only wrap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Final

from vrplan.importers.tidy import mended

_BOLD: Final = re.compile(r"bold|black|heavy|demi|-bd", re.IGNORECASE)
_BULLET: Final = re.compile(r"[-•◦▪●○■–\uf0b7\uf0a7]|\d{1,2}[.)]|[a-z]\)")
_END_OF_LINE: Final = "\u2028"
"""A line end that stays one; `tidied` makes it `\\n`."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box, in points from the upper left corner of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    is_bold: bool

    @classmethod
    def of(cls, found: dict[str, Any]) -> Word:
        """A word as pdfplumber gives it."""
        return cls(
            found["text"],
            found["x0"],
            found["x1"],
            found["top"],
            found["bottom"],
            round(found["size"], 1),
            _BOLD.search(str(found["fontname"])) is not None,
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """The words that stand beside each other, from left to right."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def size(self) -> float:
        """The size of most of its letters, in points."""
        return median(word.size for word in self.words for _ in word.text)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.is_bold for word in self.words)

    @property
    def text(self) -> str:
        """Its words, set apart where they stand apart: a word whose letters change their font is still one."""
        text = self.words[0].text
        for left, right in pairwise(self.words):
            text += ("" if right.x0 - left.x1 < 0.1 * right.size else " ") + right.text
        return text

    def is_full(self, below: TextLine, right_edge: float) -> bool:
        """Whether the first word of the next line would not have fitted in before the right edge."""
        word = below.words[0]
        return self.x1 + 0.25 * self.size + (word.x1 - word.x0) > right_edge

    def wraps_into(self, below: TextLine, right_edge: float) -> bool:
        """Whether the next line goes on with the same sentence."""
        return self.is_full(below, right_edge) and not _BULLET.fullmatch(below.words[0].text)


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """The lines, from above: a word whose middle lies within a line belongs to it."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom) / 2):
        middle = (word.top + word.bottom) / 2
        if lines and lines[-1][0].top < middle < lines[-1][0].bottom:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [TextLine(tuple(sorted(line, key=lambda word: word.x0))) for line in lines]


def text_of(lines: Sequence[TextLine], left_edge: float, right_edge: float) -> str:
    """The text in a box: what only wraps at its right edge is one line; the box is as wide inside as its left blank."""
    if not lines:
        return ""
    inset = max(0.0, min(min(line.x0 for line in lines) - left_edge, 15.0))
    text = lines[0].text
    for line, below in pairwise(lines):
        text += ("\n" if line.wraps_into(below, right_edge - inset) else _END_OF_LINE) + below.text
    return mended(text).replace("\n", " ")
