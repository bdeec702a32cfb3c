"""The lines of a paper outside its tables, and the days that stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from vrplan.days import FIRST_YEAR, LAST_YEAR, full_year
from vrplan.importers.paper import Heading, Paragraph, Table
from vrplan.importers.words import folded, listed, tidy
from vrplan.phrases.words.wordlists import table as words_of_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.importers.paper import Paper

STRONG = 50
"""The level of a paragraph in bold: below every heading that has a style."""
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_NUMERIC = re.compile(
    r"(?<![\d./])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?![\d/])|(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paper; `level` is that of a heading (1 is the highest), None for running text."""

    text: str
    place: str
    level: int | None = None
    order: int = 0
    """The number of the line in the paper."""

    @property
    def words(self) -> str:
        """The line as it is looked up."""
        return folded(self.text)

    @property
    def is_caption(self) -> bool:
        """Whether it stands above a table or a picture and only says what that is: "Tabell 2: Folkehelse"."""
        word, _, rest = self.words.partition(" ")
        return rest[:1].isdigit() and word in listed("outline", "caption")


def lines_and_tables(paper: Paper) -> Iterator[Line | Table]:
    """The blocks of a paper, its paragraphs line by line; what holds no word or number is left out."""
    order = 0
    for block in paper.blocks:
        if isinstance(block, Table):
            yield block
            continue
        for written in block.text.splitlines():
            text = tidy(_EMPHASIS.sub(r"\2", tidy(written)))
            if any(sign.isalnum() for sign in text):
                order += 1
                yield Line(text, block.place, _level(block), order)


def _level(block: Heading | Paragraph) -> int | None:
    if isinstance(block, Heading):
        return block.level
    return STRONG if block.is_strong else None


def days_in(text: str) -> list[tuple[str, date | None]]:
    """The days that a text names, as it writes them; None for one that is not in the calendar."""
    found = [(match.start(), match[0], _numeric(match)) for match in _NUMERIC.finditer(text)]
    found += [
        (match.start(), match[0], _day(match[3], _months()[match[2].casefold()], match[1]))
        for match in _with_month().finditer(text)
    ]
    return [(words, day) for _, words, day in sorted(found, key=lambda one: one[0])]


def _numeric(match: re.Match[str]) -> date | None:
    if match[4]:
        return _day(match[4], int(match[5]), match[6])
    return _day(match[3], int(match[2]), match[1])


def _day(year: str, month: int, day: str) -> date | None:
    try:
        found = date(full_year(year), month, int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


@cache
def _months() -> dict[str, int]:
    return {
        name.strip(): int(number)
        for number, names in words_of_time("times.toml")["months"].items()
        for name in names.split(",")
    }


@cache
def _with_month() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(\d{{1,2}})\.?\s?({'|'.join(_months())})\s(\d{{4}})(?!\d)", re.IGNORECASE)
