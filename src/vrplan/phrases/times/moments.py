"""One time in the text, where it stands: a day, a period, a part of one, the turn of the year."""

from collections.abc import Callable
from typing import Final, get_args

from vrplan import days
from vrplan.days import Span, Third
from vrplan.phrases.reading import Context, Precision
from vrplan.phrases.remarks import Ways, unclear
from vrplan.phrases.times import periods, turns
from vrplan.phrases.times.days_written import written_day
from vrplan.phrases.times.here import Here
from vrplan.phrases.times.windows import Moment

_THIRDS: Final[tuple[Third, ...]] = get_args(Third)


def moment_at(text: str, at: int, context: Context) -> Moment | None:
    """The time that begins here in a lower-case text, if any, in the longest form it has."""
    here = Here(text, at, context)
    for reader in _FROM_DIGIT if here.character.isdigit() else _FROM_LETTER:
        if moment := reader(here):
            return moment
    return None


def _third(here: Here) -> Moment | None:
    """ "primo mai", "slutten av 3. kvartal", "begynnelsen av 2019"."""
    for third in _THIRDS:
        if match := here.match(third):
            after = here.moved(match.end())
            if whole := _whole(after):
                return _divided(whole, third, match[0].strip())
            return periods.week(after) if after.character else None
    return None


def _divided(whole: Moment, third: Third, words: str) -> Moment:
    """Its third, with a remark on "ultimo 2018": the word is used of months only (Bokmålsordboka)."""
    notes = whole.remarks
    if words == "ultimo" and whole.precision == Precision.YEAR:
        notes += (unclear(f"{words} …", Ways.LAST_MONTHS_OR_DAYS),)
    return Moment(whole.stop, _part(whole, third), Precision.THIRD, whole.year, remarks=notes)


def _whole(here: Here) -> Moment | None:
    """A period that can be divided."""
    for reader in (periods.month, periods.numbered_period, periods.year, periods.named_year):
        if here.character and (whole := reader(here)):
            return whole
    return None


def _part(whole: Moment, third: Third) -> Callable[[int], Span]:
    """A third of a month in days, of a longer period in whole months."""

    def build(year: int) -> Span:
        first, last = whole.build(year)
        months = last.month - first.month + 1
        if months == 1:
            return days.third_of_month(first.year, first.month, third)
        if months % 3:
            raise ValueError("no thirds in whole months")
        return days.months(first.year, first.month + _THIRDS.index(third) * (months // 3), months // 3)

    return build


def _half(here: Here) -> Moment | None:
    """ "første halvdel av juni", "2. halvdel av 2018"."""
    match = here.match("half_of")
    whole = _whole(here.moved(match.end())) if match else None
    if not match or not whole:
        return None
    number = here.known.ordinals[match["ordinal"]] or 2
    if whole.precision != Precision.MONTH:
        return Moment(whole.stop, lambda year: days.half_year(year, number), Precision.HALF_YEAR, whole.year)

    def build(year: int) -> Span:
        return days.half_month(year, whole.build(year)[0].month, number)

    return Moment(whole.stop, build, Precision.HALF_MONTH, whole.year)


def _week_of(here: Here) -> Moment | None:
    """ "Første uka i september": not all of September, and which seven days is not said."""
    match = here.match("week_of")
    whole = _whole(here.moved(match.end())) if match else None
    return whole._replace(precision=Precision.WEEK, problem="unread_time") if whole else None


def _relative(here: Here) -> Moment | None:
    """ "neste vår", "forrige uke": counted from a day that the paper does not give."""
    match = here.match("relative")
    after = here.moved(match.end()).past_blanks() if match else None
    if not after or not after.character:
        return None
    for reader in (periods.month, periods.numbered_period, periods.season):
        if moment := reader(after):
            return Moment(moment.stop, moment.build, moment.precision, ambiguous=Ways.THIS_YEAR_OR_ANOTHER)
    return None


def _end_of(here: Here) -> Moment | None:
    """The last day: "utgangen av juni", "årets slutt"."""
    match = here.match("end")
    if not match:
        return None
    if match.lastgroup == "end_of_year":
        year, stop = here.moved(match.end()).year()
        return Moment(stop, _last_day(days.whole_year), Precision.DAY, year, closing=True)
    after = here.moved(match.end()).past_blanks()
    whole = moment_at(after.text, after.at, after.context) if after.character else None
    if not whole or whole.weak:
        return None
    build = _last_day(whole.build)
    return Moment(
        whole.stop,
        build,
        Precision.DAY,
        whole.year,
        closing=True,
        problem=whole.problem,
        ambiguous=whole.ambiguous,
        told=whole.told,
    )


def _last_day(build: Callable[[int], Span]) -> Callable[[int], Span]:
    return lambda year: (build(year)[1], build(year)[1])


def _event(here: Here) -> Moment | None:
    """A period without dates of its own; a date in brackets gives them: "prosjektperioden (31.12.2019)"."""
    match = here.match("events") or here.match("vacation")
    if not match:
        return None
    after = here.moved(match.end()).past_blanks()
    given = moment_at(after.text, after.at + 1, after.context) if after.character == "(" else None
    if after.character.isdigit() and after.years():
        given = periods.year(after)
    return given or Moment(match.end(), days.whole_year, Precision.EVENT, problem="unread_time")


_Reader = Callable[[Here], Moment | None]
_FROM_DIGIT: Final[tuple[_Reader, ...]] = (
    turns.holiday, written_day, _half, _week_of, periods.numbered_period, periods.year_first, periods.year,
)  # fmt: skip
_FROM_LETTER: Final[tuple[_Reader, ...]] = (
    _third, _end_of, _half, _week_of, periods.named_year, periods.numbered_period, _relative,
    turns.after_new_year, turns.turn, periods.month, periods.week, periods.season, periods.school_year,
    turns.holiday, turns.feast, periods.vacation, _event,
)  # fmt: skip
