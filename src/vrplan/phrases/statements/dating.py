"""Start, end and precision of a statement: what its kind makes of its time phrases.

All days are inclusive. The rules, with the paper or dictionary they rest on:
- "Avsluttes D", "pr D", "ut ÅR", "t.o.m. D", "innen D": D is the last day. Språkrådet on "innen": usually included,
  though "man kan ikke stole på at det er meningen".
- "fra (og med) D" with an ending verb, and "før D": the day before ("avvikles fra 1.1.2019": last day 31.12.2018).
- "opphører", "avvikles", "legges ned", "til", "frem til" with a bare D: D itself, but the day before with a remark
  where D is the first of a month.
- "frem til sommeren" stops before the summer.
"""

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from vrplan.days import ONE_DAY, norwegian
from vrplan.phrases.reading import Kind, Precision
from vrplan.phrases.remarks import Remark, Ways, remark, unclear
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.times.windows import Window, coarser

_VAGUE: Final = frozenset({Precision.SEASON, Precision.EVENT})
_CAN_BE_EARLIEST: Final = frozenset({Kind.STARTS, Kind.TRANSFERS})


class Dates(NamedTuple):
    """What a statement's time phrases come to; `problem` when they do not."""

    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.NONE
    remarks: tuple[Remark, ...] = ()
    problem: Remark | None = None
    kind: Kind | None = None  # where the time decides the kind

    def noting(self, *more: Remark) -> "Dates":
        """The same dates with more remarks."""
        return self._replace(remarks=self.remarks + more)


def dates_of(kind: Kind, phrases: list[When], *, eve: bool = False) -> Dates:
    """The dates of a statement of this kind. `eve`: a bare first of a month is the day without it."""
    if not phrases:
        return Dates()
    dates = _one(kind, phrases[0], eve)
    for phrase in phrases[1:]:
        both = _both(dates, _one(kind, phrase, eve))
        left = both is dates and not dates.problem and phrase.window.words != phrases[0].window.words
        dates = both.noting(remark("unread_time", words=phrase.window.words)) if left else both
    return dates


def _both(one: Dates, other: Dates) -> Dates:
    """Two phrases that together bound the time, "fra … ut …"; anything else is too much."""
    if one.problem or other.problem:
        return one if one.problem else other
    both = one._replace(precision=coarser(one.precision, other.precision)).noting(*other.remarks)
    if one.start and not one.end and other.end and not other.start and one.start <= other.end:
        return both._replace(end=other.end)
    if one.end and not one.start and other.start and not other.end and other.start <= one.end:
        return both._replace(start=other.start)
    return one


def _one(kind: Kind, phrase: When, eve: bool) -> Dates:
    window = phrase.window
    if window.problem:
        return Dates(problem=window.problem, precision=window.precision)
    if phrase.role == Role.AFTER or (phrase.role == Role.EARLIEST and kind not in _CAN_BE_EARLIEST):
        return Dates(problem=remark("unread_time", words=window.words))
    if _is_at_feast(phrase):
        return _before_or_in(window)
    if eve and kind == Kind.ENDS and phrase.role == Role.IN and window.first == window.last:
        dates = _eve_of_first(window)
    else:
        dates = _RULES[kind](phrase)
    remarks = window.remarks
    if window.precision == Precision.SEASON and "stops_before" not in {one.code for one in dates.remarks}:
        remarks += (remark("window_used", words=window.words, window=window.shown),)
    return dates._replace(precision=window.precision, remarks=remarks + dates.remarks)


def _is_in_season(phrase: When) -> bool:
    """ "Starter til våren 2019", "legges frem til høsten": something done once is done in it, not until it."""
    return phrase.role == Role.TO and phrase.window.precision == Precision.SEASON


def _is_at_feast(phrase: When) -> bool:
    """ "Ferdig til jul": before it, at it, or until it."""
    return (
        phrase.role == Role.COMING and phrase.window.precision == Precision.EVENT and not phrase.window.turn
    )


def _unclear(window: Window, ways: Ways, **values: str) -> Dates:
    return Dates(problem=unclear(window.words, ways, **values))


def _before_or_in(window: Window) -> Dates:
    eve, end = norwegian(window.first - ONE_DAY), norwegian(window.last)
    return _unclear(window, Ways.BY_ITS_EVE_OR_END, eve=eve, end=end)


def _last_day(phrase: When) -> Dates:
    """The last day, for roles that name one."""
    window, role = phrase.window, phrase.role
    last = window.first if window.turn else window.last
    if role == Role.BEFORE:
        return Dates(end=window.first - ONE_DAY if not window.turn else window.first)
    if role in {Role.TO, Role.TOWARD}:
        return _reached(phrase)
    if role == Role.BY and (
        (last.day == 1 and window.first == window.last) or window.precision == Precision.YEAR
    ):
        return Dates(end=last, remarks=(remark("inclusive_date", words=window.words),))
    if role == Role.BY and window.precision in _VAGUE and not window.turn and window.first != window.last:
        return _before_or_in(window)
    return Dates(end=last)


def _reached(phrase: When) -> Dates:
    window = phrase.window
    if window.turn:
        return Dates(end=window.first)
    if window.first == window.last:
        return _eve_of_first(window)
    if phrase.role == Role.TO and window.precision not in {Precision.SEASON, Precision.EVENT}:
        return _before_or_in(window)
    eve = window.first - ONE_DAY
    return Dates(end=eve, remarks=(remark("stops_before", words=window.told, read=norwegian(eve)),))


def _eve_of_first(window: Window) -> Dates:
    if window.first.day != 1:
        return Dates(end=window.first)
    eve = window.first - ONE_DAY
    return Dates(end=eve, remarks=(remark("first_of_month", words=window.words, read=norwegian(eve)),))


def _first_day(window: Window) -> date:
    return window.last if window.turn else window.first


def _ends(phrase: When) -> Dates:
    window, role = phrase.window, phrase.role
    if role == Role.FROM:
        return Dates(end=_first_day(window) - ONE_DAY)
    dates = _last_day(phrase)
    if role in {Role.IN, Role.SPAN, Role.COMING} and window.first != window.last and not window.turn:
        return dates.noting(remark("window_not_day", words=window.words))
    return dates


def _within(phrase: When) -> Dates:
    """A beginning or a hand-over: on a day, from a day, in a window, or by a last day."""
    window, role = phrase.window, phrase.role
    if role in {Role.FROM, Role.AS_OF, Role.EARLIEST}:
        return Dates(start=_first_day(window))
    if role in {Role.BY, Role.BEFORE}:
        return _last_day(phrase)
    if role in {Role.TO, Role.TOWARD, Role.UNTIL} and not _is_in_season(phrase):
        return _unclear(window, Ways.THEN_OR_UNTIL)
    if window.turn or window.first == window.last:
        return Dates(start=_first_day(window))
    return Dates(start=window.first, end=window.last)


def _lasting(phrase: When) -> Dates:
    """What is kept or goes on: through a window, from a day, until a day."""
    window, role = phrase.window, phrase.role
    if role == Role.AS_OF:
        return Dates()
    if role == Role.FROM:
        return Dates(start=_first_day(window))
    if role in {Role.IN, Role.SPAN, Role.OF}:
        if window.turn:
            return _unclear(window, Ways.UNTIL_OR_FROM_TURN)
        return Dates(start=window.first, end=None if window.first == window.last else window.last)
    if role == Role.COMING:
        return _unclear(window, Ways.IN_OR_UNTIL)
    return _last_day(phrase)


def _ongoing(phrase: When) -> Dates:
    """A deadline on something under way makes it due."""
    if phrase.role in {Role.BY, Role.BEFORE}:
        return _last_day(phrase)._replace(kind=Kind.DUE)
    return _lasting(phrase)


def _due(phrase: When) -> Dates:
    window, role = phrase.window, phrase.role
    if role == Role.FROM:
        return Dates(start=_first_day(window), kind=Kind.STARTS)
    if role in {Role.IN, Role.SPAN, Role.COMING} or _is_in_season(phrase):
        if window.precision == Precision.EVENT and window.first == window.last:  # "på nyåret"
            return _unclear(window, Ways.FIRST_DAY_OR_LATER)
        return Dates(start=window.first, end=window.last)
    if role in {Role.UNTIL, Role.TO, Role.TOWARD}:
        return _unclear(window, Ways.DONE_OR_GOING_ON)
    return _last_day(phrase)


def _happened(phrase: When) -> Dates:
    from_ = phrase.role == Role.FROM
    return _unclear(phrase.window, Ways.DONE_OR_FROM) if from_ else _last_day(phrase)


def _put_off(phrase: When) -> Dates:
    """The new window."""
    window, role = phrase.window, phrase.role
    if role == Role.SPAN and phrase.reached and not phrase.reached.problem:  # put off from A to B
        window = phrase.reached
    elif role == Role.SPAN:
        return _unclear(window, Ways.PUT_OFF_OR_SPAN)
    if role in {Role.BY, Role.BEFORE}:
        return _last_day(phrase)
    if role == Role.FROM:
        return _unclear(window, Ways.PUT_OFF_FROM_OR_TO)
    if role == Role.UNTIL and window.precision in _VAGUE:  # "utsatt til over sommeren"
        return Dates(remarks=(remark("unread_time", words=window.words),))
    if window.precision == Precision.EVENT:
        return Dates(start=_first_day(window))
    return Dates(start=window.first, end=window.last)


def _recurring(phrase: When) -> Dates:
    """A time within each round ("årlig i mai") gives no dates; whole years and open bounds do."""
    if (
        phrase.role in {Role.IN, Role.COMING, Role.BY, Role.BEFORE}
        and phrase.window.precision != Precision.YEAR
    ):
        return Dates(remarks=(remark("window_of_recurrence", words=phrase.window.words),))
    return _lasting(phrase)


_RULES: Final[dict[Kind, Callable[[When], Dates]]] = {
    Kind.ENDS: _ends,
    Kind.TRANSFERS: _within,
    Kind.STARTS: _within,
    Kind.CONTINUES: _lasting,
    Kind.ONGOING: _ongoing,
    Kind.DUE: _due,
    Kind.DONE: _happened,
    Kind.CANCELLED: _happened,
    Kind.POSTPONED: _put_off,
    Kind.RECURRING: _recurring,
}
