"""The span of days that some words of time stand for, once their year is known."""

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from vrplan.days import FIRST_YEAR, LAST_YEAR, ONE_DAY, Span, month_end, norwegian
from vrplan.phrases.reading import Precision
from vrplan.phrases.remarks import Remark, Ways, remark, unclear

_COARSENESS: Final = {precision: rank for rank, precision in enumerate(Precision)}


class UnreadYear(ValueError):  # noqa: N818 - an answer: the calendar has such a day, and we do not know it
    """A year in which nobody reckons the days that are meant."""


class Moment(NamedTuple):
    """Words for one time, whose year may still be missing: "høsten", "30. juni", "Q3 2018".

    `weak` ones ("30.6", "1/7") are a time only after a preposition or a verb; `nameable` ones ("2020", "K1") are
    part of a name when they follow an unknown word ("Horisont 2020", "felt K1"). A `closing` one names the last
    day of a period ("utgangen av juni").
    """

    stop: int
    build: Callable[[int], Span]
    precision: Precision
    year: int | None = None
    weak: bool = False
    nameable: bool = False
    turn: bool = False
    closing: bool = False
    problem: str = ""
    ambiguous: Ways | None = None  # in which ways it can be understood
    told: tuple[tuple[str, str], ...] = ()  # the values of these
    remarks: tuple[Remark, ...] = ()

    @property
    def is_unread(self) -> bool:
        """Whether it gives no days."""
        return bool(self.problem or self.ambiguous)


class Window(NamedTuple):
    """The days meant, first and last inclusive, or the `problem` (a remark) that keeps them from being known.

    `turn` marks the turn of a year or month: what ends then ends on `first`, what begins then begins on `last`.
    """

    words: str
    first: date = date.min
    last: date = date.max
    precision: Precision = Precision.NONE
    turn: bool = False
    remarks: tuple[Remark, ...] = ()
    problem: Remark | None = None
    implied: bool = False  # its year is not written

    def years_on(self, shift: int) -> "Window":
        """The same window so many years later, a week as the week of that number."""
        if self.precision == Precision.WEEK:
            year, week, _ = self.first.isocalendar()
            monday = date.fromisocalendar(year + shift, min(week, 52), 1)
            return self._replace(first=monday, last=monday + (self.last - self.first))
        return self._replace(first=_in_year(self.first, shift), last=_in_year(self.last, shift))

    def noting(self, *more: Remark) -> "Window":
        """The same window with more remarks."""
        return self._replace(remarks=self.remarks + more)

    @property
    def shown(self) -> str:
        """As a reader sees it: 1.8.2018–31.12.2018."""
        if self.first == self.last:
            return norwegian(self.first)
        return f"{norwegian(self.first)}–{norwegian(self.last)}"

    @property
    def told(self) -> str:
        """The words; of a season, whose days nobody has fixed, with those that it is read as."""
        return f"{self.words} ({self.shown})" if self.precision == Precision.SEASON else self.words


def _in_year(day: date, shift: int) -> date:
    year = day.year + shift
    return month_end(year, day.month) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def up_to(window: Window, day: date) -> Window:
    """The window ended on the eve of `day`, with the remark that says so."""
    eve = day - ONE_DAY
    if eve < window.first:
        return window._replace(problem=unclear(window.words, Ways.BEFORE_IT_BEGINS))
    code = "first_of_month" if day.day == 1 else "inclusive_date"
    return window._replace(last=eve).noting(remark(code, words=window.words, read=norwegian(eve)))


def coarser(*precisions: Precision) -> Precision:
    """The least exact of several precisions."""
    return max(precisions, key=_COARSENESS.__getitem__)


def resolve(moment: Moment, year: int, words: str) -> Window:
    """A moment's window in its own year, else in `year`; none in a year that no plan may name."""
    if moment.ambiguous:
        return Window(
            words, problem=unclear(words, moment.ambiguous, **dict(moment.told)), precision=moment.precision
        )
    if moment.problem:
        return Window(words, problem=remark(moment.problem, words=words), precision=moment.precision)
    year = year if moment.year is None else moment.year
    try:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise UnreadYear
        first, last = moment.build(year)
    except UnreadYear:
        return Window(words, problem=remark("unread_year", words=words))
    except (ValueError, OverflowError):
        return Window(words, problem=remark("impossible_date", words=words))
    if last < first:
        return Window(words, problem=remark("impossible_date", words=words))
    implied = moment.year is None
    return Window(words, first, last, moment.precision, moment.turn, moment.remarks, implied=implied)


def resolve_span(one: Moment, other: Moment, year: int, words: str) -> Window:
    """From the first day of one moment to the last day of another; a missing year is taken from its partner.

    "Oktober 2017 – januar" ends in the following year, "november – februar 2019" begins in the year before.
    """
    first = resolve(one, one.year or other.year or year, words)
    last = resolve(other, other.year or one.year or year, words)
    if problem := first.problem or last.problem:
        return Window(words, problem=problem)
    if first.first > last.last and other.year is None:
        last = resolve(other, (one.year or year) + 1, words)
    elif first.first > last.last and one.year is None:
        first = resolve(one, (other.year or year) - 1, words)
    if last.problem or first.problem or first.first > last.last:
        return Window(words, problem=remark("impossible_date", words=words))
    precision = coarser(first.precision, last.precision)
    implied = one.year is None and other.year is None
    return Window(
        words, first.first, last.last, precision, remarks=first.remarks + last.remarks, implied=implied
    )
