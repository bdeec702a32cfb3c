"""A place in a text, with what is known there: how every reader of a time is given its text."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from vrplan import days
from vrplan.days import Span
from vrplan.phrases.reading import Context, Precision
from vrplan.phrases.times.patterns import FAR_YEAR_AFTER, YEAR, YEAR_AFTER, Times, times
from vrplan.phrases.times.windows import Moment

_TWO_YEARS: Final = re.compile(rf"\s?({YEAR})\s?[-–/]\s?({YEAR}|\d\d(?!\d))")
_SHORT_YEARS: Final = re.compile(r"\s?'?(\d\d)\s?[-–/]\s?'?(\d\d)(?![\d.])")
_LONGEST_SPAN: Final = 40  # "2018-20" is a span of years, "2018-10" is not


class Here(NamedTuple):
    """Position `at` of a lower-case text."""

    text: str
    at: int
    context: Context

    @property
    def known(self) -> Times:
        """The vocabulary of time."""
        return times()

    def match(self, name: str) -> re.Match[str] | None:
        """A pattern of the vocabulary of time, at this place."""
        return times().patterns[name].match(self.text, self.at)

    def moved(self, at: int) -> "Here":
        """Another place in the same text."""
        return Here(self.text, at, self.context)

    def past_blanks(self) -> "Here":
        """The next place that is not white space."""
        at = self.at
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return self.moved(at)

    @property
    def character(self) -> str:
        """The character here, empty at the end of the text."""
        return self.text[self.at : self.at + 1]

    def year(self) -> tuple[int | None, int]:
        """The year that follows a time, and where it ends: "2018", "i 2018", "'18", "neste år"; of any age."""
        if (match := YEAR_AFTER.match(self.text, self.at)) and not self._is_day(match):
            return days.full_year((match["y4"] or match["y2"]).lstrip("'’´`")), match.end()
        if match := FAR_YEAR_AFTER.match(self.text, self.at):
            return int(match["year"]), match.end()
        after = self.past_blanks()
        for name, shift in (("year_on", 1), ("year_back", -1)):
            if relative := after.match(name):
                return self.context.year + shift, relative.end()
        return None, self.at

    def _is_day(self, match: re.Match[str]) -> bool:
        """Whether two digits are no year but the day that a span ends with: "1. mars - 31. mai"."""
        return match["y2"] is not None and self.moved(match.start("y2")).match("day_month") is not None

    def years(self) -> tuple[int, int, int] | None:
        """Two years that begin here and where they end: "2018–2020", "2018/19"."""
        match = _TWO_YEARS.match(self.text, self.at)
        if not match:
            return None
        first = int(match[1])
        last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
        return (first, last, match.end()) if first < last <= first + _LONGEST_SPAN else None

    def short_years(self) -> tuple[int, int] | None:
        """Two years that follow each other, in two digits each: the first and where they end ("26/27")."""
        match = _SHORT_YEARS.match(self.text, self.at)
        if not match or (int(match[1]) + 1) % 100 != int(match[2]):
            return None
        return days.full_year(match[1]), match.end()

    def dated(self, build: Callable[[int], Span], precision: Precision, *, nameable: bool = False) -> Moment:
        """The moment that ends here or with the year that follows."""
        year, stop = self.year()
        return Moment(stop, build, precision, year, nameable=nameable and year is None)
