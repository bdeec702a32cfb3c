"""One time in the text, where it stands: a day, a month, a quarter, a season, the turn of the year."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from vrplan import days
from vrplan.days import Span
from vrplan.phrases.days_written import written_day
from vrplan.phrases.reading import Context, Precision
from vrplan.phrases.remarks import remark
from vrplan.phrases.times import YEAR, YEAR_AFTER, Times, times
from vrplan.phrases.windows import Moment

_PERIODS: Final[dict[str, tuple[Callable[[int, int], Span], Precision, int]]] = {
    "quarter": (days.quarter, Precision.QUARTER, 4),
    "tertial": (days.tertial, Precision.TERTIAL, 3),
    "half-year": (days.half_year, Precision.HALF_YEAR, 2),
}
_YEAR_BEFORE = re.compile(rf"({YEAR})\s?[-–/]?\s?(?=[qkth][1-4](?!\w))")
_BARE_YEAR = re.compile(rf"{YEAR}(?![/.,-]?\d|\s?(?:kr|kroner|personer|stk|timer|m2|mill))")
_TWO_YEARS = re.compile(rf"\s?({YEAR})\s?[-–/]\s?({YEAR}|\d\d(?!\d))")


def moment_at(text: str, at: int, context: Context) -> Moment | None:
    """The time that begins here in a lower-case text, if any, in the longest form it has."""
    known = times()
    readers = _FROM_DIGIT if text[at].isdigit() else _FROM_LETTER
    for reader in readers:
        if moment := reader(text, at, context, known):
            return moment
    return None


def year_after(text: str, at: int) -> tuple[int | None, int]:
    """The year that follows a time, and where it ends: "2018", "i 2018", "'18"."""
    if match := YEAR_AFTER.match(text, at):
        digits = match["y4"] or match["y2"].lstrip("'’´`")
        return days.full_year(digits), match.end()
    return None, at


def _day(text: str, at: int, context: Context, known: Times) -> Moment | None:
    return written_day(text, at, known)


def _dated(
    text: str, stop: int, build: Callable[[int], Span], precision: Precision, *, nameable: bool = False
) -> Moment:
    year, stop = year_after(text, stop)
    return Moment(stop, build, precision, year, nameable=nameable and year is None)


def _month(text: str, at: int, context: Context, known: Times) -> Moment | None:
    match = known.match("month", text, at)
    if not match:
        return None
    word = match["month"].rstrip(".")
    if (
        len(word) <= 4
        and not known.match("abbreviation", text, at)
        and word not in {"mars", "mai", "juni", "juli"}
    ):
        return None
    number = known.month_numbers[word]
    return _dated(text, match.end(), partial(days.months, first_month=number), Precision.MONTH)


def _period(text: str, at: int, context: Context, known: Times) -> Moment | None:
    for name in ("period", "period_number", "letter_number", "number_letter"):
        if match := known.match(name, text, at):
            kind = known.periods[match["period"]]
            nameable = name in {"letter_number", "number_letter"}
            return _numbered_period(text, match.end(), kind, known.ordinals[match["ordinal"]], nameable)
    if match := known.match("periods", text, at):
        return _period_range(text, match, known)
    return None


def _numbered_period(text: str, stop: int, kind: str, number: int, nameable: bool) -> Moment:
    span, precision, count = _PERIODS[kind]
    return _dated(text, stop, lambda year: span(year, number or count), precision, nameable=nameable)


def _period_range(text: str, match: re.Match[str], known: Times) -> Moment | None:
    span, precision, _ = _PERIODS[known.periods[match["period"]]]
    first, last = int(match["one"]), int(match["other"])
    end = known.match("period", text, match.end())
    if not end or first >= last:
        return None
    return _dated(text, end.end(), lambda year: (span(year, first)[0], span(year, last)[1]), precision)


def _year_first(text: str, at: int, context: Context, known: Times) -> Moment | None:
    match = _YEAR_BEFORE.match(text, at)
    if not match:
        return None
    rest = known.match("letter_number", text, match.end())
    if not rest:
        return None
    span, precision, _ = _PERIODS[known.periods[rest["period"]]]
    number = int(rest["ordinal"])
    return Moment(rest.end(), lambda year: span(year, number), precision, int(match[1]))


def _week(text: str, at: int, context: Context, known: Times) -> Moment | None:
    match = known.match("week_number", text, at)
    if not match:
        return None
    first, last = int(match["one"]), int(match["other"] or match["one"])

    def build(year: int) -> Span:
        return days.iso_week(year, first)[0], days.iso_week(year, last)[1]

    return _dated(text, match.end(), build, Precision.WEEK)


def _season(text: str, at: int, context: Context, known: Times) -> Moment | None:
    match = known.match("season", text, at)
    if not match:
        return None
    name = known.season_names[match[0]]
    calendar = {
        known.season_names.get(word.lower(), word): window for word, window in context.calendar.items()
    }
    if name == "vinteren" and name not in calendar:
        return _winter(text, match.end())
    return _dated(text, match.end(), lambda year: days.season(year, name, calendar), Precision.SEASON)


def _winter(text: str, at: int) -> Moment:
    if years := _pair_of_years(text, at):
        return Moment(years[2], days.winter, Precision.SEASON, years[0])
    year, stop = year_after(text, at)
    return Moment(stop, days.winter, Precision.SEASON, year, problem="ambiguous_window")


def _third(text: str, at: int, context: Context, known: Times) -> Moment | None:
    for number, name in enumerate(("primo", "medio", "ultimo")):
        if match := known.match(name, text, at):
            whole = _third_of(text, match.end(), context, known)
            return whole and Moment(
                whole.stop, _part(whole, number), Precision.THIRD, whole.year, remarks=whole.remarks
            )
    return None


def _third_of(text: str, at: int, context: Context, known: Times) -> Moment | None:
    if at >= len(text):
        return None
    for reader in (_month, _period, _year, _this_year):
        if whole := reader(text, at, context, known):
            return whole
    return None


def _part(whole: Moment, number: int) -> Callable[[int], Span]:
    """A third of a month in days, of a longer period in whole months."""

    def build(year: int) -> Span:
        first, last = whole.build(year)
        count = (last.month - first.month + 1) // 3
        if count == 0:
            return days.third_of_month(first.year, first.month, ("primo", "medio", "ultimo")[number])  # type: ignore[arg-type]
        if (last.month - first.month + 1) % 3:
            raise ValueError("no thirds in whole months")
        return days.months(first.year, first.month + number * count, count)

    return build


def _half(text: str, at: int, context: Context, known: Times) -> Moment | None:
    match = known.match("half_of", text, at)
    whole = _third_of(text, match.end(), context, known) if match else None
    if not match or not whole:
        return None
    number = known.ordinals[match["ordinal"]] or 2
    if whole.precision == Precision.MONTH:
        return Moment(
            whole.stop,
            lambda year: days.half_month(year, whole.build(year)[0].month, number),
            Precision.HALF_MONTH,
            whole.year,
        )
    return Moment(whole.stop, lambda year: days.half_year(year, number), Precision.HALF_YEAR, whole.year)


def _year(text: str, at: int, context: Context, known: Times) -> Moment | None:
    if years := _pair_of_years(text, at):
        first, last, stop = years
        return Moment(
            stop,
            lambda _: (days.whole_year(first)[0], days.whole_year(last)[1]),
            Precision.YEAR,
            first,
            nameable=True,
        )
    if match := _BARE_YEAR.match(text, at):
        return Moment(match.end(), days.whole_year, Precision.YEAR, int(match[0]), nameable=True)
    return None


def _pair_of_years(text: str, at: int) -> tuple[int, int, int] | None:
    if match := _TWO_YEARS.match(text, at):
        first = int(match[1])
        last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
        if first < last <= first + 40:
            return first, last, match.end()
    return None


def _this_year(text: str, at: int, context: Context, known: Times) -> Moment | None:
    paper = context.document_date
    unsure = "ambiguous_window" if paper and paper.year != context.year else ""
    if match := known.match("this_year", text, at):
        year, stop = year_after(text, match.end())
        return Moment(
            stop, days.whole_year, Precision.YEAR, year or context.year, problem="" if year else unsure
        )
    if match := known.match("next_year", text, at):
        return Moment(match.end(), days.whole_year, Precision.YEAR, context.year + 1, problem=unsure)
    return None


def _school_year(text: str, at: int, context: Context, known: Times) -> Moment | None:
    match = known.match("school_year", text, at)
    if not match:
        return None
    if years := _pair_of_years(text, match.end()):
        return Moment(years[2], days.school_year, Precision.YEAR, years[0])
    return Moment(match.end(), days.school_year, Precision.YEAR, problem="unread_time")


def _feast(text: str, at: int, context: Context, known: Times) -> Moment | None:
    for name, build in _FEASTS.items():
        if match := known.match(name, text, at):
            return _dated(text, match.end(), build, Precision.EVENT)
    return None


def _end_of(text: str, at: int, context: Context, known: Times) -> Moment | None:
    match = known.match("end_of", text, at)
    if not match:
        return None
    if match[0].startswith("årets") or "året" in match[0]:
        year, stop = year_after(text, match.end())
        return Moment(stop, lambda year: (days.whole_year(year)[1],) * 2, Precision.DAY, year, closing=True)
    start = _blank(text, match.end())
    whole = moment_at(text, start, context) if start < len(text) else None
    if not whole or whole.weak:
        return None
    return Moment(
        whole.stop,
        lambda year: (whole.build(year)[1],) * 2,
        Precision.DAY,
        whole.year,
        closing=True,
        problem=whole.problem,
    )


def _turn(text: str, at: int, context: Context, known: Times) -> Moment | None:
    """The turn of the year or of a month; a year alone does not say which turn is meant, a pair does."""
    if match := known.match("turn_of_month", text, at):
        return _turn_of_month(text, match.end(), known)
    match = known.match("turn_of_year", text, at)
    if not match:
        return None
    if years := _pair_of_years(text, match.end()):
        return Moment(years[2], days.turn_of_year, Precision.EVENT, years[0], turn=True)
    year, stop = year_after(text, match.end())
    problem = "ambiguous_window" if year else ""
    return Moment(stop, days.turn_of_year, Precision.EVENT, year, turn=True, problem=problem)


def _turn_of_month(text: str, at: int, known: Times) -> Moment | None:
    one = known.match("month", text, _blank(text, at))
    other = (
        known.match("month", text, one.end() + 1)
        if one and text[one.end() : one.end() + 1] in "/-–"
        else None
    )
    if not one or not other:
        return None
    number = known.month_numbers[one["month"].rstrip(".")]
    year, stop = year_after(text, other.end())
    return Moment(stop, lambda year: days.turn_of_month(year, number), Precision.EVENT, year, turn=True)


def _after_new_year(text: str, at: int, context: Context, known: Times) -> Moment | None:
    match = known.match("after_new_year", text, at)
    if not match:
        return None
    year, stop = year_after(text, match.end())
    note = (remark("window_not_day", words=match[0]),)
    year = year or context.year + 1
    return Moment(stop, lambda year: (days.whole_year(year)[0],) * 2, Precision.EVENT, year, remarks=note)


def _event(text: str, at: int, context: Context, known: Times) -> Moment | None:
    """A period without dates of its own; a date in brackets after it gives them: "prosjektperioden (31.12.2019)"."""
    match = known.match("events", text, at)
    if not match:
        return None
    start = _blank(text, match.end())
    if text[start : start + 1] == "(" and (given := moment_at(text + " ", start + 1, context)):
        return given
    return Moment(match.end(), days.whole_year, Precision.EVENT, problem="unread_time")


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


_Reader = Callable[[str, int, Context, Times], Moment | None]
_FEASTS: Final[dict[str, Callable[[int], Span]]] = {
    "christmas": days.christmas,
    "easter": days.easter_week,
    "whitsun": days.whitsun,
}
_FROM_DIGIT: Final[tuple[_Reader, ...]] = (_day, _half, _period, _year_first, _year)
_FROM_LETTER: Final[tuple[_Reader, ...]] = (
    _third, _end_of, _half, _after_new_year, _turn, _month, _period, _week, _season, _school_year, _this_year,
    _feast, _event,
)  # fmt: skip
