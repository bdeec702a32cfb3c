"""The turn of the year or of a month, and the feasts that move."""

from collections.abc import Callable
from functools import partial
from typing import Final

from vrplan import days
from vrplan.days import Span
from vrplan.phrases.reading import Precision
from vrplan.phrases.remarks import Ways, remark
from vrplan.phrases.times.here import Here
from vrplan.phrases.times.windows import Moment, UnreadYear

_FEASTS: Final[dict[str, Callable[[int], Span]]] = {
    "christmas": days.christmas,
    "romjul": days.romjul,
    "easter": days.easter_week,
    "holy_week": days.holy_week,
    "whitsun": days.whitsun,
}


def holiday(here: Here) -> Moment | None:
    """ "1. påskedag", "skjærtorsdag 2019"."""
    match = here.match("holiday")
    if not match:
        return None
    name = here.known.holidays[match["holiday"]]
    return here.moved(match.end()).dated(partial(_holiday, name), Precision.DAY)


def _holiday(name: str, year: int) -> Span:
    try:
        day = days.public_holiday(year, name)
    except ValueError as error:
        raise UnreadYear from error
    return day, day


def feast(here: Here) -> Moment | None:
    """ "jul", "romjula", "påske 2019", "påskeuka", "pinse"."""
    for name, build in _FEASTS.items():
        if match := here.match(name):
            return here.moved(match.end()).dated(build, Precision.EVENT)
    return None


def turn(here: Here) -> Moment | None:
    """ "årsskiftet 2018/2019", "nyttår"; a single year does not say which turn is meant."""
    if match := here.match("turn_of_month"):
        return _turn_of_month(here.moved(match.end()).past_blanks())
    match = here.match("turn_of_year")
    if not match:
        return None
    after = here.moved(match.end())
    if years := after.years():
        return Moment(years[2], days.turn_of_year, Precision.EVENT, years[0], turn=True)
    if short := after.short_years():
        return Moment(short[1], days.turn_of_year, Precision.EVENT, short[0], turn=True)
    year, stop = after.year()
    turn_of_year = Moment(stop, days.turn_of_year, Precision.EVENT, year, turn=True)
    if not year:
        return turn_of_year
    told = (("before", str(year - 1)), ("year", str(year)), ("after", str(year + 1)))
    return turn_of_year._replace(ambiguous=Ways.TURN_OF_WHICH_YEAR, told=told)


def _turn_of_month(here: Here) -> Moment | None:
    one = here.match("month")
    other = (
        here.moved(one.end() + 1).match("month")
        if one and here.moved(one.end()).character in {*"/-–"}
        else None
    )
    if not one or not other:
        return None
    number = here.known.month_numbers[one["month"].rstrip(".")]
    year, stop = here.moved(other.end()).year()
    return Moment(stop, lambda year: days.turn_of_month(year, number), Precision.EVENT, year, turn=True)


def after_new_year(here: Here) -> Moment | None:
    """ "over nyttår", "på nyåret": from 1 January on."""
    match = here.match("after_new_year")
    if not match:
        return None
    given, stop = here.moved(match.end()).year()
    note = remark("window_not_day", words=match[0])
    year = given or here.context.year + 1
    return Moment(stop, _new_year, Precision.EVENT, year, remarks=(note,))


def _new_year(year: int) -> Span:
    day = days.whole_year(year)[0]
    return day, day
