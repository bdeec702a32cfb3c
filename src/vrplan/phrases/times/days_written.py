"""A day as Norwegians write it: 30.6.18, 30. juni 2018, 30/6-18, 2018-06-30, 1.–3. juni, 30..6.18."""

import re
from datetime import date

from vrplan import days
from vrplan.days import Span, full_year
from vrplan.phrases.reading import Precision
from vrplan.phrases.remarks import remark
from vrplan.phrases.times.here import Here
from vrplan.phrases.times.windows import Moment

_NUMERIC = re.compile(r"(\d{1,2})\s?([.,]{1,2})\s?(\d{1,2})\s?([.,]{1,2})\s?(\d{2,4})(?!\d|[.,/]\d)")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:\s?[-–./]\s?(\d{4}|\d{2})|\s(\d{4}))(?!\d)")
_DASHED = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})(?!\d)")
# "og" and "til" have each a rule of their own below, so that they stand here
_FIRST_OF_MONTHS = re.compile(r"(\d{1,2})\.(\d{1,2})\.\s?[-–—]\s?(?=\d{1,2}\.\d{1,2}(?![\d:]|\.\s?\d))")
_FIRST_OF_RANGE = re.compile(
    r"(\d{1,2})\.?\s?(?P<sign>[-–—]|til og med|til|t\.o\.m\.?|tom|og)\s?(?=\d{1,2}[. ])"
)

_LISTED = re.compile(r"\d{1,2}\.(?:,\s?\d{1,2}\.)+,?\s?(?:og|samt)\s(?=\d{1,2}\.)")
_NUMBER = re.compile(r"\d+")


def written_day(here: Here) -> Moment | None:
    """The day that begins here, or the days of one month ("10.–22.10.2018")."""
    return _days_in_a_row(here) or _range_in_month(here) or _range_of_months(here) or _single(here)


def _single(here: Here) -> Moment | None:
    if match := _ISO.match(here.text, here.at):
        return _day(match, int(match[3]), int(match[2]), match[1])
    if match := _NUMERIC.match(here.text, here.at):
        return _numeric(match)
    if match := _SLASHED.match(here.text, here.at) or _DASHED.match(here.text, here.at):
        return _day(match, int(match[1]), int(match[2]), match[3] or match[match.re.groups])
    if match := here.match("day_month"):
        return _with_month_name(here, match)
    if match := here.match("day_and_month"):
        return _in_figures(here, match)
    return None


def _numeric(match: re.Match[str]) -> Moment:
    moment = _day(match, int(match[1]), int(match[3]), match[5])
    if (match[2], match[4]) == (".", ".") or moment.problem:
        return moment
    read = f"{int(match[1])}.{int(match[3])}.{match[5]}"
    return Moment(
        moment.stop, moment.build, Precision.DAY, moment.year,
        remarks=(remark("repaired", words=match[0], read=read),),
    )  # fmt: skip


def _day(match: re.Match[str], day: int, month: int, year: str) -> Moment:
    if len(year) == 3:
        return Moment(match.end(), days.whole_year, Precision.DAY, problem="impossible_date")
    return Moment(match.end(), lambda y: (date(y, month, day),) * 2, Precision.DAY, full_year(year))


def _with_month_name(here: Here, match: re.Match[str]) -> Moment:
    day, month = int(match["day"]), here.known.month_numbers[match["month"].rstrip(".")]
    return here.moved(match.end()).dated(lambda y: (date(y, month, day), date(y, month, day)), Precision.DAY)


def _in_figures(here: Here, match: re.Match[str]) -> Moment | None:
    """ "30.6", "1/7"; with a year that stands apart: "30.6 2018"."""
    day, month = int(match[1]), int(match[2] or match[3])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    year, stop = here.moved(match.end()).year()
    return Moment(stop, lambda y: (date(y, month, day),) * 2, Precision.DAY, year, weak=True)


def _days_in_a_row(here: Here) -> Moment | None:
    """ "12., 13. og 14. desember": a span, where none is left out between them."""
    start = _LISTED.match(here.text, here.at)
    last = _single(here.moved(start.end())) if start else None
    if not start or not last or last.problem:
        return None
    listed_days = [int(number) for number in _NUMBER.findall(start[0])]

    def build(year: int) -> Span:
        last_day, _ = last.build(year)
        if [*listed_days, last_day.day] != list(range(listed_days[0], last_day.day + 1)):
            raise ValueError("days between are left out")
        return last_day.replace(day=listed_days[0]), last_day

    return Moment(last.stop, build, Precision.DAY, last.year, weak=last.weak, remarks=last.remarks)


def _range_in_month(here: Here) -> Moment | None:
    start = _FIRST_OF_RANGE.match(here.text, here.at)
    last = _single(here.moved(start.end())) if start else None
    if not start or not last or last.problem:
        return None
    first_day = int(start[1])

    def build(year: int) -> Span:
        last_day, _ = last.build(year)
        first = last_day.replace(day=first_day)
        if first >= last_day or (start["sign"] == "og" and (last_day - first).days > 1):
            raise ValueError("no span of days")
        return first, last_day

    return Moment(last.stop, build, Precision.DAY, last.year, weak=last.weak, remarks=last.remarks)


def _range_of_months(here: Here) -> Moment | None:
    """ "15.5.–15.10.": the full stop tells it from two numbers; "1.10.–30.4." goes over the new year."""
    start = _FIRST_OF_MONTHS.match(here.text, here.at)
    last = _single(here.moved(start.end())) if start else None
    if not start or not last or last.problem:
        return None
    day, month = int(start[1]), int(start[2])

    def build(year: int) -> Span:
        first, last_day = date(year, month, day), last.build(year)[1]
        return first, last_day if first <= last_day else last.build(year + 1)[1]

    return Moment(last.stop, build, Precision.DAY)
