"""Quarters, tertials, ISO weeks, thirds of a month, seasons, Easter, public holidays.

Pure calendar arithmetic. Every span is a pair (first, last) of days, both inclusive. Nothing here knows
what day it is today, and nothing reads prose: `parse_day` is for options on a command line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from dateutil.easter import easter

from vrplan.findings import N_

if TYPE_CHECKING:
    from holidays import HolidayBase

Span = tuple[date, date]
MonthDay = tuple[int, int]
Third = Literal["primo", "medio", "ultimo"]

ONE_DAY: Final = timedelta(days=1)
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
"""The years that files and options may name: no plan lies outside, and every sum of days stays a date."""

WEEKDAYS: Final = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
"""As `date.weekday` counts them, to be told in any language."""
_SATURDAY: Final = 5
SEASONS: Final[Mapping[str, tuple[MonthDay, MonthDay]]] = {
    "våren": ((1, 1), (6, 30)),
    "sommeren": ((6, 1), (8, 31)),
    "høsten": ((8, 1), (12, 31)),
}
"""The widest window in which a word is used for a part of the working year, as ((month, day), (month, day)).

No dictionary or act fixes them. Papers that use them: "høsten 2018" stands for "2. halvår 2018" in an action
plan (saksnotat of 31.5.2018); a county lists 23 June under "Våren"; Verdal kommune's "Høsthalvåret" and
"Vårhalvåret" run from 9 September to 30 November and from 18 January to 23 June. "Vinteren" is not here: it
lies across the turn of the year, so a single year does not say which winter is meant (see `winter`).
"""


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - ONE_DAY


def months(year: int, first_month: int, count: int = 1) -> Span:
    """`count` whole months from `first_month` on, within one year."""
    return date(year, first_month, 1), month_end(year, first_month + count - 1)


def whole_year(year: int) -> Span:
    """1 January to 31 December."""
    return date(year, 1, 1), date(year, 12, 31)


def quarter(year: int, number: int) -> Span:
    """The calendar quarter ("3. kvartal", "Q3"), 1 to 4."""
    return _equal_part(year, number, parts=4)


def tertial(year: int, number: int) -> Span:
    """The tertial, 1 to 3: four months each, ending 30.4, 31.8 and 31.12 (so in municipal reporting)."""
    return _equal_part(year, number, parts=3)


def half_year(year: int, number: int) -> Span:
    """The half-year ("2. halvår"), 1 or 2."""
    return _equal_part(year, number, parts=2)


def iso_week(year: int, week: int) -> Span:
    """Monday to Sunday of an ISO 8601 week, as used in Norway; ValueError when the year lacks it."""
    monday = date.fromisocalendar(year, week, 1)
    return monday, monday + timedelta(days=6)


def third_of_month(year: int, month: int, third: Third) -> Span:
    """Primo 1–10, medio 11–20, ultimo 21–end: thirds of a month (Bokmålsordboka, ordbokene.no)."""
    if third == "primo":
        return date(year, month, 1), date(year, month, 10)
    if third == "medio":
        return date(year, month, 11), date(year, month, 20)
    return date(year, month, 21), month_end(year, month)


def half_month(year: int, month: int, number: int) -> Span:
    """The first half (1–15) or second half (16–end) of a month."""
    if number == 1:
        return date(year, month, 1), date(year, month, 15)
    return date(year, month, 16), month_end(year, month)


def season(year: int, name: str, calendar: Mapping[str, tuple[MonthDay, MonthDay]] | None = None) -> Span:
    """The window of a season of `SEASONS`, or what `calendar` says in its place; KeyError for another word.

    A calendar's window that runs backwards (from October to March) ends in the following year.
    """
    (first_month, first_day), (last_month, last_day) = {**SEASONS, **(calendar or {})}[name]
    crosses = (last_month, last_day) < (first_month, first_day)
    last = month_end(year + crosses, last_month)
    return date(year, first_month, first_day), min(last, last.replace(day=min(last_day, last.day)))


def winter(year: int) -> Span:
    """The winter that begins in `year`: 1 December to the end of February ("vinteren 2018/2019")."""
    return date(year, 12, 1), month_end(year + 1, 2)


def school_year(year: int) -> Span:
    """The school year that begins in `year`: 1 August to 31 July (opplæringslova)."""
    return date(year, 8, 1), date(year + 1, 7, 31)


def turn_of_year(year: int) -> Span:
    """The turn ("årsskiftet", "nyttår") at the end of `year`: 31 December and 1 January."""
    return date(year, 12, 31), date(year + 1, 1, 1)


def turn_of_month(year: int, month: int) -> Span:
    """The turn at the end of a month ("månedsskiftet juni/juli"): its last day and the day after."""
    last = month_end(year, month)
    return last, last + ONE_DAY


def easter_sunday(year: int) -> date:
    """First day of Easter (1. påskedag), Western reckoning."""
    return easter(year)


def easter_week(year: int) -> Span:
    """Easter as public holidays: Maundy Thursday (skjærtorsdag) to Easter Monday (2. påskedag)."""
    sunday = easter_sunday(year)
    return sunday - timedelta(days=3), sunday + ONE_DAY


def holy_week(year: int) -> Span:
    """The week that ends with Easter Sunday (påskeuka, den stille uke), Monday to Sunday as other weeks."""
    sunday = easter_sunday(year)
    return sunday - timedelta(days=6), sunday


def whitsun(year: int) -> Span:
    """Whitsun (pinse): Sunday and Monday, seven weeks after Easter."""
    sunday = easter_sunday(year) + timedelta(days=49)
    return sunday, sunday + ONE_DAY


def christmas(year: int) -> Span:
    """Christmas (jul): Christmas Eve to Boxing Day, 24–26 December."""
    return date(year, 12, 24), date(year, 12, 26)


def romjul(year: int) -> Span:
    """The days between Christmas and New Year (romjul): 27–31 December."""
    return date(year, 12, 27), date(year, 12, 31)


def public_holiday(year: int, name: str) -> date:
    """The day of a Norwegian public holiday, named as in `public_holidays_on`; ValueError for a year without it."""
    for day in _public_holidays(year).get_named(name, lookup="exact"):
        if day.year == year:
            return day
    raise ValueError(f"{year} has no {name}")


def public_holidays_on(day: date) -> list[str]:
    """The Norwegian names of the public holidays that fall on a day, mostly none; a mere Sunday is none."""
    return _public_holidays(day.year).get_list(day) if _may_be_a_holiday(day) else []


def is_working_day(day: date) -> bool:
    """Whether a day is neither a Saturday or Sunday nor a public holiday."""
    return day.weekday() < _SATURDAY and not public_holidays_on(day)


def working_days_beside(day: date) -> Span:
    """The last working day before a day and the first one after it."""
    before, after = day - ONE_DAY, day + ONE_DAY
    while not is_working_day(before):
        before -= ONE_DAY
    while not is_working_day(after):
        after += ONE_DAY
    return before, after


def _may_be_a_holiday(day: date) -> bool:
    """Whether a public holiday can fall on that day in any year: Easter and Whitsun lie from 19 March to 14 June."""
    at = day.month, day.day
    return (3, 19) <= at <= (6, 14) or at in {(1, 1), (12, 25), (12, 26)}


@cache
def _public_holidays(year: int) -> HolidayBase:
    """Norway's by helligdagsloven § 2 (lov 24.2.1995 nr. 12) and lov om 1 og 17 mai (26.4.1947 nr. 1), 1901 to 2100.

    The library takes a fifth of the time of a `check`, so it is loaded for whoever asks for a holiday by name, or
    for a day on which one can fall. Easter needs no more than dateutil, by which the library reckons too.
    """
    from holidays import country_holidays

    return country_holidays("NO", years=year, language="no")


def full_year(digits: str) -> int:
    """A year as written, in two digits (00–79 are of this century, 80–99 of the last) or four."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 80 else 1900)


def norwegian(day: date) -> str:
    """As Norwegians write it, 30.6.2018 (Språkrådet: day, month, year, full stops, no spaces)."""
    return f"{day.day}.{day.month}.{day.year}"


_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NORWEGIAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})")


def parse_day(text: str) -> date:
    """A day given as an option: 2018-07-01, 1.7.2018, 01.07.2018 or 1.7.18. ValueError says what is wrong."""
    written = text.strip()
    if match := _ISO.fullmatch(written):
        year, month, day = (int(part) for part in match.groups())
    elif match := _NORWEGIAN.fullmatch(written):
        day, month, year = int(match[1]), int(match[2]), full_year(match[3])
    else:
        raise ValueError(f"{text!r} is not a date; write it as 2018-07-01 or 1.7.2018")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{text!r} is not a day in the calendar") from None


def _equal_part(year: int, number: int, *, parts: int) -> Span:
    if not 1 <= number <= parts:
        raise ValueError(f"{number} is not between 1 and {parts}")
    length = 12 // parts
    return months(year, (number - 1) * length + 1, length)
