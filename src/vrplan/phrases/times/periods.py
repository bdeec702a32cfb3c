"""Months, quarters, tertials, half-years, weeks, seasons, years: periods with a place in the calendar."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from vrplan import days
from vrplan.days import Span
from vrplan.phrases.reading import Calendar, Precision
from vrplan.phrases.remarks import Ways
from vrplan.phrases.times.here import Here
from vrplan.phrases.times.windows import Moment

_PERIODS: Final[dict[str, tuple[Callable[[int, int], Span], Precision, int]]] = {
    "quarter": (days.quarter, Precision.QUARTER, 4),
    "tertial": (days.tertial, Precision.TERTIAL, 3),
    "half-year": (days.half_year, Precision.HALF_YEAR, 2),
}
_NEAR: Final = 14
_SHORT_YEARS: Final = re.compile(r"\s?'?(\d\d)\s?[-–/]\s?'?(\d\d)(?!\d)")


def month(here: Here) -> Moment | None:
    """ "juni", "jun. 2018"; an abbreviation only where it cannot be another word."""
    match = here.match("month")
    if not match:
        return None
    word = match["month"].rstrip(".")
    before = here.text[max(0, here.at - _NEAR) : here.at]
    if here.match("christmas") and here.known.patterns["at_christmas"].search(before):
        return None
    spanned = before[-1:] in {"/", "-", "–"}
    if word in here.known.abbreviations and not (spanned or here.match("abbreviation")):
        return None
    build = partial(days.months, first_month=here.known.month_numbers[word])
    return here.moved(match.end()).dated(build, Precision.MONTH)


def numbered_period(here: Here) -> Moment | None:
    """ "3. kvartal", "kvartal 3", "Q3", "siste halvår", "2.–4. kvartal"."""
    for name in ("period", "period_number", "letter_number", "number_letter"):
        if match := here.match(name):
            span, precision, count = _PERIODS[here.known.periods[match["period"]]]
            number = here.known.ordinals[match["ordinal"]] or count
            nameable = name in {"letter_number", "number_letter"}
            return here.moved(match.end()).dated(
                partial(_numbered, span, number), precision, nameable=nameable
            )
    if match := here.match("periods"):
        return _period_range(here, match)
    return None


def _numbered(span: Callable[[int, int], Span], number: int, year: int) -> Span:
    return span(year, number)


def _period_range(here: Here, match: re.Match[str]) -> Moment | None:
    span, precision, _ = _PERIODS[here.known.periods[match["period"]]]
    first, last = int(match["one"]), int(match["other"])
    end = here.moved(match.end()).match("period")
    if not end or first >= last:
        return None

    def build(year: int) -> Span:
        return span(year, first)[0], span(year, last)[1]

    return here.moved(end.end()).dated(build, precision)


def year_first(here: Here) -> Moment | None:
    """ "2018 Q3"."""
    match = here.match("year_before")
    moment = numbered_period(here.moved(match.end())) if match else None
    return Moment(moment.stop, moment.build, moment.precision, int(match[1])) if match and moment else None


def week(here: Here) -> Moment | None:
    """ "uke 26", "ukene 29 og 30", "veke 26-28 2019"."""
    match = here.match("week_number")
    if not match:
        return None
    first, last = int(match["one"]), int(match["other"] or match["one"])

    def build(year: int) -> Span:
        return days.iso_week(year, first)[0], days.iso_week(year, last)[1]

    return here.moved(match.end()).dated(build, Precision.WEEK)


def season(here: Here) -> Moment | None:
    """ "høsten", "vår 2019", as the plan's calendar has it."""
    match = here.match("season")
    if not match and (part := here.match("part_of")):
        match = here.moved(part.end()).past_blanks().match("season")
    if not match:
        return None
    names = here.known.season_names
    name, after = names[match["season"]], here.moved(match.end())
    calendar = _calendar(here, names)
    if name == "vinteren" and name not in calendar:
        return _winter(after)
    return after.dated(lambda year: days.season(year, name, calendar), Precision.SEASON)


def vacation(here: Here) -> Moment | None:
    """ "sommerferien", "fellesferien 2019", where the plan's calendar says when that is; no rule does."""
    match = here.match("vacation")
    if not match:
        return None
    names = here.known.vacation_names
    name, calendar = names[match["vacation"]], _calendar(here, names)
    if name not in calendar:
        return None
    return here.moved(match.end()).dated(lambda year: days.season(year, name, calendar), Precision.SEASON)


def _calendar(here: Here, names: Mapping[str, str]) -> Calendar:
    """The plan's own windows, under the names that the vocabulary has for its words."""
    return {names.get(word.lower(), word): window for word, window in here.context.calendar.items()}


def _winter(after: Here) -> Moment:
    """ "vinteren 2018/2019" is one winter, "vinteren 2018" either of two."""
    if years := after.years():
        return Moment(years[2], days.winter, Precision.SEASON, years[0])
    year, stop = after.year()
    return Moment(
        stop,
        days.winter,
        Precision.SEASON,
        year,
        ambiguous=Ways.WHICH_WINTER,
    )


def year(here: Here) -> Moment | None:
    """ "2018", "2018–2020"."""
    if years := here.years():
        first, last, stop = years

        def build(_: int) -> Span:
            return days.whole_year(first)[0], days.whole_year(last)[1]

        return Moment(stop, build, Precision.YEAR, first, nameable=True)
    if match := here.match("bare_year"):
        return Moment(match.end(), days.whole_year, Precision.YEAR, int(match[0]), nameable=True)
    return None


def named_year(here: Here) -> Moment | None:
    """ "i år", "året", "neste år": counted from the year the text speaks of, unless its paper is of another year."""
    match = here.match("named_year")
    if not match:
        return None
    which, after = match.lastgroup, here.moved(match.end())
    if which == "last_year":
        return _last_year(after)
    paper, spoken_of = here.context.document_date, here.context.year
    unsure = Ways.COUNTED_FROM if paper and paper.year != spoken_of else None
    told = (("year", str(spoken_of)), ("other", str(paper.year))) if paper else ()
    if which == "next_year":
        return Moment(after.at, days.whole_year, Precision.YEAR, spoken_of + 1, ambiguous=unsure, told=told)
    given, stop = after.year()
    if given or which == "the_year":  # in a column "året" is its plan's; "i år" may be the paper's
        unsure = None
    return Moment(stop, days.whole_year, Precision.YEAR, given or spoken_of, ambiguous=unsure, told=told)


def _last_year(after: Here) -> Moment:
    """ "i fjor", "i fjor haust": counted from the paper's day."""
    paper = after.context.document_date
    last = (paper.year if paper else after.context.year) - 1
    part = after.past_blanks().character and season(after.past_blanks())
    if part and part.year is None:
        return Moment(part.stop, part.build, part.precision, last)
    return Moment(after.at, days.whole_year, Precision.YEAR, last)


def school_year(here: Here) -> Moment | None:
    """ "skoleåret 2018/2019"; without years it is not said which."""
    match = here.match("school_year")
    if not match:
        return None
    if years := here.moved(match.end()).years():
        return Moment(years[2], days.school_year, Precision.YEAR, years[0])
    if short := _SHORT_YEARS.match(here.text, match.end()):
        first = days.full_year(short[1])
        problem = "" if (first + 1) % 100 == int(short[2]) else "impossible_date"
        return Moment(short.end(), days.school_year, Precision.YEAR, first, problem=problem)
    one = here.moved(match.end()).past_blanks().match("bare_year")  # "skoleåret 2021" may begin or end then
    return Moment((one or match).end(), days.school_year, Precision.YEAR, problem="unread_time")
